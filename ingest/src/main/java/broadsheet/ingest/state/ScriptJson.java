package broadsheet.ingest.state;

import broadsheet.ingest.limits.JsonTokens;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.TooMuch;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The JSON in a page's scripts, whoever made them: the whole of a script of data; the objects, arrays and packed texts that
 * a program assigns or calls with ({@code window.__STATE__ = {…}}, {@code JSON.parse("…")}, {@code push([…])}). No program is
 * run. Each character is read once or twice, and all documents of a page share one limit of tokens; what lies beyond it is
 * not there.
 *
 * <p>What a program says is no strict JSON: names without quotes, quotes of one stroke, trailing commas.
 */
final class ScriptJson {
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    /** Characters of a state that could hold an article. */
    private static final int SHORTEST = 300;

    /** Times that JSON is packed into a text of JSON: once by the program, once by what it has stored. */
    private static final int DEEPEST = 2;

    /** Places of a page at which a value is looked for; most are parts of a program, and fail at once. */
    private static final int ATTEMPTS = 20_000;

    private static final String PACKED = "JSON.parse(";

    private final List<JsonNode> found = new ArrayList<>();
    private final JsonTokens tokens = new JsonTokens();
    private int attempts;

    private ScriptJson() {}

    /** The documents, in the order of the page. */
    static List<JsonNode> of(List<Element> scripts) {
        var json = new ScriptJson();
        try {
            for (Element script : scripts) {
                json.script(script);
            }
        } catch (TooMuch beyond) {
            return json.found;
        }
        return json.found;
    }

    private void script(Element script) {
        String type = script.attr("type");
        String data = script.data();
        if (type.contains("ld+json") || data.length() < SHORTEST || data.length() > Limits.SCRIPT) {
            return;
        }
        if (type.contains("json")) {
            document(data.toCharArray(), 0, DEEPEST);
        } else {
            program(data);
        }
    }

    /** Reads on behind what was read, whether it was JSON or not. */
    private void program(String data) {
        char[] text = null;
        int at = 0;
        while (at < data.length()) {
            if (isValue(data, at)) {
                text = text == null ? data.toCharArray() : text;
                at = Math.max(at + 1, document(text, at, DEEPEST));
            } else {
                at++;
            }
        }
    }

    /** Whether an object or a list is assigned or given here, or a packed text is read: a block of a program begins otherwise. */
    private static boolean isValue(String data, int at) {
        char c = data.charAt(at);
        if (c == '"' || c == '\'') {
            return data.startsWith(PACKED, at - PACKED.length());
        }
        if (c != '{' && c != '[') {
            return false;
        }
        int before = at - 1;
        while (before >= 0 && before > at - 8 && data.charAt(before) <= ' ') {
            before--;
        }
        return before >= 0 && (data.charAt(before) == '=' || data.charAt(before) == '(');
    }

    /** Reads the value that begins here; returns where it ends, or where it ceases to be one. */
    private int document(char[] data, int at, int deep) {
        if (++attempts > ATTEMPTS) {
            return data.length;
        }
        try (JsonParser parser = tokens.counting(LENIENT.createParser(data, at, data.length - at))) {
            JsonNode tree = LENIENT.readTree(parser);
            int end = (int) parser.currentLocation().getCharOffset();
            if (tree != null) {
                keep(tree, end, deep);
            }
            return at + end;
        } catch (JsonProcessingException none) {
            return at
                    + (none.getLocation() == null
                            ? 1
                            : (int) Math.max(1, none.getLocation().getCharOffset()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private void keep(JsonNode tree, int length, int deep) {
        if (length < SHORTEST) {
            return;
        }
        if (tree.isTextual()) {
            packed(tree.textValue(), deep);
        } else {
            found.add(References.resolved(tree));
        }
    }

    private void packed(String text, int deep) {
        String start = text.strip();
        if (deep > 0 && (start.startsWith("{") || start.startsWith("["))) {
            document(start.toCharArray(), 0, deep - 1);
        }
    }
}
