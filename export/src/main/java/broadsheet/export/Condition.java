package broadsheet.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on one field of a record: {@code source.domain=courier.example}, {@code entities.name=Whitby}, {@code
 * wordCount>=300}, {@code headline~bridge}. Of a list it is enough that one of its elements fits; a field that is not there
 * fits {@code !=} alone.
 *
 * @param path JSON names, from the outermost
 * @param relation {@code =}, {@code !=}, {@code ~} (contains, whatever the case), {@code <}, {@code <=}, {@code >} or {@code
 *     >=}: numbers as numbers, everything else as text, which puts times in order
 * @param value to compare with
 */
record Condition(String path, String relation, String value) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z]\\w*+(?:\\.[A-Za-z]\\w*+)*+)(!=|<=|>=|=|~|<|>)(.*+)", Pattern.DOTALL);

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Condition of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "not a condition such as source.domain=courier.example, wordCount>=300 or headline~bridge: "
                            + text);
        }
        return new Condition(form.group(1), form.group(2), form.group(3));
    }

    boolean fits(JsonNode article) {
        return relation.equals("!=") ? !anyFits(article, path, "=") : anyFits(article, path, relation);
    }

    private boolean anyFits(JsonNode node, String rest, String relation) {
        if (node.isArray()) {
            for (JsonNode element : node) {
                if (anyFits(element, rest, relation)) {
                    return true;
                }
            }
            return false;
        }
        if (rest.isEmpty()) {
            return node.isValueNode() && !node.isNull() && holds(node, relation);
        }
        int dot = rest.indexOf('.');
        String name = dot < 0 ? rest : rest.substring(0, dot);
        return anyFits(node.path(name), dot < 0 ? "" : rest.substring(dot + 1), relation);
    }

    private boolean holds(JsonNode node, String relation) {
        return switch (relation) {
            case "=" -> compare(node, order -> order == 0);
            case "<" -> compare(node, order -> order < 0);
            case "<=" -> compare(node, order -> order <= 0);
            case ">" -> compare(node, order -> order > 0);
            case ">=" -> compare(node, order -> order >= 0);
            default -> node.asText().toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
        };
    }

    private boolean compare(JsonNode node, IntPredicate order) {
        if (!node.isNumber()) {
            return order.test(node.asText().compareTo(value));
        }
        try {
            return order.test(node.decimalValue().compareTo(new BigDecimal(value)));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
