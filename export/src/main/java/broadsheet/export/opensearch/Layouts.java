package broadsheet.export.opensearch;

import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** How indices are laid out; as files, for who wants to make them himself. */
final class Layouts {

    private Layouts() {}

    /** The index template of articles, without the names that it is for. */
    static ObjectNode template() {
        return read("template.json");
    }

    /** The body of the request that makes the index of the bookmark. */
    static ObjectNode bookmark() {
        return read("bookmark.json");
    }

    private static ObjectNode read(String name) {
        try (InputStream in = Objects.requireNonNull(Layouts.class.getResourceAsStream(name), name)) {
            JsonNode read = Json.mapper().readTree(in);
            return (ObjectNode) read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
