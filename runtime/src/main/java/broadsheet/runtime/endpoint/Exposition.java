package broadsheet.runtime.endpoint;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;

/**
 * What a process shows Prometheus: each series once, and only those that say something.
 *
 * <p>Kafka's clients show what they know of a topic twice, since 4.1 under its name and still under that name with
 * underscores for its dots (KIP-1109). And what they have not measured yet, or not lately, is not a number: of the
 * averages and maxima of a stage at rest that is nearly all, and no panel or rule can do anything with it.
 */
final class Exposition {

    private static final String NOT_A_NUMBER = " NaN";

    private Exposition() {}

    /** Keeps the second name of each topic out of a registry. */
    static MeterFilter oneNameOfEachTopic(String prefix) {
        String shadow = prefix.replace('.', '_');
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                String topic = id.getTag("topic");
                // A topic of ours goes on with a dot, an internal one with a dash.
                boolean isShadow = topic != null
                        && (topic.startsWith(shadow + "_")
                                || (!shadow.equals(prefix) && topic.startsWith(shadow + "-")));
                return isShadow ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
            }
        };
    }

    /** The text without what is not a number, and without the heads of families of which nothing is left. */
    static String of(String scraped) {
        StringBuilder text = new StringBuilder(scraped.length());
        StringBuilder head = new StringBuilder();
        String family = "";
        for (String line : (Iterable<String>) scraped.lines()::iterator) {
            if (line.startsWith("# ")) {
                String name = line.split(" ", 4)[2];
                if (!name.equals(family)) {
                    head.setLength(0);
                    family = name;
                }
                head.append(line).append('\n');
            } else if (!line.endsWith(NOT_A_NUMBER)) {
                text.append(head).append(line).append('\n');
                head.setLength(0);
            }
        }
        return text.toString();
    }
}
