package broadsheet.ingest.state;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Writing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article in the data that a page's scripts put it together from: hydration states, caches of queries, contents by any
 * name. As among elements ({@code TopScope}), each text gives its prose to what it stands in, less for each step; the value
 * with the most, close to the page's own headline, is the body. Names of frameworks and of fields say nothing; a state without
 * the headline is somebody else's.
 */
public final class StateText {
    /** Letters; shorter texts are labels. */
    private static final int PROSE = 40;

    /** Letters of prose that could be a body. */
    private static final int BODY = 200;

    private static final int SHORTEST_HEADLINE = 10;

    /** The headline may be said this many steps above the body. */
    private static final int NEAR = 3;

    private static final double PER_STEP = 0.6;
    private static final int DEEPEST = 100;

    private final String headline;
    private final List<StateNode> nodes = new ArrayList<>();

    private StateText(String headline) {
        this.headline = Block.plain(headline);
    }

    /**
     * The body as a fragment of HTML.
     *
     * @param scripts of the page, in its order
     * @param headline of the page; nothing is found without it
     */
    public static Optional<String> of(List<Element> scripts, String headline) {
        var text = new StateText(headline);
        if (text.headline.length() < SHORTEST_HEADLINE) {
            return Optional.empty();
        }
        for (JsonNode document : ScriptJson.of(scripts)) {
            text.read(document, null, "", 0);
        }
        return text.nodes.stream()
                .filter(node -> node.prose() >= BODY && node.stepsToHeadline(NEAR) <= NEAR)
                .max(Comparator.comparingDouble(StateText::worth))
                .map(StateHtml::of);
    }

    /** A text with marks of its own as it is, any other as paragraphs, a line each. */
    public static String html(String text) {
        return StateHtml.paragraphs(text);
    }

    private static double worth(StateNode node) {
        return node.score() * Math.pow(PER_STEP, node.stepsToHeadline(NEAR));
    }

    private void read(JsonNode json, @Nullable StateNode parent, String field, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (json.isTextual()) {
            text(json, parent, field);
            return;
        }
        if (!json.isContainerNode()) {
            return;
        }
        var node = new StateNode(json, parent, field);
        nodes.add(node);
        if (json.isArray()) {
            json.forEach(item -> read(item, node, field, depth + 1));
        }
        for (Map.Entry<String, JsonNode> each : json.properties()) {
            read(each.getValue(), node, each.getKey(), depth + 1);
        }
    }

    private void text(JsonNode json, @Nullable StateNode parent, String field) {
        String text = json.textValue();
        if (parent != null && isHeadline(text)) {
            parent.nameHeadline();
            return;
        }
        int prose = prose(text);
        if (prose >= PROSE) {
            var node = new StateNode(json, parent, field);
            nodes.add(node);
            node.give(prose);
        }
    }

    private boolean isHeadline(String text) {
        if (text.length() < SHORTEST_HEADLINE || text.length() > 4 * headline.length() + 40) {
            return false;
        }
        String plain = Block.plain(text);
        return plain.length() >= SHORTEST_HEADLINE && (plain.equals(headline) || headline.startsWith(plain));
    }

    /** Letters outside of tags, if there is a sentence mark and a space among them; addresses, codes and programs are none. */
    static int prose(String text) {
        int letters = 0;
        int stops = 0;
        int spaces = 0;
        int codes = 0;
        boolean tag = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            tag = c == '<' || (tag && c != '>');
            if (!tag) {
                letters += Writing.weight(c);
                stops += Writing.isStop(c) ? 1 : 0;
                spaces += c == ' ' || c == '\n' || c == '>' || c >= 0x0e00 ? 1 : 0;
                codes += c == '{' || c == '}' || c == '=' || c == '_' ? 1 : 0;
            }
        }
        boolean isProse = stops > 0 && spaces * 20 > letters && codes * 40 < letters;
        return isProse ? letters : 0;
    }
}
