package broadsheet.ingest.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Puts a document together that was written as a flat list of values which name each other by their places, as some
 * frameworks do so that nothing is said twice. Each value is put in where it is first named, and nowhere else: the result
 * is no larger than the list.
 */
final class References {
    private static final int DEEPEST = 60;

    /** Values of a list that could be such a document. */
    private static final int FEWEST = 4;

    private final JsonNode list;
    private final boolean[] used;

    private References(JsonNode list) {
        this.list = list;
        used = new boolean[list.size()];
    }

    /** The document that a list stands for; any other document as it is. */
    static JsonNode resolved(JsonNode document) {
        return isList(document) ? new References(document).value(0, 0) : document;
    }

    /** Whether its first value holds nothing but places, and most of the others are no containers in containers. */
    private static boolean isList(JsonNode document) {
        if (!document.isArray() || document.size() < FEWEST || !document.get(0).isContainerNode()) {
            return false;
        }
        boolean hasPlace = false;
        for (JsonNode value : document.get(0)) {
            if (!value.isInt() && !value.isTextual()) {
                return false;
            }
            hasPlace |= value.isInt() && value.intValue() > 0 && value.intValue() < document.size();
        }
        return hasPlace;
    }

    private JsonNode value(int place, int depth) {
        if (place < 0 || place >= used.length || used[place] || depth > DEEPEST) {
            return JsonNodeFactory.instance.nullNode();
        }
        JsonNode value = list.get(place);
        if (value.isObject()) {
            used[place] = true;
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                object.set(field.getKey(), named(field.getValue(), depth));
            }
            return object;
        }
        if (value.isArray()) {
            used[place] = true;
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (JsonNode item : value) {
                array.add(named(item, depth));
            }
            return array;
        }
        return value;
    }

    private JsonNode named(JsonNode place, int depth) {
        return place.isInt() ? value(place.intValue(), depth + 1) : place;
    }
}
