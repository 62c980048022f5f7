package broadsheet.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Facts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

@DisplayName("pages from a WARC archive")
class WarcSourceTest {

    private static final String URL = "https://courier.example/bridge";
    private static final Instant FETCHED = Instant.parse("2026-03-02T09:00:00Z");
    private static final String HTML = "<title>Bridge reopens</title>";

    @TempDir
    Path directory;

    @Nested
    @DisplayName("a response with a page")
    class Response {

        @Test
        void comesWithTheFactsOfItsRecord() throws IOException {
            SourcePage page = read(WarcCompression.GZIP, response(200, "text/html;charset=ISO-8859-1", HTML))
                    .onlyPage();
            assertThat(Reading.text(page)).isEqualTo(HTML);
            assertThat(page.facts())
                    .containsEntry(Facts.URL, URL)
                    .containsEntry(Facts.FETCHED_AT, "2026-03-02T09:00:00Z")
                    .containsEntry(Facts.CONTENT_TYPE, "text/html;charset=ISO-8859-1")
                    .containsEntry(Facts.HTTP_STATUS, "200");
        }

        @Test
        void isReadFromAPlainArchiveToo() throws IOException {
            assertThat(read(WarcCompression.NONE, response(200, "text/html", HTML))
                            .pages())
                    .hasSize(1);
        }

        @Test
        void isDecodedFromItsTransfer() throws IOException {
            var http = new HttpResponse.Builder(200, "OK")
                    .addHeader("Content-Encoding", "gzip")
                    .body(MediaType.HTML, gzip(HTML));
            assertThat(Reading.text(read(WarcCompression.GZIP, record(http)).onlyPage()))
                    .isEqualTo(HTML);
        }
    }

    @Nested
    @DisplayName("what is no page")
    class NoPage {

        @Test
        void isSkippedWithTheReason() throws IOException {
            var request = new WarcRequest.Builder(URI.create(URL))
                    .body(new HttpRequest.Builder("GET", "/bridge").build())
                    .build();
            Reading reading = read(
                    WarcCompression.GZIP, request, response(404, "text/html", HTML), response(200, "image/png", "…"));
            assertThat(reading.all())
                    .extracting(it -> ((SourceItem.Skipped) it).reason())
                    .containsExactly("WARC record of type request", "HTTP status 404", "content type image/png");
        }

        @Test
        void doesNotEndTheReading() throws IOException {
            var lying = new HttpResponse.Builder(200, "OK")
                    .addHeader("Content-Encoding", "gzip")
                    .body(MediaType.HTML, new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
            Reading reading = read(WarcCompression.GZIP, record(lying), response(200, "text/html", HTML));
            assertThat(reading.all().get(0)).isInstanceOf(SourceItem.Unreadable.class);
            assertThat(reading.pages()).hasSize(1);
        }
    }

    @Test
    @DisplayName("an archive that is cut off gives what is whole, then says so")
    void cutOff() throws IOException {
        Path archive = write(WarcCompression.GZIP, response(200, "text/html", HTML), response(200, "text/html", HTML));
        try (var channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(archive) - 30);
        }
        Reading reading = Reading.of(PageSources.open(archive.toString()));
        assertThat(reading.pages()).hasSize(1);
        assertThat(reading.all()).last().isInstanceOf(SourceItem.Unreadable.class);
    }

    @Test
    @DisplayName("a file that only calls itself an archive is unreadable")
    void noArchive() throws IOException {
        Path file = Files.writeString(directory.resolve("page.warc"), HTML);
        assertThat(Reading.of(PageSources.open(file.toString())).all())
                .singleElement()
                .isInstanceOf(SourceItem.Unreadable.class);
    }

    @Nested
    @DisplayName("a record that is broken costs itself alone")
    class Broken {

        private final byte[] answer = ArchiveBytes.bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML);

        private ArchiveBytes good(ArchiveBytes archive, String... more) {
            var lines = new ArrayList<>(List.of("WARC/1.0", "WARC-Type: response"));
            lines.addAll(List.of(more));
            return archive.record(answer, lines.toArray(String[]::new));
        }

