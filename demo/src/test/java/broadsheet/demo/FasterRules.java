package broadsheet.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The alert rules as they are shipped, with time running sixty times as fast: what is said in hours is said in minutes,
 * and what is said in minutes in seconds. Nothing else differs: the way back leads to what is shipped, to the letter.
 *
 * @param text the rules
 * @param changes how many durations and thresholds are others now
 */
record FasterRules(String text, int changes) {

    static final int FACTOR = 60;

    /**
     * No JVM starts three times in a quarter of a minute, and on a busy machine one may well be silent for a second.
     * Neither of these two alerts has to be waited for longer than a minute.
     */
    private static final Set<String> AS_THEY_ARE = Set.of("BroadsheetRestarts", "BroadsheetDown");

    private static final Pattern ALERT_OR_DURATION =
            Pattern.compile("- alert: (?<alert>\\w+)|(?<=\\[|for: |offset )(?<number>\\d+)(?<unit>[a-z]+)\\b");

    /** What is said in seconds without being a duration: the age of an audit, and rejections a second. */
    private record Threshold(String shipped, String faster) {}

    private static final List<Threshold> THRESHOLDS =
            List.of(new Threshold("seconds > 900", "seconds > 15"), new Threshold(" > 0.05", " > 3.0"));

    /** @throws IllegalArgumentException if the rules have a time that this does not know how to change */
    static FasterRules of(String shipped) {
        FasterRules faster = translated(shipped, Map.of("h", "m", "m", "s"));
        for (Threshold threshold : THRESHOLDS) {
            faster = faster.with(threshold.shipped(), threshold.faster());
        }
        FasterRules back = translated(faster.text(), Map.of("m", "h", "s", "m"));
        for (Threshold threshold : THRESHOLDS) {
            back = back.with(threshold.faster(), threshold.shipped());
        }
        if (!back.text().equals(shipped) || back.changes() != faster.changes()) {
            throw new IllegalArgumentException("made faster and slower again, the rules are:\n" + back.text());
        }
        return faster;
    }

    private static FasterRules translated(String rules, Map<String, String> units) {
        StringBuilder text = new StringBuilder();
        int changes = 0;
        String alert = "";
        Matcher next = ALERT_OR_DURATION.matcher(rules);
        while (next.find()) {
            if (next.group("alert") != null) {
                alert = next.group("alert");
            } else if (!AS_THEY_ARE.contains(alert)) {
                String unit = units.get(next.group("unit"));
                if (unit == null) {
                    throw new IllegalArgumentException(
                            "cannot be made sixty times another: " + next.group() + " of " + alert);
                }
                next.appendReplacement(text, next.group("number") + unit);
                changes++;
            }
        }
        return new FasterRules(next.appendTail(text).toString(), changes);
    }

    private FasterRules with(String before, String after) {
        int at = text.indexOf(before);
        if (at < 0 || text.indexOf(before, at + 1) >= 0) {
            throw new IllegalArgumentException("not there, or there twice: " + before);
        }
        return new FasterRules(text.replace(before, after), changes + 1);
    }

    /** Names of all alerts, in their order. */
    static List<String> names(String rules) {
        return ALERT_OR_DURATION
                .matcher(rules)
                .results()
                .flatMap(found -> Stream.ofNullable(found.group(1)))
                .toList();
    }
}
