package broadsheet.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Inputs that nobody means well with, or that broke on the way, each made here from a fixed seed. */
final class HostilePages {

    private static final long SEED = 20_261_124;
    private static final int MEBIBYTE = 1 << 20;

    private HostilePages() {}

    /**
     * One of them.
     *
     * @param name what it is, for a person
     * @param value bytes of the raw record
     * @param facts headers of the raw record
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    record Hostile(String name, byte[] value, Map<String, String> facts) {

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * All of them.
     *
     * @param trap a URL that all of them want to have fetched
     */
    static List<Hostile> all(String trap) {
        return List.of(
                html("random bytes", random(64 * 1024)),
                new Hostile("no bytes", new byte[0], Map.of()),
                html("a page of 30 MiB", repeat("<p>All work and no play makes a dull page.</p>\n", 30 * MEBIBYTE)),
                html("30 MiB without structure", random(30 * MEBIBYTE)),
                new Hostile("a zip", zip(), Map.of("content-type", "text/html")),
                html("invalid UTF-8 that is declared as UTF-8", invalidUtf8()),
                html("100,000 levels of elements", repeat("<div>", 100_000 * "<div>".length())),
                html("100,000 misnested elements", repeat("<b><p><i>", 100_000 * "<b><p><i>".length())),
                html("a tag with 200,000 attributes", attributes(200_000)),
                html("9 MiB of open angle brackets", repeat("<", 9 * MEBIBYTE)),
                html("a word of 9 MiB", repeat("x", 9 * MEBIBYTE)),
                feed("a billion laughs", billionLaughs()),
                feed("external entities", externalEntities(trap)),
                feed("an empty feed", "<rss version='2.0'><channel><title>Nothing</title></channel></rss>"),
                html("a page full of traps", traps(trap)),
                new Hostile("gzip that unpacks to 1 GiB", gzipBomb(), Map.of()),
                json("100,000 levels of JSON", "{\"a\":".repeat(100_000)),
                json(
                        "an envelope of Base64 that is none",
                        "{\"url\":\"https://courier.example/a\",\"bodyBase64\":\"%%%\"}"),
                json("an envelope in an envelope", envelopes(60)),
                new Hostile("a WARC record that lies about its length", warc(), Map.of()),
                new Hostile("facts that are none", "<p>Hello".getBytes(UTF_8), lies()));
    }

    /**
     * Small ones that make a step go deep, take memory, take time, or grow; some of them may be articles all the same. Each
     * kind in several sizes: it is the kind that is to do no harm.
     */
    static List<Hostile> poisons() {
        List<Hostile> all = new ArrayList<>();
        for (int size : List.of(6_000, 60_000, 600_000)) {
            all.add(page("a language tag of " + size, "<html lang='en" + times("-ab", size) + "'>", ""));
            all.add(page(
                    "a locale of " + size,
                    "<html><meta property='og:locale' content='en" + times("_AB", size) + "'>",
                    ""));
            all.add(page("an author of " + size, "<html>", "<div class=author>" + times("may ", size) + "</div>"));
            all.add(page("a title of " + size + " escapes", "<html><title>" + times("&lt", size) + "</title>", ""));
            all.add(page("a heading of " + size + " dots", "<html>", "<h1>" + times(".", size) + "x</h1>"));
            all.add(page(
                    "JSON-LD of " + size,
                    "<html><script type='application/ld+json'>" + times("[{", size) + "</script>",
                    ""));
            all.add(text("half an address of " + size, times("@.", size) + " x"));
            all.add(text("dashes of " + size, "Headline\n\n" + times("-", size) + "x"));
            all.add(feed(
                    "entries of " + size, "<rss version='2.0'><channel>" + times("<item>", size) + "</channel></rss>"));
        }
        all.add(packed("a JSON feed of 3.4 million entries", "application/feed+json", items(3_400_000)));
        all.add(packed("a page that grows sixfold", "text/html", "<h1>Tides</h1><p>" + times("\u0001", 10_000_000)));
        all.add(packed("a text of 10 MB", "text/plain", "Tides\n\n" + times("a ", 10_000_000)));
        return all;
    }

    private static String times(String what, int length) {
        return what.repeat(length / what.length());
    }

