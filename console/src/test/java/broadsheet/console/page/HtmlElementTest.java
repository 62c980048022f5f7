package broadsheet.console.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("an element of a page")
class HtmlElementTest {

    private static String written(HtmlNode node) {
        StringBuilder out = new StringBuilder();
        node.write(out);
        return out.toString();
    }

    @Test
    void showsMarkupInItsText() {
        assertThat(written(HtmlElement.of("p", "<img src=x onerror=alert(1)> & \"'")))
                .isEqualTo("<p>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;&#39;</p>");
    }

    @Test
    void keepsItsAttributesWithinTheirQuotationMarks() {
        assertThat(written(HtmlElement.of("p").with("title", "\"><script>")))
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\"></p>");
    }

    @Test
    void leavesOutWhatTurnsTheDirectionOrIsNoText() {
        assertThat(written(HtmlElement.foreign("ab\u202Ecd\u2066e\u2069\u0000\u0007f \u05D0\u200F")))
                .isEqualTo("<bdi>abcdef \u05D0\u200F</bdi>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " https://x",
                "//evil.example/",
                "/\\evil.example",
                "data:text/html,x",
                "https:///x",
                "ftp://x/",
                "\u0000https://x",
                "relative"
            })
    void leadsNowhereIfItsAddressIsNone(String address) {
        assertThat(written(HtmlElement.link(address, "x"))).isEqualTo("<a>x</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://courier.example/a", "HTTP://courier.example", "/search?q=a", "#main", "?page=2"})
    void leadsToPagesHereAndThere(String address) {
        assertThat(written(HtmlElement.link(address, "x"))).isEqualTo("<a href=\"" + address + "\">x</a>");
    }

    @Test
    void hasNoAttributeThatIsAScriptOrAStyle() {
        assertThatThrownBy(() -> HtmlElement.of("p").with("onclick", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HtmlElement.of("p").with("style", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HtmlElement.of("p x")).isInstanceOf(IllegalArgumentException.class);
    }
}
