package broadsheet.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the pages in a directory: a file {@code pages.jsonl}, {@code urls.jsonl} or {@code truth.jsonl} of
 * {@linkplain ManifestLine lines}.
 *
 * <p>Lines with {@code file}, relative to the manifest, also set the order, and a file may be listed more than once: it
 * is then sent more than once. Lines with {@code id}, a file's name without its extensions, only add facts.
 */
final class Manifest {

    private static final List<String> NAMES = List.of("pages.jsonl", "urls.jsonl", "truth.jsonl");

    private final Map<String, Map<String, String>> factsById;
    private final Map<Path, Map<String, String>> factsByFile = new HashMap<>();
    private final List<Listed> listed;
    private final List<SourceItem.Unreadable> problems;

    private Manifest(
            Map<String, Map<String, String>> factsById, List<Listed> listed, List<SourceItem.Unreadable> problems) {
        this.factsById = factsById;
        this.listed = List.copyOf(listed);
        this.problems = List.copyOf(problems);
        listed.forEach(entry -> factsByFile.putIfAbsent(entry.file(), entry.facts()));
    }

    /**
     * A line that names a file.
     *
     * @param file the file, absolute
     * @param facts its headers
     */
    record Listed(Path file, Map<String, String> facts) {}

    /** The manifest of a directory: in it, else in the one above, else one that knows nothing. */
    static Manifest of(Path directory) {
        return find(directory)
                .or(() -> Optional.ofNullable(
                                directory.toAbsolutePath().normalize().getParent())
                        .flatMap(Manifest::find))
                .map(Manifest::read)
                .orElseGet(() -> new Manifest(Map.of(), List.of(), List.of()));
    }

    /** Whether a file is a manifest, and so not a page. */
    static boolean isManifest(Path file) {
        return NAMES.contains(file.getFileName().toString());
    }

    private static Optional<Path> find(Path directory) {
        return NAMES.stream()
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Manifest read(Path file) {
        Map<String, Map<String, String>> byId = new HashMap<>();
        List<Listed> listed = new ArrayList<>();
        List<SourceItem.Unreadable> problems = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (ManifestLine line : ManifestLine.all(
                    lines, file.toString(), (where, why) -> problems.add(new SourceItem.Unreadable(where, why)))) {
                line.id().ifPresent(id -> byId.put(id, line.facts()));
                line.file().ifPresent(name -> listed.add(new Listed(plain(file.resolveSibling(name)), line.facts())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return new Manifest(byId, listed, problems);
    }

    /** The lines that cannot be read: what they would say of a page is not known of it. */
    List<SourceItem.Unreadable> problems() {
        return problems;
    }

    /** The lines that name a file, in order. */
    List<Listed> listed() {
        return listed;
    }

    /** What is known of a file; empty if nothing is. */
    Map<String, String> factsOf(Path file) {
        return Optional.ofNullable(factsByFile.get(plain(file)))
                .or(() -> Optional.ofNullable(factsById.get(FileKind.id(file))))
                .orElse(Map.of());
    }

    private static Path plain(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
