package broadsheet.demo.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.ingest.RawPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One place of one format into which a page can write whatever it likes. Around it stands a page, feed or item that is
 * read as an article.
 *
 * @param name for people
 * @param page the page with the place filled
 */
record Field(String name, Filled page) {
    /** A page with something in its place. */
    @FunctionalInterface
    interface Filled {
        RawPage with(String filling);
    }

    private static final Instant FETCHED = Instant.parse("2026-03-02T10:15:00Z");
    private static final String URL = "https://courier.example/a/harbour";
    /** Stands for the place. */
    private static final String PLACE = "\u2603";

    private static final String TEXT =
            "The council met on Monday to speak about the harbour and what it would cost the small town this year. ";
    private static final String PARAGRAPHS = ("<p>" + TEXT + "</p>").repeat(8);
    private static final String HTML = "<!doctype html><html lang=en><head><meta charset=utf-8>"
            + "<title>Harbour is dear</title>%s</head><body><h1>Harbour is dear</h1>%s" + PARAGRAPHS
            + "%s</body></html>";
    private static final String RSS = "<?xml version='1.0'?><rss version='2.0'><channel><title>Courier</title>%s<item>"
            + "<title>Harbour is dear</title>%s<content:encoded><![CDATA[" + PARAGRAPHS.repeat(2)
            + "%s]]></content:encoded></item></channel></rss>";
    private static final String ATOM = "<?xml version='1.0'?><feed><title>Courier</title>%s<entry>"
            + "<title>Harbour is dear</title>%s<content type='html'><![CDATA[" + PARAGRAPHS.repeat(2)
            + "]]></content></entry></feed>";
    private static final String JSON_FEED = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Courier\"%s,"
            + "\"items\":[{\"id\":\"1\",\"title\":\"Harbour is dear\",\"content_html\":\"" + PARAGRAPHS.repeat(2)
            + "\"%s}%s]}";
    private static final String NINJS = "{\"uri\":\"https://courier.example/n/1\",\"type\":\"text\","
            + "\"headline\":\"Harbour is dear\",\"body_text\":\"" + TEXT.repeat(10) + "\"%s}";

    /** All of them. */
    static List<Field> all() {
        List<Field> fields = new ArrayList<>();
        html(fields);
        data(fields);
        feeds(fields);
        json(fields);
        wrapped(fields);
        text(fields);
        facts(fields);
        return List.copyOf(fields);
    }

