package broadsheet.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.html.BlockReader;
import broadsheet.ingest.html.Markup;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlePartsTest {
    private static TitleParts parts(String url, String siteName, String body) {
        Document page = Markup.page("<html><body>" + body + "</body></html>", url);
        var site = new SiteNames(
                Optional.of(siteName).filter(name -> !name.isEmpty()), url, Marks.of(page), BlockReader.read(page));
        return new TitleParts(site, Set.of("region"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ferry line closes - The Ellery Courier;Ferry line closes",
                "Ferry line closes | Region | The Ellery Courier;Ferry line closes",
                "The Ellery Courier: Ferry line closes;Ferry line closes",
                "The Ellery Courier » Ferry line closes;Ferry line closes",
                "Ferry line closes-The Ellery Courier;Ferry line closes",
                "Ferry line closes_The Ellery Courier;Ferry line closes",
                "Ferry line closes · The Ellery Courier;Ferry line closes",
                "Ferry line closes — The Ellery Courier;Ferry line closes",
                "Ellery - Ferry line closes: two years - The Ellery Courier;Ellery - Ferry line closes: two years",
                "Ferry line closes ▷ The Ellery Courier;Ferry line closes",
                "Ferry line closes ＞ The Ellery Courier;Ferry line closes",
                "AT LAST | Ferry line closes for good;Ferry line closes for good",
                "FERRY LINE | FERRY LINE | The Ellery Courier;FERRY LINE",
            })
    void areTheHeadlineWithoutTheNameOfTheSite(String title, String headline) {
        assertThat(parts("https://ellery-courier.example/region/ferry", "The Ellery Courier", "")
                        .cutFrom(title))
                .isEqualTo(headline);
    }

    @ParameterizedTest
    @CsvSource({
        "渡船航线停运两年-沙湾日报, 渡船航线停运两年",
        "渡し船、二年間の運休へ｜沙湾日報, 渡し船、二年間の運休へ",
        "渡船航线停运两年_社会_沙湾日报, 渡船航线停运两年",
        "나루 여객선 두 해 멈춘다ㅣ모래만일보, 나루 여객선 두 해 멈춘다",
    })
    void areToldByTheNameOnThePageWhereNoneIsStated(String title, String headline) {
        String body = "<p>© 2026 沙湾日报 모래만일보 版权所有</p><a href='/'><img alt='沙湾日报' src='l.png'></a>";
        String name = title.contains("沙湾日报") ? "沙湾日报" : "";
        assertThat(parts("https://shawan.example/a/1", name, body).cutFrom(title))
                .isEqualTo(headline);
    }

    @Test
    void leaveAMarkOfTheHeadlinesOwn() {
        TitleParts parts = parts("https://ellery-courier.example/region/ferry", "The Ellery Courier", "");
        assertThat(parts.cutNameFrom("Trams | A town remembers")).isEqualTo("Trams | A town remembers");
        assertThat(parts.cutFrom("Ellery 2 - 1 Nordsund - The Ellery Courier")).isEqualTo("Ellery 2 - 1 Nordsund");
    }

    @Test
    void takeNoLongerInALongTitle() {
        TitleParts parts = parts("https://ellery-courier.example/", "The Ellery Courier", "");
        assertThat(parts.cutFrom("a - ".repeat(200_000))).hasSizeLessThan(700);
        assertThat(parts.cutFrom(" ".repeat(200_000) + "|")).isNotNull();
    }
}
