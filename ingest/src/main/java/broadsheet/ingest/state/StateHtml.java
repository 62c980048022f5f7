package broadsheet.ingest.state;

import broadsheet.ingest.html.Writing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Writes a body found in a state as HTML. Of its values only those are text that go by a name under which prose stands; the
 * rest are kinds, addresses and numbers. What stands in one item of the outermost list is a paragraph, however many pieces
 * it comes in.
 */
final class StateHtml {
    /** Share of the prose below which a name is not that of the text: that of a caption or a remark. */
    private static final double SHARE = 0.25;

    private static final int DEEPEST = 100;

    private final Map<String, Integer> prose = new HashMap<>();
    private final StringBuilder html = new StringBuilder();
    private Set<String> names = Set.of();

    private StateHtml() {}

    static String of(StateNode body) {
        if (body.json.isTextual()) {
            return paragraphs(body.json.textValue());
        }
        var html = new StateHtml();
        html.count(body.json, body.field, 0);
        int whole = html.prose.values().stream().mapToInt(Integer::intValue).sum();
        html.names = html.prose.entrySet().stream()
                .filter(name -> name.getValue() >= SHARE * whole)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        html.items(body);
        return html.html.toString();
    }

    private void count(JsonNode json, String field, int depth) {
        if (json.isTextual()) {
            prose.merge(field, StateText.prose(json.textValue()), Integer::sum);
        } else if (depth < DEEPEST) {
            json.properties().forEach(each -> count(each.getValue(), each.getKey(), depth + 1));
            if (json.isArray()) {
                json.forEach(item -> count(item, field, depth + 1));
            }
        }
    }

    private void items(StateNode body) {
        if (body.json.isArray()) {
            body.json.forEach(item -> item(item, body.field));
        } else {
            body.json.properties().forEach(each -> item(each.getValue(), each.getKey()));
        }
    }

    private void item(JsonNode json, String field) {
        var text = new StringBuilder();
        gather(json, field, text, 0);
        html.append(paragraphs(text.toString()));
    }

    private void gather(JsonNode json, String field, StringBuilder text, int depth) {
        if (json.isTextual()) {
            if (names.contains(field)) {
                piece(json.textValue(), text);
            }
        } else if (depth < DEEPEST) {
            json.properties().forEach(each -> gather(each.getValue(), each.getKey(), text, depth + 1));
            if (json.isArray()) {
                json.forEach(item -> gather(item, field, text, depth + 1));
            }
        }
    }

    /** Pieces of a sentence have their own spaces; whole ones are paragraphs. */
    private static void piece(String piece, StringBuilder text) {
        int last = text.length() - 1;
        boolean sentences = last >= 0
                && Writing.endsSentence(text.charAt(last))
                && !piece.isEmpty()
                && piece.charAt(0) > ' '
                && StateText.prose(piece) > 0;
        text.append(sentences ? "\n" : "").append(piece);
    }

    /** A text with marks of its own stays as it is; else each line is a paragraph. */
    static String paragraphs(String written) {
        if (written.isBlank()) {
            return "";
        }
        boolean escaped = written.indexOf('<') < 0 && written.contains("&lt;");
        String text = escaped ? Parser.unescapeEntities(written, false) : written;
        if (text.indexOf("<p") >= 0 || text.indexOf("<br") >= 0 || text.indexOf("<div") >= 0) {
            return "<div>" + text + "</div>";
        }
        boolean marked = text.indexOf('<') >= 0 && text.indexOf("</") > 0;
        var html = new StringBuilder();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> html.append("<p>")
                        .append(marked || line.indexOf('&') >= 0 ? line : Entities.escape(line))
                        .append("</p>"));
        return html.toString();
    }
}
