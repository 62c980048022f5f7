package broadsheet.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a {@code /metrics}, held to the exposition format and to Prometheus' conventions. What is found wrong is a
 * line of its own.
 */
final class MetricsText {

    private static final Pattern HEAD = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*)(?: (.*))?");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*\\})? (\\S+)");
    private static final Pattern TOPIC = Pattern.compile("topic=\"([^\"]*)\"");
    private static final Pattern PARTS = Pattern.compile("_(bucket|count|sum|max)$");

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, String> types = new TreeMap<>();
    private final Map<String, String> helps = new TreeMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> series = new HashSet<>();
    private String family = "";

    private MetricsText() {}

    /** All that is wrong with a text; empty if nothing is. */
    static List<String> faults(String text) {
        MetricsText metrics = new MetricsText();
        text.lines().forEach(metrics::read);
        metrics.types.keySet().forEach(metrics::holdToConventions);
        return metrics.wrong;
    }

    private void read(String line) {
        Matcher head = HEAD.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (head.matches()) {
            begin(head.group(2));
            Map<String, String> said = head.group(1).equals("HELP") ? helps : types;
            String before = said.put(head.group(2), head.group(3) == null ? "" : head.group(3));
            expect(before == null, "said twice: " + line);
        } else if (sample.matches()) {
            take(sample.group(1), sample.group(2) == null ? "" : sample.group(2), sample.group(3));
        } else {
            expect(line.isEmpty() || line.equals("# EOF"), "neither head nor sample: " + line);
        }
    }

    private void begin(String name) {
        if (!name.equals(family)) {
            expect(closed.add(name), "a family in two places: " + name);
            family = name;
        }
    }

    private void take(String name, String labels, String value) {
        boolean belongs = name.equals(family)
                || (types.containsKey(family)
                        && PARTS.matcher(name).replaceFirst("").equals(family));
        expect(belongs, "under " + family + ": " + name);
        expect(!value.equals("NaN"), "not a number: " + name + labels);
        expect(series.add(name + oneName(labels)), "a series twice: " + name + labels);
        if (!value.matches("[+-]Inf|NaN")) {
            try {
                Double.parseDouble(value);
            } catch (NumberFormatException e) {
                wrong.add("no number: " + name + labels + " " + value);
            }
        }
    }

    /** Labels in which a topic has one name, however it is spelt. */
    private static String oneName(String labels) {
        return TOPIC.matcher(labels)
                .replaceAll(topic ->
                        Matcher.quoteReplacement("topic=\"" + topic.group(1).replace('.', '_') + "\""));
    }

    private void holdToConventions(String name) {
        String type = types.getOrDefault(name, "");
        expect(type.matches("counter|gauge|histogram|summary|untyped"), "no type: " + name + " " + type);
        expect(!type.equals("counter") || name.endsWith("_total"), "a counter without _total: " + name);
        expect(name.matches("[a-z][a-z0-9_]*"), "not in snake case: " + name);
        // Kafka itself has no description of some of its own.
        if (name.startsWith("broadsheet_")) {
            expect(!helps.getOrDefault(name, "").isBlank(), "no HELP, or one that says nothing: " + name);
            expect(type.equals("counter") || !name.endsWith("_total"), "no counter, but _total: " + name);
            expect(
                    !name.matches(".*_(ms|millis|milliseconds|minutes|hours|kb|mb|percent)(_total)?"),
                    "not in seconds, bytes or ratios: " + name);
        }
    }

    private void expect(boolean right, String otherwise) {
        if (!right) {
            wrong.add(otherwise);
        }
    }
}
