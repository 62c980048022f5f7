package broadsheet.ingest;

import broadsheet.ingest.limits.JsonTokens;
import broadsheet.ingest.limits.Limits;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A page of JSON, as far as it is read: of its items, should it be a feed, the first; the others are passed over as they
 * come, and never in memory.
 *
 * @param tree the document; a missing node if it is no object
 * @param unread how many items were passed over
 */
public record JsonDocument(JsonNode tree, int unread) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ITEMS = "items";

    /**
     * Reads a document.
     *
     * @throws JsonProcessingException if it is no JSON
     * @throws broadsheet.ingest.limits.TooMuch if what is to be held of it has too many tokens
     */
    public static JsonDocument read(String json) throws JsonProcessingException {
        try (JsonParser text = JSON.createParser(json)) {
            if (text.nextToken() == JsonToken.START_OBJECT) {
                return object(text);
            }
            text.skipChildren();
            return new JsonDocument(MissingNode.getInstance(), 0);
        } catch (JsonProcessingException broken) {
            throw broken;
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private static JsonDocument object(JsonParser text) throws IOException {
        ObjectNode tree = JSON.createObjectNode();
        JsonParser counted = new JsonTokens().counting(text);
        int unread = 0;
        while (text.nextToken() == JsonToken.FIELD_NAME) {
            String name = text.currentName();
            if (text.nextToken() == JsonToken.START_ARRAY && name.equals(ITEMS)) {
                ArrayNode items = tree.putArray(name);
                unread = items(text, counted, items);
            } else {
                tree.set(name, JSON.readTree(counted));
            }
        }
        return new JsonDocument(tree, unread);
    }

    private static int items(JsonParser text, JsonParser counted, ArrayNode items) throws IOException {
        int unread = 0;
        while (text.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() < Limits.ENTRIES) {
                items.add(JSON.<JsonNode>readTree(counted));
            } else {
                text.skipChildren();
                unread++;
            }
        }
        return unread;
    }
}