    private static String items(int count) {
        return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{}" + ",{}".repeat(count - 1) + "]}";
    }

    /** One with an article in it besides. */
    private static Hostile page(String name, String start, String trap) {
        return html(
                name,
                (start + "<body><article><h1>Tides return to the harbour</h1>" + trap
                                + "<p>The harbour of Anchor Bay has its tides back, said the harbour master on Tuesday.</p>"
                                        .repeat(8)
                                + "</article>")
                        .getBytes(UTF_8));
    }

    private static Hostile text(String name, String value) {
        return new Hostile(name, value.getBytes(UTF_8), Map.of("content-type", "text/plain"));
    }

    private static Hostile packed(String name, String type, String value) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(value.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Hostile(name, bytes.toByteArray(), Map.of("content-type", type));
    }

    private static Hostile html(String name, byte[] value) {
        return new Hostile(name, value, Map.of("content-type", "text/html; charset=utf-8"));
    }

    private static Hostile feed(String name, String value) {
        return new Hostile(name, value.getBytes(UTF_8), Map.of("content-type", "application/rss+xml"));
    }

    private static Hostile json(String name, String value) {
        return new Hostile(name, value.getBytes(UTF_8), Map.of("content-type", "application/json"));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    private static byte[] repeat(String text, int length) {
        return ("<html><body>" + text.repeat(length / text.length())).getBytes(ISO_8859_1);
    }

    private static byte[] invalidUtf8() {
        byte[] bytes = random(32 * 1024);
        for (int i = 0; i < bytes.length; i++) {
            // Continuation bytes without a start, and starts without a continuation.
            bytes[i] = (byte) (bytes[i] | 0x80);
        }
        byte[] open = "<html><body><h1>".getBytes(UTF_8);
        var page = new ByteArrayOutputStream();
        page.writeBytes(open);
        page.writeBytes(bytes);
        return page.toByteArray();
    }

    private static byte[] attributes(int count) {
        StringBuilder page = new StringBuilder("<html><body><div");
        for (int i = 0; i < count; i++) {
            page.append(" a").append(i).append("=1");
        }
        return page.append(">text</div>").toString().getBytes(UTF_8);
    }

    private static String billionLaughs() {
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"ha\">");
        for (int i = 1; i <= 9; i++) {
            feed.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return feed + "]><rss version=\"2.0\"><channel><item><title>&l9;</title><description>&l9;</description></item>"
                + "</channel></rss>";
    }

    private static String externalEntities(String trap) {
        return "<?xml version=\"1.0\"?><!DOCTYPE rss SYSTEM \"" + trap + "/rss.dtd\" [<!ENTITY a SYSTEM \"" + trap
                + "/a\"><!ENTITY b SYSTEM \"file:///etc/passwd\"><!ENTITY % c SYSTEM \"" + trap + "/c\"> %c;]><rss"
                + " version=\"2.0\"><channel><item><title>&a;</title><description>&b;</description></item></channel>"
                + "</rss>";
    }

    private static byte[] traps(String trap) {
        return ("<html><head><base href='" + trap + "/'><link rel=canonical href='" + trap + "/c'><link rel=stylesheet"
                        + " href='s.css'><script src='s.js'></script><meta http-equiv=refresh content='0;url=" + trap
                        + "/r'></head><body><img src='i.png'><iframe src='f.html'></iframe><object"
                        + " data='o.swf'></object><video src='v.mp4'></video></body></html>")
                .getBytes(UTF_8);
    }

    private static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("page.html"));
            zip.write("<h1>Hidden</h1>".getBytes(UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzipBomb() {
        var bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[MEBIBYTE];
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 1024; i++) {
                gzip.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String envelopes(int levels) {
        String inner = "<p>Hello";
        for (int i = 0; i < levels && inner.length() < 8 * MEBIBYTE; i++) {
            // Escaping doubles the backslashes of the level below.
            inner = "{\"body\":\"" + inner.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        }
        return inner;
    }

    private static byte[] warc() {
        String record = """
            WARC/1.0
            WARC-Type: response
            WARC-Target-URI: https://courier.example/a
            Content-Type: application/http;msgtype=response
            Content-Length: 999999999999

            HTTP/1.1 200 OK
            Transfer-Encoding: chunked

            FFFFFFF
            <p>short\
            """;
        return record.replace("\n", "\r\n").getBytes(UTF_8);
    }

    private static Map<String, String> lies() {
        return Map.of(
                "url", "javascript:alert(1)",
                "fetched-at", "yesterday",
                "http-status", "two hundred",
                "content-type", ";;;charset=\u0000utf-99",
                "feed-published", "9999-99-99",
                "ce_time", "-1");
    }
}
