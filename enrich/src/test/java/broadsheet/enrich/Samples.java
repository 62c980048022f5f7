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
}
