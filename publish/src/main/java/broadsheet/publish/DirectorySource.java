package broadsheet.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A directory with its subdirectories: first the files that a manifest lists, in its order, then the others by path.
 * Links are followed. Archives are opened. Hidden files are not seen; files of other types are {@linkplain SourceItem.Skipped skipped}.
 */
final class DirectorySource implements PageSource {

    private final Path directory;
    private final int maxBytes;

    DirectorySource(Path directory, int maxBytes) {
        this.directory = directory;
        this.maxBytes = maxBytes;
    }

    @Override
    public void read(Consumer<SourceItem> found) {
        Manifest manifest = Manifest.of(directory);
        manifest.problems().forEach(found);
        Path root = directory.toAbsolutePath().normalize();
        Set<Path> seen = new HashSet<>();
        for (Manifest.Listed listed : manifest.listed()) {
            Path file = listed.file();
            if (file.startsWith(root)) {
                seen.add(file);
                found.accept(FileSource.read(file, listed.facts(), maxBytes));
            }
        }
        for (Path file : files(root)) {
            if (!seen.contains(file)) {
                readUnlisted(file, manifest, found);
            }
        }
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> paths = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !isHidden(root.relativize(path)))
                    .filter(path -> !Manifest.isManifest(path))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root, e);
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private void readUnlisted(Path file, Manifest manifest, Consumer<SourceItem> found) {
        switch (FileKind.of(file)) {
            case ARCHIVE -> new WarcSource(file, maxBytes).read(found);
            case PAGE -> found.accept(FileSource.read(file, manifest.factsOf(file), maxBytes));
            case OTHER -> found.accept(new SourceItem.Skipped(file.toString(), "not a page by its name"));
        }
    }
}
