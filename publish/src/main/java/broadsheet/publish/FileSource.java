package broadsheet.publish;

import broadsheet.model.Facts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** One file, which is one page. A gzip file is unpacked, whatever it is called. */
final class FileSource implements PageSource {

    private final Path file;
    private final int maxBytes;

    FileSource(Path file, int maxBytes) {
        this.file = file;
        this.maxBytes = maxBytes;
    }

    @Override
    public void read(Consumer<SourceItem> found) {
        Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        found.accept(read(file, Manifest.of(directory).factsOf(file), maxBytes));
    }

    /** The page in a file, with the content type that its name settles if the facts give none. */
    static SourceItem read(Path file, Map<String, String> facts, int maxBytes) {
        String name = FileKind.plainName(file);
        try (InputStream bytes = unpacked(file)) {
            byte[] value = BoundedReading.read(bytes, maxBytes);
            Map<String, String> all = new TreeMap<>(facts);
            FileKind.contentType(file).ifPresent(type -> all.putIfAbsent(Facts.CONTENT_TYPE, type));
            return new SourceItem.Page(new SourcePage(name, value, all));
        } catch (IOException e) {
            return new SourceItem.Unreadable(file.toString(), BoundedReading.reason(e));
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        try {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return gzip ? new GZIPInputStream(raw) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }
}
