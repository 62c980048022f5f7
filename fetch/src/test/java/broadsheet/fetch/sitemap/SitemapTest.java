package broadsheet.fetch.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.feed.ShortHash;
import broadsheet.fetch.sitemap.Sitemap.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a sitemap as it was fetched")
class SitemapTest {

    private static final URI URL = URI.create("https://www.courier.example/sitemap.xml");
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final int LIMIT = 50 << 20;

    private static Sitemap read(byte[] bytes, List<String> known) {
        return ((Reading.Read) Sitemap.read(bytes, URL, known, NOW, LIMIT)).sitemap();
    }

    private static Sitemap read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8), List.of());
    }

    private static String urls(String... urls) {
        return "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">" + String.join("", urls)
                + "</urlset>";
    }

    private static String url(String loc, String lastmod) {
        return "<url><loc>" + loc + "</loc><lastmod>" + lastmod + "</lastmod></url>";
    }

    @Test
    void behaviour22NamesWhatIsOfTheLastTwoDays() {
        Sitemap sitemap = read(urls(
                url("https://www.courier.example/new", "2026-11-29T20:00:00Z"),
                url("https://www.courier.example/old", "2026-11-01T20:00:00Z"),
                "<url><loc>https://www.courier.example/undated</loc></url>"));
        assertThat(sitemap.news())
                .extracting(entry -> entry.link().orElse(""))
                .containsExactly("https://www.courier.example/new");
        assertThat(sitemap.size()).isEqualTo(3);
    }

    @Test
    void behaviour22GoesByTheTagsOfNews() {
        Sitemap sitemap = read(urls("<url><loc>https://www.courier.example/bridge</loc><news:news><news:publication>"
                + "<news:name>Courier</news:name><news:language>en</news:language></news:publication>"
                + "<news:publication_date>2026-11-30T07:00:00Z</news:publication_date>"
                + "<news:title>Bridge reopens</news:title></news:news></url>"));
        assertThat(sitemap.news().get(0).title()).contains("Bridge reopens");
        assertThat(sitemap.news().get(0).published()).contains("2026-11-30T07:00:00Z");
    }

    @Test
    void behaviour22RefusesPagesOfOtherSites() {
        Sitemap sitemap = read(urls(
                url("https://victim.example/story", "2026-11-30T07:00:00Z"),
                url("https://news.courier.example/story", "2026-11-30T07:00:00Z")));
        assertThat(sitemap.foreign()).isEqualTo(1);
        assertThat(sitemap.news())
                .extracting(entry -> entry.link().orElse(""))
                .containsExactly("https://news.courier.example/story");
    }

    @Test
    void behaviour22FollowsAnIndexButNotToWhatIsOldOrForeignOrKnownToBeDead() {
        String index = "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + child("https://www.courier.example/s1.xml", "<lastmod>2026-11-30T01:00:00Z</lastmod>")
                + child("https://www.courier.example/s2.xml", "<lastmod>2020-11-30T01:00:00Z</lastmod>")
                + child("https://www.courier.example/s3.xml", "")
                + child("https://www.courier.example/dead.xml", "")
                + child("https://victim.example/s.xml", "")
                + "</sitemapindex>";
        Sitemap sitemap = read(
                index.getBytes(StandardCharsets.UTF_8),
                List.of(ShortHash.ofLink("https://www.courier.example/dead.xml")));
        assertThat(sitemap.below())
                .containsExactly("https://www.courier.example/s1.xml", "https://www.courier.example/s3.xml");
        assertThat(sitemap.foreign()).isEqualTo(1);
    }

    private static String child(String loc, String rest) {
        return "<sitemap><loc>" + loc + "</loc>" + rest + "</sitemap>";
    }

    @Test
    void behaviour22ReadsPackedOnes() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(urls(url("https://www.courier.example/new", "2026-11-29T20:00:00Z"))
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(out.toByteArray(), List.of()).news()).hasSize(1);
    }

    @Test
    void behaviour22ReadsFiftyThousandAndNoMore() {
        var all = new StringBuilder();
        for (int i = 0; i < 50_500; i++) {
            all.append(url("https://www.courier.example/s" + i, "2026-11-29T20:00:00Z"));
        }
        Sitemap sitemap = read(urls(all.toString()));
        assertThat(sitemap.size()).isEqualTo(50_000);
        assertThat(sitemap.news()).hasSize(1_000);
    }

    @Test
    void behaviour22SaysThatOneIsDead() {
        assertThat(read(urls(url("https://www.courier.example/old", "2020-01-01T00:00:00Z")))
                        .stale())
                .isTrue();
    }

    @Test
    void behaviour22IsNoneIfItIsAPage() {
        assertThat(Sitemap.read(
                        "<!doctype html><html><body>Hello</body></html>".getBytes(StandardCharsets.UTF_8),
                        URL,
                        List.of(),
                        NOW,
                        LIMIT))
                .isInstanceOf(Reading.Unreadable.class);
    }
}
