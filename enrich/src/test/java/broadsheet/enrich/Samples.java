package broadsheet.enrich;

import broadsheet.model.Article;
import broadsheet.model.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Readable articles for tests; all of them made up. */
public final class Samples {

    public static final String ELECTION = """
            The prime minister called a general election for the second week of May after her coalition lost its \
            majority in parliament.

            The opposition leader said voters would reject the government's plans for taxes, and promised a vote on \
            the constitution. Ministers denied that the cabinet was divided.""";

    public static final String ELECTION_IN_GERMAN = """
            Die Ministerpräsidentin hat für die zweite Maiwoche Neuwahlen angesetzt, nachdem ihre Koalition die \
            Mehrheit im Parlament verloren hatte.""";

    private Samples() {}

    public static Article article(String headline, String body) {
        return article("https://courier.example/a/1", Optional.empty(), List.of(), "und", headline, body);
    }

    public static Article article(
            String url,
            Optional<String> section,
            List<String> keywords,
            String language,
            String headline,
            String body) {
        return new Article(
                "0f3a5c7e9b1d2f4a6c8e0b1d3f5a7c9e",
                Optional.of(url),
                Optional.of(url),
                new Source(Optional.of("courier.example"), Optional.of("The Example Courier")),
                headline,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-03-02T09:00:00Z"),
                language,
                section,
                keywords,
                Optional.empty(),
                body,
                Optional.empty(),
                body.split("\\s+").length,
                Optional.empty(),
                0.9,
                Map.of());
    }

    static final String BRIDGE_IN_JAPANESE = """
            横浜市の山田太郎市長は月曜日、修理を終えた橋を再び開通させた。
            トヨタ自動車と神奈川県が費用を負担した。市長は「長い工事だった」と述べた。
            """;

    static final String BRIDGE_IN_KOREAN = """
            김민수 시장은 월요일 부산에서 수리를 마친 다리를 다시 열었다.
            현대자동차와 부산시가 비용을 부담했다. 시장은 긴 공사였다고 말했다.
            """;

    static final String BRIDGE_IN_CHINESE = """
            市长王建国星期一在上海宣布，修复后的大桥重新开放。
            上海市政府和中国银行承担了费用。市长说，这是一项漫长的工程。
            """;
}
