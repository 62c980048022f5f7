package broadsheet.publish;

import static broadsheet.publish.ArchiveBytes.bytes;
import static broadsheet.publish.ArchiveBytes.chunked;
import static broadsheet.publish.ArchiveBytes.gzip;
import static broadsheet.publish.ArchiveBytes.head;
import static broadsheet.publish.ArchiveBytes.joined;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes are those that the tools write; pages and addresses are invented. */
@DisplayName("an archive as it is written by")
class ArchivesOfOtherToolsTest {

    private static final String URL = "https://courier.example/bridge";
    private static final String HTML = "<!doctype html><title>Bridge reopens</title><p>Größe: 1 €.";
    private static final String AT = "2026-03-02T09:00:00Z";
    /** What Brotli makes of "Hello". */
    private static final byte[] BROTLI = Base64.getDecoder().decode("CwKASGVsbG8D");

    @TempDir
    Path directory;

    private static String[] lines(String version, String type, String uri, String media) {
        return new String[] {
            version,
            "WARC-Type: " + type,
            "WARC-Target-URI: " + uri,
            "WARC-Date: " + AT,
            "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-" + String.format("%012x", (type + uri).hashCode())
                    + ">",
            "Content-Type: " + media
        };
    }

    private static String[] response(String version, String uri) {
        return lines(version, "response", uri, "application/http; msgtype=response");
    }

    private static String[] request(String version, String uri) {
        return lines(version, "request", uri, "application/http; msgtype=request");
    }

    private static byte[] asked() {
        return head("GET /bridge HTTP/1.1", "Host: courier.example", "User-Agent: crawler");
    }

    private static ArchiveBytes beginning(String version, String software) {
        return new ArchiveBytes()
                .record(
                        bytes("software: " + software + "\r\nformat: WARC File Format 1.0\r\n"),
                        version,
                        "WARC-Type: warcinfo",
                        "WARC-Date: " + AT,
                        "WARC-Filename: crawl-00000.warc.gz",
                        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>",
                        "Content-Type: application/warc-fields");
    }

    private static SourcePage wholePage(Path archive, int records) {
        Reading reading = Reading.of(PageSources.open(archive.toString()));
        assertThat(reading.all()).hasSize(records).noneMatch(SourceItem.Unreadable.class::isInstance);
        assertThat(reading.pages()).hasSize(1);
        SourcePage page = reading.pages().get(0);
        assertThat(page.facts())
                .containsEntry(Facts.URL, URL)
                .containsEntry(Facts.FETCHED_AT, AT)
                .containsEntry(Facts.HTTP_STATUS, "200");
        return page;
    }

    @Test
    void heritrixWithItsQuestionsForAddresses() throws IOException {
        String[] dns = lines("WARC/1.0", "response", "dns:courier.example", "text/dns");
        Path archive = beginning("WARC/1.0", "Heritrix/3.4.0 http://crawler.archive.org")
                .record(bytes("20260302090000\ncourier.example.\t300\tIN\tA\t192.0.2.7\n"), dns)
                .record(
                        joined(
                                head(
                                        "HTTP/1.1 200 OK",
                                        "Content-Type: text/html; charset=utf-8",
                                        "Content-Encoding: gzip",
                                        "Transfer-Encoding: chunked"),
                                chunked(gzip(bytes(HTML)))),
                        response("WARC/1.0", URL))
                .record(asked(), request("WARC/1.0", URL))
                .record(bytes("fetchTimeMs: 87\r\n"), lines("WARC/1.0", "metadata", URL, "application/warc-fields"))
                .gzipped(directory.resolve("heritrix.warc.gz"));
        assertThat(Reading.text(wholePage(archive, 5))).isEqualTo(HTML);
    }

    @Test
    void wgetWithAddressesInBrackets() throws IOException {
        Path archive = beginning("WARC/1.0", "Wget/1.21.4 (linux-gnu)")
                .record(asked(), request("WARC/1.0", "<" + URL + ">"))
                .record(
                        joined(
                                // No length: the server closed the connection.
                                head("HTTP/1.1 200 OK", "Connection: close", "Content-Type: text/html"), bytes(HTML)),
                        response("WARC/1.0", "<" + URL + ">"))
                .record(
                        bytes("log of the crawl\n"),
                        lines("WARC/1.0", "resource", "<metadata://gnu.org/software/wget/warc/wget.log>", "text/plain"))
                .gzipped(directory.resolve("wget.warc.gz"));
        assertThat(Reading.text(wholePage(archive, 4))).isEqualTo(HTML);
    }

