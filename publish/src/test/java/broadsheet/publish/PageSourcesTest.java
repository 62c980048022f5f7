package broadsheet.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.model.Facts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("pages from files")
class PageSourcesTest {

    private static final String HTML = "<html><title>Bridge reopens</title></html>";

    @TempDir
    Path directory;

    @Nested
    @DisplayName("a single file")
    class SingleFile {

        @Test
        void isOnePageUnderItsName() throws IOException {
            SourcePage page = open(write("bridge.html", HTML)).onlyPage();
            assertThat(page.name()).isEqualTo("bridge.html");
            assertThat(Reading.text(page)).isEqualTo(HTML);
            assertThat(page.facts()).containsOnlyKeys(Facts.CONTENT_TYPE).containsValue("text/html");
        }

        @Test
        void isUnpackedIfItIsGzip() throws IOException {
            SourcePage page =
                    open(write("bridge.html.gz", gzip(HTML.getBytes(UTF_8)))).onlyPage();
            assertThat(page.name()).isEqualTo("bridge.html");
            assertThat(Reading.text(page)).isEqualTo(HTML);
        }

        @Test
        void isAPageWhateverItIsCalledWhenItIsNamed() throws IOException {
            assertThat(open(write("bridge.php", HTML)).onlyPage().facts()).isEmpty();
        }

        @Test
        void mayBeEmpty() throws IOException {
            assertThat(open(write("empty.html", "")).onlyPage().value()).isEmpty();
        }

        @Test
        void leavesToIngestWhatXmlAndJsonAre() throws IOException {
            assertThat(open(write("news.xml", "<rss/>")).onlyPage().facts()).isEmpty();
            assertThat(open(write("news.json", "{}")).onlyPage().facts()).isEmpty();
        }

        @Test
        void thatUnpacksBeyondAllLimitsIsUnreadable() throws IOException {
            Path bomb = write("bomb.html.gz", gzip(new byte[PageSources.MAX_PAGE_BYTES + 1]));
            assertThat(open(bomb).all())
                    .containsExactly(new SourceItem.Unreadable(bomb.toString(), "larger than 33554432 bytes"));
        }

        @Test
        void thatIsBrokenGzipIsUnreadableWithTheReason() throws IOException {
            byte[] packed = gzip(HTML.getBytes(UTF_8));
            packed[packed.length - 5] ^= 0x55;
            assertThat(open(write("broken.html.gz", packed)).all())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            SourceItem.Unreadable.class,
                            it -> assertThat(it.reason()).startsWith("ZipException"));
        }

