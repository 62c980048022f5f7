package broadsheet.enrich.sections;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The IPTC Media Topics: the vocabulary in which sections are given.
 *
 * <p>Source: IPTC Media Topics NewsCodes, English names, CC BY 4.0.
 */
final class MediaTopics {

    /**
     * One topic.
     *
     * @param qcode {@code medtop:15000000}
     * @param top qcode of the top topic it belongs to; its own if it is one
     * @param name English name
     */
    record MediaTopic(String qcode, String top, String name) {
        boolean isTop() {
            return qcode.equals(top);
        }
    }

    private final Map<String, MediaTopic> byCode;
    private final Map<String, MediaTopic> byName;

    private MediaTopics(List<MediaTopic> topics) {
        byCode = topics.stream().collect(Collectors.toUnmodifiableMap(MediaTopic::qcode, Function.identity()));
        byName = topics.stream().collect(Collectors.toUnmodifiableMap(MediaTopic::name, Function.identity()));
    }

    static MediaTopics load() {
        return new MediaTopics(Resources.lines("media-topics.tsv")
                .map(line -> line.split("\t", -1))
                .map(field -> new MediaTopic(field[0], field[1], field[2]))
                .toList());
    }

    /**
     * The topic of that qcode.
     *
     * @throws IllegalArgumentException if there is none
     */
    MediaTopic withCode(String qcode) {
        return Optional.ofNullable(byCode.get(qcode))
                .orElseThrow(() -> new IllegalArgumentException("no media topic: " + qcode));
    }

    /**
     * The topic of that English name.
     *
     * @throws IllegalArgumentException if there is none
     */
    MediaTopic named(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no media topic: " + name));
    }

    /** The top topic that a topic belongs to. */
    MediaTopic topOf(MediaTopic topic) {
        return withCode(topic.top());
    }
}
