package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.model.Article;
import broadsheet.model.Facts;
import broadsheet.model.Provenance;
import broadsheet.model.url.ArticleUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ways in which a server can try to make its page another site's article, and the honest page that each of them looks
 * like.
 */
@DisplayName("a page of one site")
class TakeoverTest {
    private static final String VICTIM = "https://karsund-courier.example/region/ward-closes-551204";
    private static final String BARE = VICTIM.substring("https:".length());
    private static final String THIEF = "https://oberlind-echo.example/town/trams-return-90112";
    private static final Instant RECORDED = Instant.parse("2026-03-03T10:00:00Z");
    private static final PageParser PARSER = new PageParser(IngestSettings.defaults());

    /** One raw record. */
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Sent(String name, Map<String, String> headers, byte[] bytes) {
        Sent with(String header, String value) {
            Map<String, String> all = new TreeMap<>(headers);
            all.put(header, value);
            return new Sent(name, all, bytes);
        }

        Article article() {
            var raw = new RecordHeaders();
            headers.forEach((header, value) -> raw.add(header, value.getBytes(StandardCharsets.UTF_8)));
            RawPage page = RecordFacts.page(new Record<>(null, bytes, RECORDED.toEpochMilli(), raw));
            ParseOutcome outcome = PARSER.parse(page).outcomes().get(0);
            assertThat(outcome).as(name).isInstanceOf(Parsed.class);
            return ((Parsed) outcome).article();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Sent sent(String name, String url, String body) {
        return new Sent(name, Map.of(Facts.URL, url), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Sent nameless(String name, String body) {
        return new Sent(name, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String html(String head) {
        return "<html lang=en><head><title>Trams return to the old town</title>" + head
                + "</head><body><article><h1>Trams return to the old town</h1>"
                + Samples.paragraphs(Samples.HARBOUR_BODY) + "</article></body></html>";
    }

    private static String canonical(String url) {
        return html("<link rel=canonical href=\"" + url + "\">");
    }

    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static String envelope(String url, String time) {
        return "{\"url\":" + json(url) + ",\"fetchedAt\":" + json(time) + ",\"contentType\":\"text/html\",\"body\":"
                + json(html("")) + "}";
    }

    private static String packed(String url) {
        String body = Base64.getEncoder().encodeToString(html("").getBytes(StandardCharsets.UTF_8));
        return "{\"url\":" + json(url) + ",\"bodyBase64\":" + json(body) + "}";
    }

    private static String warc(String url, String time) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html("");
        return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: " + url + "\r\nWARC-Date: " + time
                + "\r\nContent-Length: " + http.length() + "\r\n\r\n" + http + "\r\n\r\n";
    }

    private static String ninjs(String field, String url) {
        return "{\"uri\":\"urn:1\",\"type\":\"text\",\"headline\":\"Trams return\",\"" + field + "\":" + json(url)
                + ",\"body_text\":" + json(Samples.HARBOUR_BODY) + "}";
    }

    private static String rss(String head, String item) {
        return "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                + " xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'><channel><title>Echo</title>" + head
                + "<item><title>Trams return</title>" + item + "<content:encoded><![CDATA["
                + Samples.paragraphs(Samples.HARBOUR_BODY) + "]]></content:encoded></item></channel></rss>";
    }

    private static String atom(String attributes, String link) {
        return "<feed xmlns='http://www.w3.org/2005/Atom'" + attributes + "><title>Echo</title><entry><title>Trams"
                + " return</title>" + link + "<id>tag:echo.example,2026:trams-90112</id><content type='xhtml'><div>"
                + Samples.paragraphs(Samples.HARBOUR_BODY) + "</div></content></entry></feed>";
    }

    private static String jsonFeed(String item) {
        return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Echo\",\"items\":[{" + item
                + ",\"title\":\"Trams return\",\"content_html\":" + json(Samples.paragraphs(Samples.HARBOUR_BODY))
                + "}]}";
    }

    private static Sent gzip(Sent plain) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain.bytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Sent(plain.name(), plain.headers(), packed.toByteArray());
    }

    static Stream<Sent> attacks() {
        String feed = "https://oberlind-echo.example/feed.xml";
        return Stream.of(
                        List.of(
                                sent("canonical", THIEF, canonical(VICTIM)),
                                sent("og:url", THIEF, html("<meta property=og:url content='" + VICTIM + "'>")),
                                sent(
                                        "JSON-LD",
                                        THIEF,
                                        html("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"url\":\""
                                                + VICTIM + "\"}</script>")),
                                sent("canonical without scheme", THIEF, canonical(BARE)),
                                sent("canonical with backslashes", THIEF, canonical(VICTIM.replace('/', '\\'))),
                                sent("canonical with a tab", THIEF, canonical("ht\ttps:" + BARE)),
                                sent(
                                        "canonical behind a user",
                                        THIEF,
                                        canonical(VICTIM.replace("//", "//oberlind-echo.example@"))),
                                sent(
                                        "canonical in an archive",
                                        THIEF,
                                        canonical("https://web.archive.org/web/2026/" + VICTIM)),
                                sent(
                                        "canonical in an AMP cache",
                                        THIEF,
                                        canonical("https://cdn.ampproject.org/c/s" + BARE.substring(1))),
                                sent(
                                        "base and relative canonical",
                                        THIEF,
                                        html("<base href='" + VICTIM
                                                + "'><link rel=canonical href=ward-closes-551204>")),
                                sent(
                                        "URL whose host has a blank",
                                        "https://oberlind echo.example/trams",
                                        canonical(VICTIM)),
                                sent(
                                        "URL with an impossible port",
                                        "https://oberlind-echo.example:99999/trams",
                                        canonical(VICTIM)),
                                sent("URL of 5,000 characters", THIEF + "?x=" + "a".repeat(5_000), canonical(VICTIM)),
                                sent("URL of 70,000 characters", THIEF + "?x=" + "a".repeat(70_000), canonical(VICTIM)),
                                sent("URL without scheme", THIEF.substring("https://".length()), canonical(VICTIM)),
                                sent("URL that is no word", "trams return", canonical(VICTIM)),
                                sent(
                                        "URL with a bare percent sign",
                                        "https://oberlind-echo.example/100%-trams-90112",
                                        canonical(VICTIM)),
                                sent(
                                        "URL whose host is Unicode",
                                        "https://\u00f6berlind-echo.example/trams-90112",
                                        canonical(VICTIM)),
                                sent(
                                        "URL whose host has an underscore",
                                        "https://my_blog.echo.example/trams-90112",
                                        canonical(VICTIM)),
                                sent(
                                        "URL that ends like the victim's",
                                        "https://echo.example/?u=" + VICTIM,
                                        canonical(VICTIM)),
                                sent(
                                        "URL like an archive's",
                                        "https://web.archive.echo.example/web/2026/" + VICTIM,
                                        canonical(VICTIM))),
                        List.of(
                                sent("envelope", THIEF, envelope(VICTIM, "1999-01-01T00:00:00Z")),
                                sent("envelope that says so itself", THIEF, envelope(VICTIM, "9999-01-01T00:00:00Z"))
                                        .with(Facts.CONTENT_TYPE, "application/json; wrapping=envelope"),
                                sent("envelope in Base64", THIEF, packed(VICTIM)),
                                gzip(sent("envelope in gzip", THIEF, envelope(VICTIM, "1999-01-01T00:00:00Z"))),
                                sent("WARC record", THIEF, warc(VICTIM, "1999-01-01T00:00:00Z")),
                                sent("WARC record of its own type", THIEF, warc(VICTIM, "9999-01-01T00:00:00Z"))
                                        .with(Facts.CONTENT_TYPE, "application/warc"),
                                sent(
                                                "WARC record where an envelope is declared",
                                                THIEF,
                                                warc(VICTIM, "1999-01-01T00:00:00Z"))
                                        .with(Facts.WRAPPING, "envelope"),
                                sent("ninjs uri", THIEF, ninjs("uri", VICTIM)),
                                sent("ninjs canonicalurl", THIEF, ninjs("canonicalurl", VICTIM))),
                        List.of(
                                sent(
                                        "link of RSS",
                                        feed,
                                        rss("", "<link>" + VICTIM + "</link><guid isPermaLink='false'>e-90112</guid>")),
                                sent("guid of RSS", feed, rss("", "<guid>" + VICTIM + "</guid>")),
                                sent(
                                        "origLink",
                                        feed,
                                        rss(
                                                "",
                                                "<link>" + THIEF + "x</link><feedburner:origLink>" + VICTIM
                                                        + "</feedburner:origLink>")),
                                sent(
                                        "link below a channel",
                                        feed,
                                        rss(
                                                "<link>https://karsund-courier.example/</link>",
                                                "<link>/region/ward-closes-551204</link>")),
                                sent("link of Atom", feed, atom("", "<link href='" + VICTIM + "'/>")),
                                sent(
                                        "xml:base of Atom",
                                        feed,
                                        atom(
                                                " xml:base='https://karsund-courier.example/region/'",
                                                "<link href='ward-closes-551204'/>")),
                                sent("url of a JSON Feed", feed, jsonFeed("\"id\":\"90112\",\"url\":" + json(VICTIM))),
                                sent("id of a JSON Feed", feed, jsonFeed("\"id\":" + json(VICTIM))),
                                sent(
                                        "feed at a URL that cannot be read",
                                        "https://oberlind echo.example/feed",
                                        rss("", "<link>" + VICTIM + "</link>"))),
                        List.of(nameless("ce_source", html("")).with(Facts.CE_SOURCE, VICTIM)))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void neverBecomesAnothers(Sent attack) {
        String victim = sent("victim", VICTIM, html("")).article().id();
        Article article = attack.article();
        assertThat(article.id()).isNotEqualTo(victim);
        assertThat(article.canonicalUrl()
                        .flatMap(ArticleUrl::of)
                        .map(ArticleUrl::site)
                        .orElse(""))
                .isNotEqualTo("karsund-courier.example");
        assertThat(article.source().domain().orElse("")).doesNotContain("karsund-courier");
        assertThat(article.fetchedAt()).isEqualTo(RECORDED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:00:00Z, 2026-03-01T09:00:00Z",
        "2026-03-03T10:59:59Z, 2026-03-03T10:59:59Z",
        "2026-03-03T11:00:01Z, 2026-03-03T10:00:00Z",
        "9999-01-01T00:00:00Z, 2026-03-03T10:00:00Z",
        "1989-01-01T00:00:00Z, 2026-03-03T10:00:00Z",
    })
    void wasFetchedWhenADeclaredWrappingSaysIfThatCanBe(String said, Instant expected) {
        Sent envelope = sent("envelope", VICTIM, envelope(VICTIM, said)).with(Facts.WRAPPING, "envelope");
        Sent archived = sent("archive", VICTIM, warc(VICTIM, said)).with(Facts.WRAPPING, "warc");
        assertThat(envelope.article().fetchedAt()).isEqualTo(expected);
        assertThat(archived.article().fetchedAt()).isEqualTo(expected);
    }

    @Test
    void saysWhereItsUrlComesFrom() {
        assertThat(sent("page", THIEF, canonical(VICTIM)).article().provenance())
                .containsEntry("url", Provenance.HEADER)
                .containsEntry("canonicalUrl", Provenance.URL);
        assertThat(nameless("page", canonical(VICTIM)).article().provenance())
                .containsEntry("canonicalUrl", Provenance.META)
                .doesNotContainKey("url");
        assertThat(nameless("envelope", envelope(VICTIM, "")).article().provenance())
                .containsEntry("url", Provenance.WRAPPING);
    }

    @Test
    void hasNothingInItsFieldsThatATerminalObeys() {
        String evil = "\u001b[2J\u009b\u202eTrams\u2066 \ufeffreturn\u0007";
        Article article = sent(
                        "page",
                        THIEF,
                        html("<meta property=og:title content='" + evil + "'><meta name=description content='" + evil
                                        + "'><meta name=author content='Ana" + evil + "'>")
                                .replace("The ", "The \u202e\u001b "))
                .article();
        assertThat(article.toString())
                .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");
        assertThat(Printable.text("a\ud800b\udc00c\n\td\r\ue000\ud83d\ude00\u200d"))
                .isEqualTo("abc\n\td \ue000\ud83d\ude00\u200d");
    }

    static Stream<Sent> honest() {
        String feed = "https://karsund-courier.example/feed.xml";
        String other = "https://www.karsund-courier.example/r/12";
        return Stream.of(
                sent("canonical", other, canonical(VICTIM)),
                sent("og:url", other, html("<meta property=og:url content='" + VICTIM + "'>")),
                sent(
                        "JSON-LD",
                        other,
                        html("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"url\":\"" + VICTIM
                                + "\"}</script>")),
                sent("canonical without scheme", other, canonical(BARE)),
                sent("relative canonical", other, canonical("/region/ward-closes-551204")),
                sent("archive", "https://web.archive.org/web/2026/" + VICTIM, html("")),
                sent("AMP cache", "https://x.cdn.ampproject.org/c/s" + BARE.substring(1), html("")),
                sent(
                        "other spelling",
                        VICTIM.replace("ward", "%77ard").replace("https", "HTTPS") + "/?utm_source=x#top",
                        html("")),
                sent("URL without scheme", VICTIM.substring("https://".length()), html("")),
                nameless("canonical without a URL", canonical(VICTIM)),
                nameless("envelope without a URL", envelope(VICTIM, "1999-01-01T00:00:00Z")),
                sent("envelope of the same site", other, envelope(VICTIM, "1999-01-01T00:00:00Z")),
                sent("declared envelope", "https://crawler.example/1", envelope(VICTIM, "2026-03-03T10:00:00Z"))
                        .with(Facts.WRAPPING, "envelope"),
                sent("declared WARC record", "https://crawler.example/1", warc(VICTIM, "2026-03-03T10:00:00Z"))
                        .with(Facts.WRAPPING, "WARC"),
                sent("declared ninjs item", "https://crawler.example/1", ninjs("uri", VICTIM))
                        .with(Facts.WRAPPING, "ninjs"),
                sent("ninjs uri", other, ninjs("uri", VICTIM)),
                sent("link of RSS", feed, rss("", "<link>" + VICTIM + "</link>")),
                sent("guid of RSS", feed, rss("", "<guid>" + VICTIM + "</guid>")),
                sent(
                        "origLink",
                        feed,
                        rss(
                                "",
                                "<link>https://proxy.example/1</link><feedburner:origLink>" + VICTIM
                                        + "</feedburner:origLink>")),
                sent(
                        "link below a channel",
                        feed,
                        rss(
                                "<link>https://karsund-courier.example/</link>",
                                "<link>/region/ward-closes-551204</link>")),
                sent(
                        "xml:base of Atom",
                        feed,
                        atom(
                                " xml:base='https://karsund-courier.example/region/'",
                                "<link href='ward-closes-551204'/>")),
                sent("url of a JSON Feed", feed, jsonFeed("\"id\":\"90112\",\"url\":" + json(VICTIM))));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void isItselfHoweverItIsSent(Sent page) {
        String id = sent("the page", VICTIM, html("")).article().id();
        Article article = page.article();
        assertThat(article.id()).isEqualTo(id);
        assertThat(article.source().domain()).contains("karsund-courier.example");
        assertThat(article.fetchedAt()).isEqualTo(RECORDED);
    }
}
