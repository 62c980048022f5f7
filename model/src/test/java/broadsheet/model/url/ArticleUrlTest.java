package broadsheet.model.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleUrlTest {
    private static final String STORY = "https://courier.example/harbour/ferry-terminal-closes-8841";

    private static String text(String url) {
        return ArticleUrl.of(url).map(ArticleUrl::text).orElse("none");
    }

    private static String key(String url) {
        return ArticleUrl.of(url).map(ArticleUrl::key).orElse("none");
    }

    private static boolean refines(String stated, String fetched) {
        ArticleUrl page = ArticleUrl.of(fetched).orElseThrow();
        return ArticleUrl.stated(stated).filter(own -> own.isAsTellingAs(page)).isPresent();
    }

    @Nested
    @DisplayName("the key")
    class Key {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://courier.example/harbour/ferry-terminal-closes-8841",
                    "https://www.courier.example/harbour/ferry-terminal-closes-8841",
                    "https://courier.example/harbour/ferry-terminal-closes-8841/",
                    "https://courier.example//harbour///ferry-terminal-closes-8841",
                    "https://courier.example/harbour/ferry-terminal-closes-8841#comments",
                    "https://courier.example/harbour/ferry-terminal-closes-8841/?",
                })
        void leavesOutSchemeWwwSlashesAndPlacesOnThePage(String url) {
            assertThat(key(url)).isEqualTo(key(STORY));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://courier.example/harbour/Ferry-terminal-closes-8841",
                    "https://courier.example/harbour/ferry-terminal-closes-8842",
                    "https://desk.courier.example/harbour/ferry-terminal-closes-8841",
                    "https://courier.example:8443/harbour/ferry-terminal-closes-8841",
                    "https://courier.example/harbour/ferry-terminal-closes-8841?page=2",
                    "https://courier.example/harbour/ferry-terminal-closes-8841?id=7",
                    "https://courier.example/harbour/ferry-terminal-closes-8841#!/pictures",
                })
        void keepsWhatCanTellTwoArticlesApart(String url) {
            assertThat(key(url)).isNotEqualTo(key(STORY));
        }

        @Test
        void keepsAHostThatIsCalledWww() {
            assertThat(key("https://www.example/a")).isEqualTo("www.example/a");
        }
    }

    @Nested
    @DisplayName("a route of a page's script")
    class Routes {
        @ParameterizedTest
        @CsvSource({
            "https://courier.example/#!/news/77, https://courier.example/#!/news/77",
            "https://courier.example/#/news/77, https://courier.example/#/news/77",
            "https://courier.example/?_escaped_fragment_=/news/77, https://courier.example/#!/news/77",
            "https://courier.example/?_escaped_fragment_=%2Fnews%2F77, https://courier.example/#!/news/77",
            "https://courier.example/a#/, https://courier.example/a",
            "https://courier.example/a#news, https://courier.example/a",
        })
        void stays(String url, String expected) {
            assertThat(text(url)).isEqualTo(expected);
        }
    }

    @Nested
    @DisplayName("a parameter")
    class OfTheQuery {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "utm_source=a",
                    "utm_anything=a",
                    "fbclid=A1",
                    "gclid=1",
                    "msclkid=1",
                    "mc_cid=12ab",
                    "pk_campaign=1",
                    "PHPSESSID=4f1c2a9b7de8",
                    "jsessionid=1",
                    "ASPSESSIONIDQABC=1",
                    "CFID=12&CFTOKEN=345",
                    "sid=abcdef0123456789abcdef",
                    "ref=home",
                    "ref=8",
                    "cid=social_20260303",
                    "source=rss",
                    "amp",
                    "amp=1",
                    "outputType=amp",
                    "print=true",
                    "view=print",
                    "m=1",
                    "srsltid=AfmBOo",
                    "__twitter_impression=true",
                })
        void ofTrackingSessionsAndFormsGoesWhereThePathTells(String query) {
            assertThat(text(STORY + "?" + query)).isEqualTo(STORY);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"id=8841", "p=12", "article=551204", "cid=1001", "ref=77", "sid=1234", "story=a-b-c", "x=1"})
        void thatMayBeAnIdStaysWhereNothingElseTells(String query) {
            String url = "https://courier.example/view.php?" + query;
            assertThat(text(url)).isEqualTo(url);
        }

        @Test
        void ofACampaignGoesWhereAnotherIsTheId() {
            assertThat(text("https://courier.example/view.php?cid=77&id=8841"))
                    .isEqualTo("https://courier.example/view.php?id=8841");
        }

        @ParameterizedTest
        @ValueSource(strings = {"cid=newsletter", "ref=home", "from=front"})
        void ofACampaignGoesWhereItIsNoId(String query) {
            assertThat(text("https://courier.example/view.php?" + query)).isEqualTo("https://courier.example/view.php");
        }

        @Test
        void isSaidOnceAndInOrder() {
            assertThat(text("https://courier.example/view?b=2&a=1&&b=2"))
                    .isEqualTo("https://courier.example/view?a=1&b=2");
        }

        @ParameterizedTest
        @CsvSource({
            "/harbour/ferry;jsessionid=AB-1!2, /harbour/ferry",
            "/harbour/ferry;v=2;jsessionid=AB, /harbour/ferry;v=2",
            "/(S(abc123))/harbour/ferry, /harbour/ferry",
        })
        void ofASessionInThePathGoesToo(String path, String expected) {
            assertThat(text("https://courier.example" + path)).isEqualTo("https://courier.example" + expected);
        }
    }

    @Nested
    @DisplayName("a form of a page")
    class Forms {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://amp.courier.example/harbour/ferry-terminal-closes-8841",
                    "https://m.courier.example/harbour/ferry-terminal-closes-8841",
                    "https://www.m.courier.example/harbour/ferry-terminal-closes-8841",
                    "https://mobile.courier.example/harbour/ferry-terminal-closes-8841",
                    "https://courier.example/amp/harbour/ferry-terminal-closes-8841",
                    "https://courier.example/harbour/ferry-terminal-closes-8841/amp/",
                    "https://courier.example/harbour/ferry-terminal-closes-8841.amp",
                    "https://courier.example/print/harbour/ferry-terminal-closes-8841",
                    "https://courier.example/harbour/ferry-terminal-closes-8841/print",
                })
        void isThePage(String url) {
            assertThat(key(url)).isEqualTo(key(STORY));
        }

        @Test
        void keepsItsEnding() {
            assertThat(text("https://courier.example/harbour/ferry.amp.html"))
                    .isEqualTo("https://courier.example/harbour/ferry.html");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://m.example/a",
                    "https://m.github.io/ferry-terminal-closes-8841",
                    "https://amp.co.uk/ferry-terminal-closes-8841",
                    "https://courier.example/amp/",
                    "https://courier.example/print/letters",
                    "https://courier.example/amp",
                    "https://courier.example/guitars/champ",
                })
        void isNotWhatOnlySoundsLikeOne(String url) {
            assertThat(text(url)).isEqualTo(url);
        }
    }

    @Nested
    @DisplayName("a cache or an archive")
    class OfMirrors {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://courier-example.cdn.ampproject.org/c/s/courier.example/harbour/ferry-terminal-closes-8841",
                    "https://courier-example.cdn.ampproject.org/v/s/courier.example/harbour/ferry-terminal-closes-8841?amp_js_v=0.1&usqp=mq331",
                    "https://cdn.ampproject.org/c/courier.example/harbour/ferry-terminal-closes-8841",
                    "https://courier-example.bing-amp.com/c/s/courier.example/harbour/ferry-terminal-closes-8841",
                    "https://www.google.com/amp/s/courier.example/harbour/ferry-terminal-closes-8841",
                    "https://www.google.co.uk/amp/s/courier.example/harbour/ferry-terminal-closes-8841",
                    "https://courier-example.translate.goog/harbour/ferry-terminal-closes-8841?_x_tr_sl=en&_x_tr_tl=de",
                    "https://www.bing.com/amp/s/courier.example/harbour/ferry-terminal-closes-8841",
                    "https://web.archive.org/web/20260303101500/https://courier.example/harbour/ferry-terminal-closes-8841",
                    "https://web.archive.org/web/2026id_/http://www.courier.example/harbour/ferry-terminal-closes-8841",
                    "https://web.archive.org/web/20260303/courier.example/harbour/ferry-terminal-closes-8841",
                    "https://web.archive.org/web/20260303/https:/courier.example/harbour/ferry-terminal-closes-8841",
                    "https://web.archive.org/web/20260303/https%3A%2F%2Fcourier.example%2Fharbour%2Fferry-terminal-closes-8841",
                    "https://archive.ph/20260303/https://courier.example/harbour/ferry-terminal-closes-8841",
                    "https://arquivo.pt/wayback/20260303/https://courier.example/harbour/ferry-terminal-closes-8841",
                    "https://webcache.googleusercontent.com/search?q=cache:Ab_cdEFgh-1J:https://courier.example/harbour/ferry-terminal-closes-8841+ferry&hl=en",
                    "https://web.archive.org/web/2026/https://web.archive.org/web/2025/https://courier.example/harbour/ferry-terminal-closes-8841",
                })
        void saysWhosePageItShows(String url) {
            assertThat(key(url)).isEqualTo(key(STORY));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://web.archive.example/web/20260303/https://courier.example/a",
                    "https://web.archive.org.echo.example/web/20260303/https://courier.example/a",
                    "https://cdn.ampproject.org.echo.example/c/s/courier.example/a",
                    "https://courier-example.translate.goog.echo.example/a",
                    "https://echo.example/amp/s/courier.example/harbour/ferry-8841",
                    "https://www.google.echo.example/amp/s/courier.example/a",
                    "https://google.echo/amp/s/courier.example/a",
                    "https://echo.example/https://courier.example/a",
                    "https://echo.example/?url=https://courier.example/a",
                    "https://web.archive.org/about/https://courier.example/a",
                })
        void isKnownByItsHostAlone(String url) {
            assertThat(ArticleUrl.of(url)).map(ArticleUrl::site).isNotEqualTo(Optional.of("courier.example"));
        }
    }

    @Nested
    @DisplayName("an address that a page calls its own")
    class Stated {
        @ParameterizedTest
        @CsvSource({
            "https://www.courier.example/harbour/ferry-terminal-closes-8841",
            "https://courier.example/sea/ferry-terminal-closes-8841",
            "https://courier.example/8841",
            "https://courier.example/ferry-terminal-closes-for-a-year",
            "https://courier.example/2026/03/03/ferry",
            "https://courier.example/show.php?id=8841",
        })
        void isBelievedWhereItIsAsMuchAStorys(String stated) {
            assertThat(refines(stated, STORY)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://courier.example/",
                    "https://courier.example/index.html",
                    "https://courier.example/en/",
                    "https://courier.example/pt-br",
                    "https://courier.example/harbour",
                    "https://courier.example/harbour/",
                    "https://courier.example/sport",
                    "https://courier.example/local-news/",
                    "https://courier.example/2026/03",
                    "https://courier.example/{{slug}}-8841",
                    "https://courier.example/${story.id}/8841",
                    "https://courier.example/%7B%7Bslug%7D%7D/8841",
                    "https://courier.example/[[permalink]]-8841",
                    "https://courier.example/<%= url %>/8841",
                    "https://courier.example/news/undefined?id=8841",
                    "https://courier.example/[object%20Object]?id=8841",
                })
        void isNotBelievedWhereItIsLess(String stated) {
            assertThat(refines(stated, STORY)).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "https://courier.example/ferry-terminal-closes-8841, https://courier.example/ferry-terminal-closes-8841?page=2",
            "https://courier.example/ferry-terminal-closes-8841, https://courier.example/ferry-terminal-closes-8841/2",
            "https://courier.example/ferry-terminal-closes-8841, https://courier.example/ferry-terminal-closes-8841/page/2",
            "https://courier.example/view.php, https://courier.example/view.php?cid=1001",
            "https://courier.example/view.php?cid=1002, https://courier.example/view.php?cid=1001",
            "https://courier.example/view.php, https://courier.example/view.php?x=12",
            "https://courier.example/app, https://courier.example/app#!/story/12",
            "https://courier.example/app-2026, https://courier.example/app-2026#!/story/12",
            "https://courier.example/live-of-the-long-day-2026, https://courier.example/live-of-the-long-day-2026/ferry-8841",
            "https://courier.example/a, https://courier.example/a/harbour",
            "https://courier.example/b, https://courier.example/a/harbour",
        })
        void isNotBelievedWhereItLosesWhatTellsThePage(String stated, String fetched) {
            assertThat(refines(stated, fetched)).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "https://courier.example/ferry-terminal-closes-8841, https://courier.example/ferry-terminal-closes-8841?from_feed=1",
            "https://courier.example/ferry-terminal-closes-8841, https://courier.example/ferry-terminal-closes-8841/comments",
            "https://courier.example/ferry-terminal-closes-8841, https://courier.example/ferry-terminal-closes-8841?page=1",
            "https://courier.example/ferry-closes-for-year, https://courier.example/?p=8841",
            "https://courier.example/b/harbour, https://courier.example/a/harbour",
            "https://courier.example/story/12-ferry, https://courier.example/#!/story/12",
            "https://courier.example/harbour-ferry-closes, https://courier.example/",
        })
        void isBelievedWhereItLosesNothing(String stated, String fetched) {
            assertThat(refines(stated, fetched)).isTrue();
        }
    }

    @Nested
    @DisplayName("a site")
    class Sites {
        @ParameterizedTest
        @CsvSource({
            "courier.example, courier.example",
            "www.desk.courier.example, courier.example",
            "my_blog.courier.example, courier.example",
            "desk.courier.co.uk, courier.co.uk",
            "oberlindecho.jor.br, oberlindecho.jor.br",
            "a.karsund.blogspot.com, karsund.blogspot.com",
            "karsund.github.io, karsund.github.io",
            "github.io, github.io",
            "karsund.substack.com, karsund.substack.com",
            "a.www.ck, www.ck",
            "a.b.courier.ck, b.courier.ck",
            "xn--mnchen-3ya.xn--55qx5d.cn, xn--mnchen-3ya.xn--55qx5d.cn",
            "localhost, localhost",
            "203.0.113.7, 203.0.113.7",
            "[2001:db8::1], [2001:db8::1]",
        })
        void isWhatSomebodyRegistered(String host, String site) {
            assertThat(Site.of(host)).isEqualTo(site);
        }
    }
}
