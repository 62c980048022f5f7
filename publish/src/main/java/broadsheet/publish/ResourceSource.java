package broadsheet.publish;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** The pages that the manifest {@code pages.jsonl} lists in a folder of the class path. */
final class ResourceSource implements PageSource {

    private final ClassLoader loader;
    private final String folder;

    ResourceSource(ClassLoader loader, String folder) {
        this.loader = loader;
        this.folder = folder;
    }

    @Override
    public void read(Consumer<SourceItem> found) {
        String manifest = folder + "/pages.jsonl";
        try (var lines = new BufferedReader(new InputStreamReader(open(manifest), StandardCharsets.UTF_8))) {
            for (ManifestLine line : ManifestLine.all(
                    lines, manifest, (where, why) -> found.accept(new SourceItem.Unreadable(where, why)))) {
                String name = line.file().or(line::id).orElseThrow();
                found.accept(new SourceItem.Page(new SourcePage(name, bytes(folder + "/" + name), line.facts())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + " from the class path", e);
        }
    }

    private byte[] bytes(String name) throws IOException {
        try (InputStream bytes = open(name)) {
            return bytes.readAllBytes();
        }
    }

    private InputStream open(String name) throws FileNotFoundException {
        return Optional.ofNullable(loader.getResourceAsStream(name)).orElseThrow(() -> new FileNotFoundException(name));
    }
}
