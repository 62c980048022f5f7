package broadsheet.publish;

import broadsheet.model.Facts;
import broadsheet.model.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One line of a manifest, a JSON object. Members that are not named here are passed over.
 *
 * <pre>{@code
 * {"file": "bridge.html", "url": "https://courier.example/bridge", "fetchedAt": "2026-03-02T09:00:00Z",
 *  "contentType": "text/html; charset=utf-8", "headers": {"source": "The Example Courier"}}
 * {"id": "bridge", "url": "https://courier.example/bridge"}
 * }</pre>
 *
 * @param file path of a page, relative to the manifest; empty if {@code id} names it
 * @param id name of a page's file without its extensions; empty if {@code file} names it
 * @param url see {@link Facts#URL}
 * @param contentType see {@link Facts#CONTENT_TYPE}
 * @param fetchedAt see {@link Facts#FETCHED_AT}
 * @param headers any other headers for the raw record, by name
 */
record ManifestLine(
        Optional<String> file,
        Optional<String> id,
        Optional<String> url,
        Optional<String> contentType,
        Optional<String> fetchedAt,
        @Nullable Map<String, String> headers) {

    /** Python writes {@code NaN} for a number that is missing, which is no JSON; in a member that nobody reads it costs nothing. */
    private static final ObjectReader READER =
            Json.mapper().readerFor(ManifestLine.class).with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);

    /**
     * All lines but blank ones and those that cannot be read.
     *
     * @param label how to name the manifest in a problem
     * @param problems hears why a line cannot be read, and its place
     */
    static List<ManifestLine> all(BufferedReader lines, String label, BiConsumer<String, String> problems)
            throws IOException {
        List<ManifestLine> all = new ArrayList<>();
        int number = 0;
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            number++;
            if (!text.isBlank()) {
                parse(text, label + ":" + number, problems).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<ManifestLine> parse(String text, String where, BiConsumer<String, String> problems) {
        try {
            ManifestLine line = READER.readValue(text);
            if (line.file().isEmpty() && line.id().isEmpty()) {
                problems.accept(where, "neither file nor id");
                return Optional.empty();
            }
            return Optional.of(line);
        } catch (JsonProcessingException e) {
            problems.accept(where, e.getOriginalMessage());
            return Optional.empty();
        }
    }

    /** The headers of the raw record. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>(Optional.ofNullable(headers).orElse(Map.of()));
        url.ifPresent(text -> facts.put(Facts.URL, text));
        contentType.ifPresent(text -> facts.put(Facts.CONTENT_TYPE, text));
        fetchedAt.ifPresent(text -> facts.put(Facts.FETCHED_AT, text));
        return facts;
    }
}
