package broadsheet.publish;

import broadsheet.model.Facts;
import broadsheet.model.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.TreeMap;

/**
 * What is known of the pages in a directory: a file {@code pages.jsonl}, {@code urls.jsonl} or {@code truth.jsonl}, one
 * JSON object a line, all members but the first optional.
 *
 * <pre>{@code
 * {"file": "bridge.html", "url": "https://courier.example/bridge", "fetchedAt": "2026-03-02T09:00:00Z",
 *  "contentType": "text/html; charset=utf-8", "headers": {"source": "The Example Courier"}}
 * {"id": "bridge", "url": "https://courier.example/bridge"}
 * }</pre>
 *
 * <p>{@code file} is relative to the manifest. Such lines also set the order, and a file may be listed more than once:
 * it is then sent more than once. {@code id} is a file's name without its extensions and only adds facts. Other members
 * are passed over.
 */
final class Manifest {

    private static final List<String> NAMES = List.of("pages.jsonl", "urls.jsonl", "truth.jsonl");

    private final Map<String, Map<String, String>> factsById;
    private final Map<Path, Map<String, String>> factsByFile = new HashMap<>();
    private final List<Listed> listed;

    private Manifest(Map<String, Map<String, String>> factsById, List<Listed> listed) {
        this.factsById = factsById;
        this.listed = List.copyOf(listed);
        listed.forEach(entry -> factsByFile.putIfAbsent(entry.file(), entry.facts()));
    }

    /**
     * A line that names a file.
     *
     * @param file the file, absolute
     * @param facts its headers
     */
    record Listed(Path file, Map<String, String> facts) {}

    /** One line as written. */
    private record Line(
            Optional<String> file,
            Optional<String> id,
            Optional<String> url,
            Optional<String> contentType,
            Optional<String> fetchedAt,
            Map<String, String> headers) {

        private Map<String, String> facts() {
            Map<String, String> facts =
                    new TreeMap<>(Optional.ofNullable(headers).orElse(Map.of()));
            url.ifPresent(text -> facts.put(Facts.URL, text));
            contentType.ifPresent(text -> facts.put(Facts.CONTENT_TYPE, text));
            fetchedAt.ifPresent(text -> facts.put(Facts.FETCHED_AT, text));
            return facts;
        }
    }

    /**
     * The manifest of a directory: in it, else in the one above, else one that knows nothing.
     *
     * @throws IllegalArgumentException if a line is not of the form above: a manifest with a typing error would
     *     otherwise publish pages under wrong ids
     */
    static Manifest of(Path directory) {
        return find(directory)
                .or(() -> Optional.ofNullable(
                                directory.toAbsolutePath().normalize().getParent())
                        .flatMap(Manifest::find))
                .map(Manifest::read)
                .orElseGet(() -> new Manifest(Map.of(), List.of()));
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
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!text.isBlank()) {
                    Line line = parse(text, file, number);
                    line.id().ifPresent(id -> byId.put(id, line.facts()));
                    line.file()
                            .ifPresent(name -> listed.add(new Listed(plain(file.resolveSibling(name)), line.facts())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return new Manifest(byId, listed);
    }

    private static Line parse(String text, Path file, int number) {
        try {
            Line line = Json.mapper().readValue(text, Line.class);
            if (line.file().isEmpty() && line.id().isEmpty()) {
                throw new IllegalArgumentException(file + ":" + number + ": neither file nor id");
            }
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ":" + number + ": " + e.getOriginalMessage(), e);
        }
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