        @Test
        void thatDoesNotExistIsSaidSo() {
            assertThatThrownBy(() -> PageSources.open(directory + "/nowhere.html"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no such file or directory: " + directory + "/nowhere.html");
        }
    }

    @Nested
    @DisplayName("a directory")
    class OfADirectory {

        @Test
        void isReadByPathWithItsSubdirectories() throws IOException {
            write("b.html", HTML);
            write("a/z.txt", "text");
            write("c.xml.gz", gzip("<rss/>".getBytes(UTF_8)));
            assertThat(open(directory).names()).containsExactly("z.txt", "b.html", "c.xml");
        }

        @Test
        void skipsWhatIsNoPageAndDoesNotSeeHiddenFiles() throws IOException {
            write("photo.jpg", "…");
            write(".cache/old.html", HTML);
            write("a.html", HTML);
            assertThat(open(directory).all()).hasSize(2);
            assertThat(open(directory).pages()).extracting(SourcePage::name).containsExactly("a.html");
        }

        @Test
        void withoutPagesIsNoError() throws IOException {
            assertThat(open(directory).all()).isEmpty();
        }
    }

    @Nested
    @DisplayName("a manifest")
    class WithManifest {

        @Test
        void givesFactsToTheFilesItNames() throws IOException {
            write("a.html", HTML);
            write(
                    "pages.jsonl",
                    """
                    {"file":"a.html","url":"https://courier.example/a","fetchedAt":"2026-03-02T09:00:00Z",
                    """.strip()
                            + "\"contentType\":\"text/html; charset=utf-8\",\"headers\":{\"source\":\"The Courier\"}}");
            assertThat(open(directory).onlyPage().facts())
                    .containsEntry(Facts.URL, "https://courier.example/a")
                    .containsEntry(Facts.FETCHED_AT, "2026-03-02T09:00:00Z")
                    .containsEntry(Facts.CONTENT_TYPE, "text/html; charset=utf-8")
                    .containsEntry(Facts.SOURCE, "The Courier");
        }

        @Test
        void setsTheOrderAndMayNameAFileTwice() throws IOException {
            write("a.html", HTML);
            write("b.html", HTML);
            write("c.html", HTML);
            write("pages.jsonl", "{\"file\":\"b.html\"}\n\n{\"file\":\"a.html\"}\n{\"file\":\"b.html\"}\n");
            assertThat(open(directory).names()).containsExactly("b.html", "a.html", "b.html", "c.html");
        }

        @Test
        void oneDirectoryUpIsFoundTooAndMatchesByName() throws IOException {
            write(
                    "truth.jsonl",
                    "{\"id\":\"a\",\"url\":\"https://courier.example/a\",\"title\":\"other\",\"authors\":[]}");
            Path page = write("pages/a.html.gz", gzip(HTML.getBytes(UTF_8)));
            assertThat(open(directory.resolve("pages")).onlyPage().url()).contains("https://courier.example/a");
            assertThat(open(page).onlyPage().url()).contains("https://courier.example/a");
        }

        @Test
        void thatNamesAMissingFileMakesItUnreadableAndTheRestGoesOn() throws IOException {
            write("a.html", HTML);
            write("pages.jsonl", "{\"file\":\"gone.html\"}\n{\"file\":\"a.html\"}");
            assertThat(open(directory).all().get(0)).isInstanceOf(SourceItem.Unreadable.class);
            assertThat(open(directory).pages()).hasSize(1);
        }

        @Test
        void withAMistakeCostsThatLine() throws IOException {
            write("a.html", HTML);
            write(
                    "pages.jsonl",
                    "{\"file\":\"a.html\",\"url\":\"https://courier.example/a\"}\n"
                            + "{\"url\":\"https://courier.example/b\"}\n{\"file\":");
            assertThat(open(directory).pages().get(0).url()).contains("https://courier.example/a");
            assertThat(open(directory).all())
                    .filteredOn(SourceItem.Unreadable.class::isInstance)
                    .extracting(found -> ((SourceItem.Unreadable) found).name())
                    .satisfiesExactly(
                            second -> assertThat(second).endsWith("pages.jsonl:2"),
                            third -> assertThat(third).endsWith("pages.jsonl:3"));
        }

        @Test
        void mayHoldWhatPythonWritesForAMissingNumber() throws IOException {
            write("a.html", HTML);
            write(
                    "pages.jsonl",
                    "{\"file\":\"a.html\",\"url\":\"https://courier.example/a\",\"score\":NaN,\"rank\":-Infinity}");
            assertThat(open(directory).all()).hasSize(1);
            assertThat(open(directory).onlyPage().url()).contains("https://courier.example/a");
        }
    }

    @Test
    void aDirectoryThatIsALinkIsFollowed() throws IOException {
        write("elsewhere/a.html", HTML);
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("elsewhere"));
        assertThat(open(link).names()).containsExactly("a.html");
        Path around = Files.createDirectories(directory.resolve("around"));
        Files.createSymbolicLink(around.resolve("inner"), directory.resolve("elsewhere"));
        assertThat(open(around).names()).containsExactly("a.html");
    }

    private Reading open(Path path) {
        return Reading.of(PageSources.open(path.toString()));
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(UTF_8));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