    private static void html(List<Field> fields) {
        fields.add(markup("html lang", HTML.formatted("", "", "").replace("lang=en", "lang='" + PLACE + "'"), true));
        fields.add(markup("doctype", HTML.formatted("", "", "").replace("doctype html", "doctype " + PLACE), false));
        fields.add(markup("title", HTML.formatted("", "", "").replace("<title>Harbour", "<title>" + PLACE), false));
        fields.add(markup("h1", HTML.formatted("", "", "").replace("<h1>Harbour", "<h1>" + PLACE), false));
        for (String name : List.of(
                "description",
                "og:title",
                "og:site_name",
                "og:locale",
                "og:url",
                "og:image",
                "og:type",
                "author",
                "citation_author",
                "article:published_time",
                "article:modified_time",
                "article:section",
                "keywords",
                "news_keywords",
                "article:tag",
                "content-language",
                "date",
                "isaccessibleforfree")) {
            fields.add(head("meta " + name, "<meta name='" + name + "' content='" + PLACE + "'>"));
        }
        fields.add(head("meta name", "<meta name='" + PLACE + "' content='a'>"));
        fields.add(head("canonical", "<link rel=canonical href='" + PLACE + "'>"));
        fields.add(head("link rel", "<link rel='" + PLACE + "' href='/a'>"));
        for (String attribute : List.of("class", "id", "role", "itemprop", "style", "hidden", "a")) {
            fields.add(attribute(
                    "attribute " + attribute, "<div " + attribute + "='" + PLACE + "'><p>" + TEXT + "</div>"));
        }
        fields.add(attribute("link target", "<p><a href='" + PLACE + "'>Harbour</a>"));
        fields.add(attribute("heading's target", "<h1><a href='" + PLACE + "'>Harbour</a></h1>"));
        fields.add(attribute("time datetime", "<time datetime='" + PLACE + "'>today</time>"));
        fields.add(attribute("property author", "<span itemprop=author content='" + PLACE + "'></span>"));
        fields.add(attribute("property date", "<span itemprop=datePublished content='" + PLACE + "'></span>"));
        for (String tag : List.of(
                "p",
                "div",
                "div class=byline",
                "div class=author",
                "a rel=author",
                "div class=date",
                "time",
                "span itemprop=datePublished",
                "h2",
                "ul><li",
                "table><tr><td",
                "blockquote",
                "figcaption",
                "pre",
                "a",
                "b",
                "form",
                "nav",
                "aside",
                "svg",
                "select",
                "textarea",
                "script",
                "style",
                "noscript",
                "template",
                "div class=comments",
                "div class='cookie notice'",
                "div class=standfirst",
                "div hidden")) {
            fields.add(body("text of " + tag, "<" + tag + ">" + PLACE));
        }
        fields.add(new Field("text below", markup("", HTML.formatted("", "", PLACE), false).page));
        fields.add(body("text of a short paragraph", "<p>Posted " + PLACE + "</p>"));
        fields.add(body("text of a comment", "<!--" + PLACE + "-->"));
        fields.add(body("name of a tag", "<a" + PLACE + ">x"));
        fields.add(body("attributes", "<p " + PLACE + ">x"));
        fields.add(new Field("instead of a page", filling -> page("<html>" + filling, "text/html")));
        fields.add(new Field(
                "many paragraphs",
                filling -> page(
                        "<html><title>Harbour is dear</title><h1>Harbour is dear</h1><p>" + filling.replace(" ", "<p>"),
                        "text/html")));
    }

