package broadsheet.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.feed.FeedDocument.Reading;
import broadsheet.model.Fetch;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("a feed as it was fetched")
class FeedDocumentTest {

    private static final URI URL = URI.create("https://courier.example/news/feed.xml");

    private static FeedDocument read(String xml, Collection<String> known) {
        return ((Reading.Read) FeedDocument.read(
                        xml.getBytes(StandardCharsets.UTF_8), Optional.of("application/rss+xml"), URL, known))
                .document();
    }

    private static String rss(String... items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Courier</title>" + String.join("", items)
                + "</channel></rss>";
    }

    private static String item(String guid, String link, String title) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><link>" + link + "</link><title>" + title
                + "</title><description>A teaser…</description></item>";
    }

    private static List<String> hashes(FeedDocument feed) {
        List<String> all = new ArrayList<>();
        for (Fetch.Entry entry : feed.news()) {
            all.add(entry.id());
            all.add(entry.version());
            entry.link().map(ShortHash::ofLink).ifPresent(all::add);
        }
        return all;
    }

    @Nested
    @DisplayName("entries")
    class Entries {

        @Test
        void behaviour18AreKnownByTheirGuid() {
            List<String> known = hashes(read(rss(item("g1", "https://courier.example/a", "A")), List.of()));
            FeedDocument again = read(rss(item("g1", "https://courier.example/a-with-a-new-slug", "A")), known);
            assertThat(again.strangers()).isZero();
        }

        @Test
        void behaviour25AreAllToldInTurnThoughALineOfTheLedgerHasNoRoomForThem() {
            String[] items = new String[600];
            for (int i = 0; i < items.length; i++) {
                items[i] = item("g" + i, "https://courier.example/" + "long/".repeat(600) + i, "Story " + i);
            }
            FeedDocument first = read(rss(items), List.of());
            assertThat(first.untold()).isBetween(200, 400);
            assertThat(first.news()).hasSize(600 - first.untold());
            FeedDocument second = read(rss(items), hashes(first));
            assertThat(second.news()).hasSize(first.untold()).doesNotContainAnyElementsOf(first.news());
            assertThat(second.untold()).isZero();
        }

        @Test
        void behaviour17BeyondTheTwoThousandAreNamedAsNotRead() {
            String[] items = new String[2_500];
            for (int i = 0; i < items.length; i++) {
                items[i] = item("g" + i, "https://courier.example/" + i, "Story " + i);
            }
            FeedDocument feed = read(rss(items), List.of());
            assertThat(feed.size()).isEqualTo(2_000);
            assertThat(feed.unread()).isEqualTo(500);
        }

        @Test
        void behaviour18AreKnownByTheirLinkWhenTheGuidChanges() {
            List<String> known = hashes(read(rss(item("g1", "https://courier.example/a", "A")), List.of()));
            FeedDocument again = read(rss(item("g2", "https://courier.example/a", "A")), known);
            assertThat(again.strangers()).isZero();
            assertThat(again.news()).isEmpty();
        }

        @Test
        void behaviour18AreToldApartByTheirLinksWhenAllHaveOneGuid() {
            FeedDocument feed = read(
                    rss(item("x", "https://courier.example/a", "A"), item("x", "https://courier.example/b", "B")),
                    List.of());
            assertThat(feed.news()).extracting(Fetch.Entry::id).doesNotHaveDuplicates();
        }

        @Test
        void behaviour18WithoutGuidAndLinkAreKnownByTitleAndDate() {
            String item = "<item><title>A</title><pubDate>Mon, 30 Nov 2026 08:00:00 GMT</pubDate></item>";
            List<String> known = hashes(read(rss(item), List.of()));
            assertThat(read(rss(item), known).news()).isEmpty();
            assertThat(read(rss(item.replace("08:00", "09:00")), known).strangers())
                    .isEqualTo(1);
        }

        @Test
        void behaviour18ThatAreChangedAreTold() {
            List<String> known = hashes(read(rss(item("g1", "https://courier.example/a", "A")), List.of()));
            FeedDocument again = read(rss(item("g1", "https://courier.example/a", "A, corrected")), known);
            assertThat(again.strangers()).isZero();
            assertThat(again.news()).hasSize(1);
        }

        @Test
        void behaviour19HaveAbsoluteLinks() {
            assertThat(read(rss(item("g", "story/1", "A"), item("h", "/x", "B")), List.of())
                            .news())
                    .extracting(entry -> entry.link().orElse(""))
                    .containsExactly("https://courier.example/news/story/1", "https://courier.example/x");
        }

        @Test
        void behaviour19GoByXmlBase() {
            String atom =
                    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://courier.example/deep/\"><entry"
                            + " xml:base=\"er/\"><id>1</id><title>A</title><link href=\"a\"/></entry></feed>";
            assertThat(read(atom, List.of()).news().get(0).link()).contains("https://courier.example/deep/er/a");
        }

        @Test
        void behaviour19DropLinksToScripts() {
            assertThat(read(rss(item("g", "javascript:alert(1)", "A")), List.of())
                            .news()
                            .get(0)
                            .link())
                    .isEmpty();
        }

        @Test
        void carryFullTextsOrTeasers() {
            String full = "<item><guid>f</guid><title>A</title><content:encoded><![CDATA[<p>"
                    + "The bridge was closed for repairs for all of spring and is open again. ".repeat(30)
                    + "</p>]]></content:encoded></item>";
            FeedDocument feed = read(rss(full, item("t", "/t", "B")), List.of());
            assertThat(feed.news()).extracting(Fetch.Entry::full).containsExactly(true, false);
            assertThat(feed.hasFullNews()).isTrue();
        }
    }

    @Nested
    @DisplayName("a damaged one")
    class Damaged {

        @Test
        void behaviour20WithUndeclaredEntitiesAndBareAmpersandsIsRead() {
            FeedDocument feed = read(rss(item("g", "/a?x=1&y=2", "Q&A: caf&eacute; &nbsp;&bogus;")), List.of());
            assertThat(feed.news().get(0).link()).contains("https://courier.example/a?x=1&y=2");
            assertThat(feed.news().get(0).title().orElse("")).startsWith("Q&A: café");
        }

        @Test
        void behaviour20WithAWrongCharsetOrABomIsRead() {
            String xml = rss(item("g", "/a", "Grüße"));
            for (byte[] bytes : List.of(
                    ("\ufeff" + xml).getBytes(StandardCharsets.UTF_8),
                    xml.getBytes(StandardCharsets.UTF_16),
                    xml.getBytes(Charset.forName("windows-1252")))) {
                var reading = FeedDocument.read(bytes, Optional.of("text/xml; charset=iso-8859-1"), URL, List.of());
                assertThat(((Reading.Read) reading).document().news().get(0).title())
                        .contains("Grüße");
            }
        }

        @Test
        void behaviour20ThatIsAPageOrEmptyIsNone() {
            for (String body : List.of(
                    "<!doctype html><html><body>Not found</body></html>",
                    "",
                    "  \n",
                    "{\"error\": 1}",
                    "<?xml version=\"1.0\"?><note/>",
                    "just words")) {
                assertThat(FeedDocument.read(
                                body.getBytes(StandardCharsets.UTF_8), Optional.of("text/xml"), URL, List.of()))
                        .as(body)
                        .isInstanceOf(Reading.Unreadable.class);
            }
        }

        @Test
        void behaviour20ThatIsCutIsReadAsFarAsItGoes() {
            String xml = rss(item("g", "/a", "A"), item("h", "/b", "B"));
            assertThat(read(xml.substring(0, xml.indexOf("/b")), List.of()).news())
                    .isNotEmpty();
        }
    }

    @Test
    void behaviour7WishesOfTheFeedAreRead() {
        FeedHints hints = read(
                        rss(
                                "<ttl>90</ttl><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
                                        + "<skipHours><hour>1</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>"),
                        List.of())
                .hints();
        assertThat(hints.every()).contains(Duration.ofMinutes(90));
        assertThat(hints.quietHours()).containsExactly(0, 1);
        assertThat(hints.quietDays()).containsExactly("Sunday");
    }
}