    @Test
    void warcioWithoutCompression() throws IOException {
        Path archive = beginning("WARC/1.0", "warcio 1.7.4")
                .record(
                        joined(
                                head(
                                        "HTTP/1.0 200 OK",
                                        "Content-Type: text/html;charset=UTF-8",
                                        "Content-Length: " + bytes(HTML).length),
                                bytes(HTML)),
                        response("WARC/1.0", URL))
                .record(new byte[0], lines("WARC/1.0", "revisit", URL, "application/http; msgtype=response"))
                .plain(directory.resolve("warcio.warc"));
        assertThat(Reading.text(wholePage(archive, 3))).isEqualTo(HTML);
    }

    /** Common Crawl's news crawl stores bodies unpacked, and renames the headers that would say otherwise. */
    @Test
    void theNewsCrawlOfCommonCrawl() throws IOException {
        Path archive = beginning("WARC/1.0", "StormCrawler 2.11")
                .record(
                        joined(
                                head(
                                        "HTTP/1.1 200 OK",
                                        "X-Crawl-Transfer-Encoding: chunked",
                                        "X-Crawl-Content-Encoding: gzip",
                                        "Content-Type: text/html; charset=UTF-8",
                                        "Content-Length: " + bytes(HTML).length),
                                bytes(HTML)),
                        response("WARC/1.0", URL))
                .gzipped(directory.resolve("CC-NEWS-20260302090000-00000.warc.gz"));
        assertThat(Reading.text(wholePage(archive, 2))).isEqualTo(HTML);
    }

    /** Its main crawl cuts bodies off at a megabyte, in whatever chunk that is. */
    @Test
    void theMainCrawlOfCommonCrawlWithAPageCutOff() throws IOException {
        byte[] whole = chunked(bytes(HTML + "<p>More of it.".repeat(40)));
        String[] lines = response("WARC/1.0", URL);
        lines[3] += "\r\nWARC-Truncated: length\r\nWARC-Identified-Payload-Type: text/html";
        Path archive = beginning("WARC/1.0", "Apache Nutch 1.20")
                .record(asked(), request("WARC/1.0", URL))
                .record(
                        joined(
                                head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "Content-Type: text/html"),
                                java.util.Arrays.copyOf(whole, whole.length - 100)),
                        lines)
                .record(bytes("languages-cld2: {}\r\n"), lines("WARC/1.0", "metadata", URL, "application/warc-fields"))
                .gzipped(directory.resolve("CC-MAIN-20260302090000-00000.warc.gz"));
        assertThat(Reading.text(wholePage(archive, 4))).startsWith(HTML).contains("More of it.");
    }

    /** A browser speaks HTTP/2 and has unpacked what it hands on; its headers are in small letters. */
    @Test
    void browsertrixWithHeadersOfABrowser() throws IOException {
        String[] lines = response("WARC/1.1", URL);
        lines[3] = "WARC-Date: 2026-03-02T09:00:00.000Z";
        Path archive = beginning("WARC/1.1", "Browsertrix-Crawler 1.5.0 (with warcio.js 2.4.2)")
                .record(
                        bytes("{\"urls\":{}}"),
                        lines("WARC/1.1", "resource", "urn:pageinfo:" + URL, "application/json"))
                .record(
                        joined(
                                head(
                                        "HTTP/2 200",
                                        "content-type: text/html; charset=utf-8",
                                        "content-encoding: gzip",
                                        "x-title: Größe"),
                                bytes(HTML)),
                        lines)
                .gzipped(directory.resolve("rec-browsertrix.warc.gz"));
        assertThat(Reading.text(wholePage(archive, 3))).isEqualTo(HTML);
    }

    @Test
    void warcproxWithBrotliAsItWasSent() throws IOException {
        Path archive = beginning("WARC/1.0", "warcprox 2.6.1")
                .record(
                        joined(head("HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Encoding: br"), BROTLI),
                        response("WARC/1.0", URL))
                .record(asked(), request("WARC/1.0", URL))
                .gzipped(directory.resolve("warcprox.warc.gz"));
        assertThat(Reading.text(wholePage(archive, 3))).isEqualTo("Hello");
    }

    /** An archive that was packed as one file afterwards, with line feeds alone in the answer of an old server. */
    @Test
    void wpullAndPackedAfterwards() throws IOException {
        Path archive = beginning("WARC/1.0", "Wpull/2.0.3 Python/3.8.1")
                .record(asked(), request("WARC/1.0", URL))
                .record(
                        bytes("HTTP/1.0 200 OK\nServer: old\nContent-type: text/html\n\n" + HTML),
                        response("WARC/1.0", URL))
                .gzippedAsOne(directory.resolve("wpull.warc.gz"));
        assertThat(Reading.text(wholePage(archive, 3))).isEqualTo(HTML);
    }
}