        private ArchiveBytes around(byte[] record) {
            var archive = good(new ArchiveBytes()).raw(record);
            return good(good(archive));
        }

        private void costsItself(byte[] record) throws IOException {
            for (Path file : List.of(
                    around(record).plain(directory.resolve("plain.warc")),
                    around(record).gzipped(directory.resolve("packed.warc.gz")))) {
                Reading reading = Reading.of(PageSources.open(file.toString()));
                assertThat(reading.pages()).as("%s: %s", file, reading.all()).hasSize(3);
                assertThat(reading.all()).hasSize(4).element(1).isInstanceOf(SourceItem.Unreadable.class);
            }
        }

        private byte[] record(String head) {
            return ArchiveBytes.joined(ArchiveBytes.bytes(head), answer, ArchiveBytes.bytes("\r\n\r\n"));
        }

        @Test
        void ifItDoesNotSayHowLongItIs() throws IOException {
            costsItself(record("WARC/1.0\r\nWARC-Type: response\r\n\r\n"));
        }

        @Test
        void ifWhatItSaysIsNoLength() throws IOException {
            costsItself(record("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: much\r\n\r\n"));
        }

        @Test
        void ifItsHeadIsBroken() throws IOException {
            costsItself(record("WARC/1.0\r\nWARC-Type response\r\nContent-Length: 5\r\n\r\n"));
        }

        @Test
        void ifItHoldsNoAnswer() throws IOException {
            costsItself(
                    ArchiveBytes.bytes("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\n<p>hi\r\n\r\n"));
        }

        @Test
        void ifItsMemberIsDamaged() throws IOException {
            byte[] member = ArchiveBytes.gzip(
                    record("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + answer.length + "\r\n\r\n"));
            for (int at = 30; at < 60; at++) {
                member[at] ^= 0x55;
            }
            byte[] whole = ArchiveBytes.gzip(
                    record("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + answer.length + "\r\n\r\n"));
            Path file = Files.write(directory.resolve("packed.warc.gz"), ArchiveBytes.joined(whole, member, whole));
            Reading reading = Reading.of(PageSources.open(file.toString()));
            assertThat(reading.pages()).hasSize(2);
            assertThat(reading.all()).hasSize(3).element(1).isInstanceOf(SourceItem.Unreadable.class);
        }

        @Test
        void andWithoutAddressOrAReadableTimeItIsAPageAllTheSame() throws IOException {
            Path file = good(good(good(new ArchiveBytes(), "WARC-Date: yesterday"), "WARC-Date: 20260302090000"))
                    .plain(directory.resolve("plain.warc"));
            assertThat(Reading.of(PageSources.open(file.toString())).pages())
                    .hasSize(3)
                    .allMatch(page -> page.url().isEmpty())
                    .extracting(page -> page.facts().get(Facts.FETCHED_AT))
                    .containsExactly(null, "2026-03-02T09:00:00Z", null);
        }
    }

    private Reading read(WarcCompression compression, WarcRecord... records) throws IOException {
        return Reading.of(PageSources.open(write(compression, records).toString()));
    }

    private Path write(WarcCompression compression, WarcRecord... records) throws IOException {
        String name = compression == WarcCompression.GZIP ? "crawl.warc.gz" : "crawl.warc";
        Path archive = directory.resolve(name);
        try (var channel = FileChannel.open(archive, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var writer = new WarcWriter(channel, compression)) {
            for (WarcRecord record : List.of(records)) {
                writer.write(record);
            }
        }
        return archive;
    }

    private static WarcResponse response(int status, String type, String body) throws IOException {
        return record(new HttpResponse.Builder(status, "-").body(MediaType.parse(type), body.getBytes(UTF_8)));
    }

    private static WarcResponse record(HttpResponse.Builder http) throws IOException {
        return new WarcResponse.Builder(URI.create(URL))
                .date(FETCHED)
                .body(http.build())
                .build();
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