    private static void data(List<Field> fields) {
        for (String property : List.of(
                "headline",
                "articleBody",
                "author",
                "datePublished",
                "dateModified",
                "keywords",
                "description",
                "inLanguage",
                "image",
                "url",
                "articleSection",
                "isAccessibleForFree",
                "@id",
                "@type")) {
            fields.add(data("data " + property, "\"" + property + "\":\"" + PLACE + "\""));
        }
        fields.add(data("data author's name", "\"author\":[{\"@type\":\"Person\",\"name\":\"" + PLACE + "\"}]"));
        fields.add(data("data name of a property", "\"" + PLACE + "\":1"));
        fields.add(raw("data raw", HTML.formatted("<script type=application/ld+json>" + PLACE + "</script>", "", "")));
        fields.add(raw(
                "data raw in an array",
                HTML.formatted(
                        "<script type=application/ld+json>[" + PLACE + "{\"@type\":\"NewsArticle\"}]</script>",
                        "",
                        "")));
        fields.add(raw(
                "data raw among authors",
                HTML.formatted(
                        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[" + PLACE
                                + "{}]}</script>",
                        "",
                        "")));
    }

    private static void feeds(List<Field> fields) {
        for (String element : List.of("title", "language", "description")) {
            fields.add(xml("rss channel " + element, RSS.formatted(element(element), "", "")));
        }
        for (String element : List.of(
                "title",
                "link",
                "guid",
                "pubDate",
                "dc:creator",
                "author",
                "category",
                "description",
                "content:encoded")) {
            fields.add(xml("rss " + element, RSS.formatted("", element(element), "")));
        }
        fields.add(xml("rss enclosure", RSS.formatted("", "<enclosure type='image/png' url='" + PLACE + "'/>", "")));
        fields.add(raw("rss text", RSS.formatted("", "", PLACE)));
        fields.add(raw("rss raw", RSS.formatted(PLACE, "", "")));
        fields.add(raw("rss raw in an item", RSS.formatted("", PLACE, "")));
        for (String element : List.of("subtitle", "id")) {
            fields.add(xml("atom feed " + element, ATOM.formatted(element(element), "")));
        }
        for (String element : List.of("title", "id", "published", "updated", "summary", "content")) {
            fields.add(xml("atom " + element, ATOM.formatted("", element(element))));
        }
        fields.add(xml("atom author", ATOM.formatted("", "<author><name>" + PLACE + "</name></author>")));
        fields.add(xml("atom link", ATOM.formatted("", "<link href='" + PLACE + "'/>")));
        fields.add(xml("atom category", ATOM.formatted("", "<category term='" + PLACE + "'/>")));
        fields.add(raw("atom raw", ATOM.formatted("", "<content type='xhtml'><div>" + PLACE)));
    }

    private static void json(List<Field> fields) {
        for (String property : List.of("language", "description")) {
            fields.add(string("json feed " + property, JSON_FEED.formatted(property(property), "", "")));
        }
        for (String property : List.of(
                "title",
                "url",
                "id",
                "date_published",
                "date_modified",
                "content_html",
                "content_text",
                "summary",
                "image",
                "a")) {
            fields.add(string("json item " + property, JSON_FEED.formatted("", property(property), "")));
        }
        fields.add(
                string("json item author", JSON_FEED.formatted("", ",\"authors\":[{\"name\":\"" + PLACE + "\"}]", "")));
        fields.add(string("json item tag", JSON_FEED.formatted("", ",\"tags\":[\"" + PLACE + "\"]", "")));
        fields.add(raw("json raw items", JSON_FEED.formatted("", "", "," + PLACE + "{}")));
        fields.add(raw("json raw tags", JSON_FEED.formatted("", ",\"tags\":[" + PLACE + "{}]", "")));
        fields.add(raw("json raw value", JSON_FEED.formatted(",\"a\":[" + PLACE + "{}]", "", "")));
        fields.add(raw("json raw", "{" + PLACE));
        for (String property : List.of(
                "uri",
                "headline",
                "byline",
                "versioncreated",
                "firstcreated",
                "language",
                "provider",
                "body_xhtml",
                "body_text",
                "copyrightholder")) {
            fields.add(string("ninjs " + property, NINJS.formatted(property(property))));
        }
        fields.add(string("ninjs subject", NINJS.formatted(",\"subject\":[{\"name\":\"" + PLACE + "\"}]")));
        fields.add(raw("ninjs raw subjects", NINJS.formatted(",\"subject\":[" + PLACE + "{}]")));
    }

    private static void wrapped(List<Field> fields) {
        String page = escaped(HTML.formatted("", "", ""));
        for (String property : List.of("url", "contentType", "fetchedAt")) {
            fields.add(string("envelope " + property, "{\"body\":\"" + page + "\"" + property(property) + "}"));
        }
        fields.add(string(
                "envelope header", "{\"body\":\"" + page + "\",\"headers\":{\"content-type\":\"" + PLACE + "\"}}"));
        fields.add(string("envelope body", "{\"url\":\"" + URL + "\",\"body\":\"<html>" + PLACE + "\"}"));
        fields.add(raw("envelope Base64", "{\"bodyBase64\":\"" + PLACE + "\"}"));
        fields.add(new Field(
                "envelope page in Base64",
                filling -> page(
                        "{\"bodyBase64\":\"" + Base64.getEncoder().encodeToString(("<html>" + filling).getBytes(UTF_8))
                                + "\"}",
                        "")));
        String warc = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + URL + "\r\n%s\r\nHTTP/1.1 200 OK\r\n"
                + "Content-Type: text/html\r\n%s\r\n" + HTML.formatted("", "", "%s");
        fields.add(raw("warc target", warc.formatted("WARC-Target-URI: " + PLACE + "\r\n", "", "")));
        fields.add(raw("warc date", warc.formatted("WARC-Date: " + PLACE + "\r\n", "", "")));
        fields.add(raw("warc header", warc.formatted(PLACE + "\r\n", "", "")));
        fields.add(raw("http content type", warc.formatted("", "Content-Type: " + PLACE + "\r\n", "")));
        fields.add(raw("http header", warc.formatted("", PLACE + "\r\n", "")));
        fields.add(raw("warc page", warc.formatted("", "", PLACE)));
        fields.add(raw(
                "warc chunks",
                "WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n" + PLACE));
    }

    private static void text(List<Field> fields) {
        String lines = "Harbour is dear to the town\n\n" + (TEXT + "\n\n").repeat(8);
        fields.add(plain("text line", lines + PLACE));
        fields.add(plain("text line above", PLACE + "\n\n" + lines));
        fields.add(plain("text by-line", "Harbour is dear to the town\n" + PLACE + "\n" + lines));
        fields.add(plain("text sentence", lines + TEXT + PLACE + ".\n" + lines));
        fields.add(plain("text", PLACE));
    }

    private static void facts(List<Field> fields) {
        byte[] page = HTML.formatted("", "", "").getBytes(UTF_8);
        fields.add(new Field("producer's url", f -> facts(page, "https://a.example/" + f, "text/html", "", "", "")));
        fields.add(new Field("producer's url whole", f -> facts(page, f, "text/html", "", "", "")));
        fields.add(new Field("producer's type", f -> facts(page, URL, "text/html;" + f, "", "", "")));
        fields.add(new Field("producer's source", f -> facts(page, URL, "", f, "", "")));
        fields.add(new Field("producer's title", f -> facts(page, URL, "", "", f, "")));
        fields.add(new Field("producer's date", f -> facts(page, URL, "", "", "", f)));
        fields.add(new Field("bytes", f -> facts(f.getBytes(UTF_8), URL, "", "", "", "")));
        fields.add(new Field(
                "bytes of another encoding",
                f -> facts(
                        ("<html>é" + f).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                        URL,
                        "text/html",
                        "",
                        "",
                        "")));
        fields.add(new Field(
                "bytes in two each",
                f -> facts(
                        ("<html>" + f).getBytes(java.nio.charset.StandardCharsets.UTF_16),
                        URL,
                        "text/html",
                        "",
                        "",
                        "")));
    }

    private static String element(String name) {
        return "<" + name + ">" + PLACE + "</" + name + ">";
    }

    private static String property(String name) {
        return ",\"" + name + "\":\"" + PLACE + "\"";
    }

    private static Field head(String name, String markup) {
        return markup(name, HTML.formatted(markup, "", ""), true);
    }

    private static Field attribute(String name, String markup) {
        return markup(name, HTML.formatted("", markup, ""), true);
    }

    private static Field body(String name, String markup) {
        return markup(name, HTML.formatted("", markup, ""), false);
    }

    private static Field data(String name, String properties) {
        String script = "<script type=application/ld+json>{\"@type\":\"NewsArticle\"," + properties + "}</script>";
        return string(name, HTML.formatted(script, "", ""));
    }

    private static Field markup(String name, String page, boolean quoted) {
        return of(name, page, quoted ? filling -> filling.replace("'", "&#39;") : filling -> filling);
    }

    private static Field xml(String name, String feed) {
        return of(
                name,
                feed,
                filling -> filling.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;"));
    }

    private static Field string(String name, String page) {
        return of(name, page, Field::escaped);
    }

    private static Field raw(String name, String page) {
        return of(name, page, filling -> filling);
    }

    private static Field plain(String name, String page) {
        return new Field(name, filling -> page(page.replace(PLACE, filling), "text/plain"));
    }

    private static Field of(String name, String page, UnaryOperator<String> escape) {
        int place = page.indexOf(PLACE);
        String before = page.substring(0, place);
        String after = page.substring(place + PLACE.length());
        return new Field(name, filling -> page(before + escape.apply(filling) + after, ""));
    }

    private static String escaped(String filling) {
        var text = new StringBuilder(filling.length());
        for (int i = 0; i < filling.length(); i++) {
            char c = filling.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(c < 16 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static RawPage page(String content, String type) {
        return facts(content.getBytes(UTF_8), URL, type, "", "", "");
    }

    private static RawPage facts(byte[] bytes, String url, String type, String source, String title, String published) {
        return new RawPage(
                bytes, some(url), some(type), FETCHED, some(source), some(title), some(published), Optional.empty());
    }

    private static Optional<String> some(String fact) {
        return Optional.of(fact).filter(text -> !text.isEmpty());
    }
}
