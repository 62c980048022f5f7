package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.ingest.ParseOutcome.Rejected;
import broadsheet.model.Article;
import broadsheet.model.Provenance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageParserTest {
    private final PageParser parser = new PageParser(IngestSettings.defaults());

    private Article article(RawPage page) {
        return article(parser.parse(page).outcomes().get(0));
    }

    private static Article article(ParseOutcome outcome) {
        assertThat(outcome).isInstanceOf(Parsed.class);
        return ((Parsed) outcome).article();
    }

    private Rejected rejection(RawPage page) {
        ParseOutcome outcome = parser.parse(page).outcomes().get(0);
        assertThat(outcome).isInstanceOf(Rejected.class);
        return (Rejected) outcome;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    @DisplayName("a news page of HTML")
    class Html {
        private final Article article = article(Samples.page(Samples.HARBOUR_PAGE));

        @Test
        void givesTheBodyAndNothingElse() {
            assertThat(article.body()).isEqualTo(Samples.HARBOUR_BODY);
        }

        @Test
        void givesHeadlineAuthorSectionAndSource() {
            assertThat(article.headline()).isEqualTo("Port Ellery closes its fish market for two years");
            assertThat(article.authors()).containsExactly("Ana Reyes");
            assertThat(article.section()).contains("Local");
            assertThat(article.source().name()).contains("The Ellery Courier");
            assertThat(article.source().domain()).contains("courier.example");
            assertThat(article.language()).isEqualTo("en");
        }

        @Test
        void keepsTheDayOfThePageBesideTheMoment() {
            Parsed parsed = (Parsed)
                    parser.parse(Samples.page(Samples.HARBOUR_PAGE)).outcomes().get(0);
            assertThat(parsed.article().publishedAt()).contains(Instant.parse("2026-03-02T04:30:00Z"));
            assertThat(parsed.publishedOn()).contains(LocalDate.of(2026, 3, 1));
        }

        @Test
        void saysWhereEachFieldWasFound() {
            assertThat(article.provenance())
                    .containsEntry("authors", Provenance.JSON_LD)
                    .containsEntry("source", Provenance.META)
                    .containsEntry("body", Provenance.HTML);
        }

        @Test
        void hasTheSameIdUnderATrackedUrl() {
            assertThat(article.canonicalUrl()).contains("https://courier.example/news/fish-market?p=7");
        }
    }

    @Nested
    @DisplayName("a page as plain text")
    class TextDump {
        private final Article article = article(Samples.bytes(utf8("""
            Skip to content Main menu

            Port Ellery closes its fish market for two years

            Ana Reyes Views

            The north wall of the market hall, with the gauges that the engineers fixed to it. Courier Pictures
            The north wall of the market hall, with the gauges that the engineers fixed to it. / Courier Pictures

            %s

            Ana Reyes
            ana@courier.example

            Comments0

            [LOCAL] Latest Stories

              • Ferry prices rise again in spring
              • A school for pilots opens in the old customs house
            """.formatted(Samples.HARBOUR_BODY))));

        @Test
        void givesTheBodyWithoutCaptionAndLists() {
            assertThat(article.body()).isEqualTo(Samples.HARBOUR_BODY);
        }

        @Test
        void givesHeadlineAuthorAndSection() {
            assertThat(article.headline()).isEqualTo("Port Ellery closes its fish market for two years");
            assertThat(article.authors()).containsExactly("Ana Reyes");
            assertThat(article.section()).contains("LOCAL");
        }
    }

    @Nested
    @DisplayName("a feed")
    class FeedPage {
        private final Parse parse =
                parser.parse(Samples.bytes(utf8("""
                    <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                    <title>The Ellery Courier</title><language>en</language>
                    <item><title>Port Ellery closes its fish market</title><link>https://courier.example/1</link>
                    <pubDate>Sun, 01 Mar 2026 09:00:00 GMT</pubDate><content:encoded><![CDATA[%s]]></content:encoded></item>
                    <item><title>Ferry prices rise</title><link>https://courier.example/2</link><description>From spring on. Read more</description></item>
                    </channel></rss>
                    """.formatted(Samples.paragraphs(Samples.HARBOUR_BODY)))));

        @Test
        void givesOneOutcomeForEachEntry() {
            assertThat(parse.isCollection()).isTrue();
            assertThat(parse.outcomes()).hasSize(2);
        }

        @Test
        void givesAnArticleForAFullText() {
            Article article = article(parse.outcomes().get(0));
            assertThat(article.url()).contains("https://courier.example/1");
            assertThat(article.body()).isEqualTo(Samples.HARBOUR_BODY);
            assertThat(article.publishedAt()).contains(Instant.parse("2026-03-01T09:00:00Z"));
        }

        @Test
        void rejectsATeaserWithItsLink() {
            Rejected rejected = (Rejected) parse.outcomes().get(1);
            assertThat(rejected.reason()).isEqualTo(Reason.TEASER_ONLY);
            assertThat(rejected.url()).contains("https://courier.example/2");
        }

        @Test
        void readsAtom() {
            Parse atom = parser.parse(Samples.bytes(
                    utf8("<feed xmlns='http://www.w3.org/2005/Atom'><title>C</title><entry><title>T</title><link"
                            + " href='https://courier.example/3'/><updated>2026-03-01T09:00:00Z</updated><content"
                            + " type='xhtml'><div>"
                            + Samples.paragraphs(Samples.HARBOUR_BODY) + "</div></content></entry></feed>")));
            assertThat(article(atom.outcomes().get(0)).body()).isEqualTo(Samples.HARBOUR_BODY);
        }

        @Test
        void readsJsonFeed() {
            Parse json = parser.parse(Samples.bytes(utf8(
                    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"C\",\"items\":[{\"id\":\"1\",\"title\":\"T\",\"content_text\":\""
                            + Samples.HARBOUR_BODY.replace("\"", "\\\"").replace("\n", "\\n") + "\"}]}")));
            assertThat(article(json.outcomes().get(0)).body()).isEqualTo(Samples.HARBOUR_BODY);
        }
    }

    @Nested
    @DisplayName("a wrapped page")
    class WrappedPage {
        @Test
        void comesOutOfAnEnvelope() {
            String json =
                    "{\"url\":\"https://courier.example/7\",\"fetchedAt\":\"2026-03-01T10:00:00Z\",\"bodyBase64\":\""
                            + Base64.getEncoder().encodeToString(utf8(Samples.HARBOUR_PAGE)) + "\"}";
            Article article = article(Samples.bytes(utf8(json)));
            assertThat(article.body()).isEqualTo(Samples.HARBOUR_BODY);
            assertThat(article.url()).contains("https://courier.example/7");
            assertThat(article.fetchedAt()).isEqualTo(Samples.FETCHED);
        }

        @Test
        void comesOutOfAWarcResponse() {
            String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + Samples.HARBOUR_PAGE;
            String warc = "WARC/1.1\r\n"
                    + "WARC-Type: response\r\n"
                    + "WARC-Target-URI: https://courier.example/7\r\n"
                    + "WARC-Date: 2026-03-01T10:00:00Z\r\n"
                    + "Content-Length:"
                    + " " + utf8(http).length + "\r\n\r\n" + http + "\r\n\r\n";
            Article article = article(Samples.bytes(utf8(warc)));
            assertThat(article.body()).isEqualTo(Samples.HARBOUR_BODY);
            assertThat(article.url()).contains("https://courier.example/7");
        }

        @Test
        void comesOutOfGzip() throws IOException {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(utf8(Samples.HARBOUR_PAGE));
            }
            assertThat(article(Samples.bytes(packed.toByteArray())).body()).isEqualTo(Samples.HARBOUR_BODY);
        }

        @Test
        void comesOutOfANinjsItem() {
            String item = "{\"uri\":\"urn:example:1\",\"type\":\"text\",\"headline\":\"A headline\",\"byline\":\"By Ana"
                    + " Reyes\",\"body_text\":\""
                    + Samples.HARBOUR_BODY.replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
            Article article = article(Samples.bytes(utf8(item)));
            assertThat(article.body()).isEqualTo(Samples.HARBOUR_BODY);
            assertThat(article.authors()).containsExactly("Ana Reyes");
        }
    }

    @Nested
    @DisplayName("bad input")
    class BadInput {
        @Test
        void ofNoBytesIsEmpty() {
            assertThat(rejection(Samples.bytes(new byte[0])).reason()).isEqualTo(Reason.EMPTY);
        }

        @Test
        void overTheLimitIsTooLarge() {
            assertThat(rejection(Samples.bytes(new byte[10 * 1024 * 1024 + 1])).reason())
                    .isEqualTo(Reason.TOO_LARGE);
        }

        @Test
        void thatUnpacksOverTheLimitIsTooLarge() throws IOException {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(new byte[30 * 1024 * 1024]);
            }
            assertThat(rejection(Samples.bytes(packed.toByteArray())).reason()).isEqualTo(Reason.TOO_LARGE);
        }

        @Test
        void ofRandomBytesIsUnsupported() {
            byte[] bytes = new byte[4096];
            new Random(7).nextBytes(bytes);
            assertThat(rejection(Samples.bytes(bytes)).reason()).isEqualTo(Reason.UNSUPPORTED_TYPE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "PK\u0003\u0004 a zip",
                    "%PDF-1.7 a document",
                    "<?xml version='1.0'?><urlset></urlset>",
                    "{\"a\": 1}"
                })
        void ofAnotherTypeIsUnsupported(String bytes) {
            assertThat(rejection(Samples.bytes(utf8(bytes))).reason()).isEqualTo(Reason.UNSUPPORTED_TYPE);
        }

        @Test
        void ofBrokenJsonIsMalformed() {
            assertThat(rejection(Samples.bytes(utf8("{\"body\": "))).reason()).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void withAnErrorStatusIsAnErrorPage() {
            RawPage failed = Samples.page(Samples.HARBOUR_PAGE).withStatus(java.util.Optional.of(404));
            assertThat(rejection(failed).reason()).isEqualTo(Reason.ERROR_PAGE);
        }

        @Test
        void nestedAHundredThousandDeepStillGivesItsText() {
            String html = "<html><head><title>A deep page of the courier</title></head><body>" + "<div>".repeat(100_000)
                    + Samples.paragraphs(Samples.HARBOUR_BODY) + "</body></html>";
            long start = cpu();
            assertThat(article(Samples.bytes(utf8(html))).body()).contains("Council leader Marta Oduya");
            assertThat(Duration.ofNanos(cpu() - start)).isLessThan(Duration.ofSeconds(2));
        }

        private static long cpu() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        @Test
        void ofHeadingsInHeadingsIsReadInTime() {
            byte[] page = utf8("<h1>" + "<h2><div>The same old story once more. ".repeat(40_000));
            long start = cpu();
            parser.parse(Samples.bytes(page));
            assertThat(Duration.ofNanos(cpu() - start)).isLessThan(Duration.ofSeconds(2));
        }

        @Test
        void ofATitleOrAHeadingThatNeverEndsIsReadInTime() {
            String endless = "The same old story once more, ".repeat(100_000);
            byte[] page = utf8("<title>" + endless + "</title><h1>" + endless);
            long start = cpu();
            parser.parse(Samples.bytes(page));
            assertThat(Duration.ofNanos(cpu() - start)).isLessThan(Duration.ofSeconds(2));
        }

        @Test
        void ofNineMebibytesIsReadInTime() {
            String more = Samples.paragraphs(Samples.HARBOUR_BODY).repeat(14 * 1024);
            byte[] page = utf8(Samples.HARBOUR_PAGE.replace("</article>", more + "</article>"));
            assertThat(page.length).isBetween(8 * 1024 * 1024, 10 * 1024 * 1024);
            long start = cpu();
            parser.parse(Samples.bytes(page));
            assertThat(Duration.ofNanos(cpu() - start)).isLessThan(Duration.ofSeconds(2));
        }

        @Test
        void thatDeclaresEntitiesUponEntitiesExpandsNone() {
            String bomb = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">" + entities()
                    + "]><rss><channel><item><title>&lol9;</title>"
                    + "<description>&lol9;</description></item></channel></rss>";
            List<ParseOutcome> outcomes =
                    parser.parse(Samples.bytes(utf8(bomb))).outcomes();
            assertThat(outcomes).singleElement().isInstanceOf(Rejected.class);
        }

        private static String entities() {
            var entities = new StringBuilder();
            for (int i = 1; i < 10; i++) {
                entities.append("<!ENTITY lol")
                        .append(i)
                        .append(" \"")
                        .append(("&lol" + (i == 1 ? "" : i - 1) + ";").repeat(10))
                        .append("\">");
            }
            return entities.toString();
        }

        @Test
        void thatNamesAnExternalEntityReadsNoFile() {
            String feed = "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM"
                    + " \"file:///etc/hostname\">]><rss><channel><item><title>T</title>"
                    + "<content:encoded>" + Samples.paragraphs(Samples.HARBOUR_BODY)
                    + "<p>&x;</p></content:encoded></item></channel></rss>";
            assertThat(article(parser.parse(Samples.bytes(utf8(feed)))
                                    .outcomes()
                                    .get(0))
                            .body())
                    .startsWith(Samples.HARBOUR_BODY)
                    .doesNotContain("localhost");
        }

        @Test
        void thatLiesAboutItsCharsetIsReadByItsBytes() {
            byte[] latin = "<html><head><meta charset=\"utf-8\"><title>Un été au port</title></head><body><p>"
                    .getBytes(StandardCharsets.ISO_8859_1);
            byte[] body = Samples.HARBOUR_BODY
                    .replace("Oduya", "Odéa, qui a été maire,")
                    .getBytes(StandardCharsets.ISO_8859_1);
            byte[] page = Arrays.copyOf(latin, latin.length + body.length);
            System.arraycopy(body, 0, page, latin.length, body.length);
            assertThat(article(Samples.bytes(page)).body()).contains("Odéa, qui a été maire,");
        }
    }
}
