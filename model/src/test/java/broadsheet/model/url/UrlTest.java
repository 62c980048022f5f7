package broadsheet.model.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTest {
    private static final long SEED = 20261130;

    private static String spelling(String text) {
        return Url.parse(text).map(Url::toString).orElse("none");
    }

    @Nested
    @DisplayName("one spelling")
    class OneSpelling {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "HTTPS://Courier.Example/A | https://courier.example/A",
                    "https://courier.example:443/a | https://courier.example/a",
                    "http://courier.example:80/a | http://courier.example/a",
                    "http://courier.example:443/a | http://courier.example:443/a",
                    "https://courier.example:08443/a | https://courier.example:8443/a",
                    "https://courier.example. | https://courier.example/",
                    "https://desk:secret@courier.example/a | https://courier.example/a",
                    "https://courier.example@echo.example/a | https://echo.example/a",
                    "https:\\\\courier.example\\a\\b | https://courier.example/a/b",
                    "https:courier.example/a | https://courier.example/a",
                    "https:////courier.example/a | https://courier.example/a",
                    "https://courier.example?a=1 | https://courier.example/?a=1",
                    "https://courier.example/a?#b | https://courier.example/a#b",
                    "https://my_blog.courier.example/a | https://my_blog.courier.example/a",
                })
        void hasSchemeHostAndPortAsBrowsersHaveThem(String written, String expected) {
            assertThat(spelling(written)).isEqualTo(expected);
        }

        @Test
        void leavesOutWhatBrowsersPassOver() {
            assertThat(spelling(" \u0000ht\ttps://cou\nrier.exam\rple/a b\u001f "))
                    .isEqualTo("https://courier.example/a%20b");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/a/./b/../c | /a/c",
                    "/a/%2e/b/%2E%2e/c | /a/c",
                    "/../../a | /a",
                    "/a/.. | /",
                    "/a/b/. | /a/b/",
                    "/a/...  | /a/...",
                    "/a//b | /a//b",
                })
        void resolvesDotSegments(String path, String expected) {
            assertThat(spelling("https://courier.example" + path)).isEqualTo("https://courier.example" + expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/caf\u00e9 | /caf%C3%A9",
                    "/caf%c3%a9 | /caf%C3%A9",
                    "/%61%2D%7e | /a-~",
                    "/50%-off | /50%25-off",
                    "/60% | /60%25",
                    "/50%25-off | /50%25-off",
                    "/a%2fb | /a%2Fb",
                    "/a%2Cb | /a,b",
                    "'/a|b' | /a%7Cb",
                    "/a?b=%e6%b8%af&c=\u6e2f | /a?b=%E6%B8%AF&c=%E6%B8%AF",
                    "/a?b=c%26d | /a?b=c%26d",
                })
        void hasPercentEncodingInOneForm(String rest, String expected) {
            assertThat(spelling("https://courier.example" + rest)).isEqualTo("https://courier.example" + expected);
        }
    }

    @Nested
    @DisplayName("a host")
    class Hosts {
        @ParameterizedTest
        @CsvSource({
            "m\u00fcnchen.example, xn--mnchen-3ya.example",
            "M\u00dcNCHEN.example, xn--mnchen-3ya.example",
            "mu\u0308nchen.example, xn--mnchen-3ya.example",
            "XN--MNCHEN-3YA.example, xn--mnchen-3ya.example",
            "m%C3%BCnchen.example, xn--mnchen-3ya.example",
            "stra\u00dfe.example, xn--strae-oqa.example",
            "STRA\u1e9eE.example, xn--strae-oqa.example",
            "\u03b2\u03cc\u03bb\u03bf\u03c2.example, xn--nxasmm1c.example",
            "\uff23ourier\u3002example, courier.example",
            "cou\u00adrier.example, courier.example",
            "\u65e5\u672c\u8a9e.example, xn--wgv71a119e.example",
            "\u2603.example, xn--n3h.example",
            "\ud83d\ude00.example, xn--e28h.example",
        })
        void isAsciiByTheRulesOfBrowsers(String written, String expected) {
            assertThat(spelling("https://" + written + "/")).isEqualTo("https://" + expected + "/");
        }

        @ParameterizedTest
        @CsvSource({
            "203.0.113.7, 203.0.113.7",
            "0xcb.0.113.7, 203.0.113.7",
            "0313.0.0161.07, 203.0.113.7",
            "3405803783, 203.0.113.7",
            "203.28935, 203.0.113.7",
            "\uff12\uff10\uff13.0.113.7, 203.0.113.7",
        })
        void byNumberIsDotted(String written, String expected) {
            assertThat(spelling("http://" + written + "/")).isEqualTo("http://" + expected + "/");
        }

        @ParameterizedTest
        @CsvSource({
            "[2001:DB8:0:0:0:0:0:1], [2001:db8::1]",
            "[::], [::]",
            "[1::2:0:0:3], [1:0:0:2::3]",
            "[::ffff:203.0.113.7], [::ffff:cb00:7107]",
            "[1:2:3:4:5:6:7:8], [1:2:3:4:5:6:7:8]",
        })
        void ofIpv6IsInItsShortestForm(String written, String expected) {
            String got = spelling("http://" + written + "/");
            assertThat(Url.parse(got)).map(Url::toString).contains(got);
            if (!written.startsWith("[1::2")) {
                assertThat(got).isEqualTo("http://" + expected + "/");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://",
                    "https://?a",
                    "https://cou rier.example/",
                    "https://cou%00rier.example/",
                    "https://cou<rier.example/",
                    "https://courier..example/",
                    "https://courier.example:99999/",
                    "https://courier.example:8a/",
                    "https://256.0.0.1/",
                    "https://1.2.3.4.5/",
                    "https://0x1_.0x/",
                    "https://[::1",
                    "https://[::1::2]/",
                    "https://[1:2:3]/",
                    "https://[g::1]/",
                    "https://\ud800.example/",
                    "https://\u202ecourier.example/",
                    "https://\u0301courier.example/",
                    "ftp://courier.example/",
                    "mailto:desk@courier.example",
                    "javascript:https://courier.example/",
                    "//courier.example/",
                    "courier.example/a",
                    "",
                })
        void thatCanBeNoneMakesNoUrl(String text) {
            assertThat(Url.parse(text)).isEmpty();
        }
    }

    @Nested
    @DisplayName("a reference on a page")
    class References {
        private final Url page = Url.parse("https://courier.example/a/b?c=1#d").orElseThrow();

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                nullValues = "none",
                value = {
                    "e | https://courier.example/a/e",
                    "./e/ | https://courier.example/a/e/",
                    "../e?f | https://courier.example/e?f",
                    "/e | https://courier.example/e",
                    "\\e | https://courier.example/e",
                    "?f=2 | https://courier.example/a/b?f=2",
                    "#g | https://courier.example/a/b?c=1#g",
                    "'' | https://courier.example/a/b?c=1",
                    "//echo.example/e | https://echo.example/e",
                    "\\\\echo.example/e | https://echo.example/e",
                    "HTTPS://echo.example/e | https://echo.example/e",
                    "https:e | https://courier.example/a/e",
                    "http:echo.example | http://echo.example/",
                    "mailto:desk@courier.example | none",
                    "https://cou rier/ | none",
                })
        void isReadAgainstIt(String reference, String expected) {
            assertThat(page.resolve(reference).map(Url::toString).orElse(null)).isEqualTo(expected);
        }
    }

    @Nested
    @DisplayName("as people write it")
    class Typed {
        @ParameterizedTest
        @CsvSource({
            "courier.example/a, https://courier.example/a",
            "courier.example:8443/a, https://courier.example:8443/a",
            "//courier.example/a, https://courier.example/a",
            "http://courier.example, http://courier.example/",
        })
        void needsNoScheme(String written, String expected) {
            assertThat(Url.parseTyped(written)).map(Url::toString).contains(expected);
        }

        @Test
        void keepsAnotherScheme() {
            assertThat(Url.parseTyped("urn:isbn:1")).isEmpty();
            assertThat(Url.isOfAnotherScheme("file:///a")).isTrue();
            assertThat(Url.isOfAnotherScheme("courier.example:8443/a")).isFalse();
        }
    }

    @Nested
    @DisplayName("anything at all")
    class Anything {
        @Test
        void isReadWithoutAnAccidentAndWrittenAgainTheSame() {
            List<String> pieces = List.of(
                    "http",
                    "https",
                    ":",
                    "/",
                    "//",
                    "\\",
                    "@",
                    "?",
                    "#",
                    "&",
                    "=",
                    "%",
                    "%2",
                    "%2e",
                    "%zz",
                    "%C3",
                    "..",
                    ".",
                    "[",
                    "]",
                    "[::1]",
                    "0x",
                    "1",
                    "255",
                    "xn--",
                    "-",
                    "_",
                    "a",
                    "B",
                    "\u00fc",
                    "\u00df",
                    "\u3002",
                    "\ud800",
                    "\udc00",
                    "\u202e",
                    "\u0000",
                    "\t",
                    " ",
                    "\ud83d\ude00",
                    "example",
                    "{",
                    "}",
                    "|",
                    ";",
                    "(S(");
            var random = new Random(SEED);
            for (int round = 0; round < 20_000; round++) {
                var text = new StringBuilder(random.nextInt(4) > 0 ? "https://" : "");
                for (int i = random.nextInt(12); i >= 0; i--) {
                    text.append(pieces.get(random.nextInt(pieces.size())));
                }
                String written = text.toString();
                Url.parse(written)
                        .ifPresent(url -> assertThat(Url.parse(url.toString()))
                                .as("seed %s: %s", SEED, written)
                                .contains(url));
                ArticleUrl.of(written)
                        .ifPresent(url -> assertThat(ArticleUrl.of(url.text()))
                                .as("seed %s: %s", SEED, written)
                                .contains(url));
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a.", "/..", "%2e/", "%", "\u00fc", "\u00fc.", "?&", "&a=", ";sid=", "/amp", "-1", "@", "//", "[",
                    ":", "(S("
                })
        void ofMaximalLengthIsReadInTime(String piece) {
            String host = "https://" + piece.repeat(65_000 / piece.length());
            String path = "https://courier.example/" + piece.repeat(65_000 / piece.length());
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (String text :
                    List.of(host, path, path + "?" + piece.repeat(10), "https://web.archive.org/web/2026/" + path)) {
                ArticleUrl.of(text).ifPresent(url -> url.isAsTellingAs(url));
                ArticleUrl.stated(text);
            }
            assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start))
                    .isLessThan(Duration.ofMillis(500));
        }
    }
}
