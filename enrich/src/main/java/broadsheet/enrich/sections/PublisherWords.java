package broadsheet.enrich.sections;

import broadsheet.enrich.sections.MediaTopics.MediaTopic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What publishers call their sections, in many languages, and which topic that is: a curated map with a stop list of
 * words that name no subject ({@code News}, {@code All}, {@code World}).
 */
final class PublisherWords {

    private static final String STOPPED = "-";
    private static final Pattern LEVELS = Pattern.compile("\\s?[/>|,;:»›•·]{1,40}\\s?|\\s[-–—]\\s");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern PARTS = Pattern.compile("\\s?&\\s?|\\s(?:and|und|et|y|e|en|och|og|ja|i|и)\\s");

    private final Map<String, Optional<MediaTopic>> topics;

    private PublisherWords(Map<String, Optional<MediaTopic>> topics) {
        this.topics = Map.copyOf(topics);
    }

    static PublisherWords load(MediaTopics mediaTopics) {
        var topics = new HashMap<String, Optional<MediaTopic>>();
        Resources.lines("publisher-sections.tsv")
                .map(line -> line.split("\t", -1))
                .forEach(field -> {
                    Optional<MediaTopic> topic =
                            field[0].equals(STOPPED) ? Optional.empty() : Optional.of(mediaTopics.named(field[0]));
                    for (String words : field[1].split("; ", -1)) {
                        topics.put(words, topic);
                    }
                });
        return new PublisherWords(topics);
    }

    /** The topic of a whole expression, such as a keyword; empty if it is not in the map or stopped. */
    Optional<MediaTopic> topic(String words) {
        return known(normalise(words)).flatMap(topic -> topic);
    }

    /**
     * The topics of a section as a publisher writes it: {@code Sport / Fußball}, {@code Science & Nature}. Parts that
     * are not in the map are passed over.
     */
    Set<MediaTopic> topics(String section) {
        String whole = normalise(section);
        Optional<Optional<MediaTopic>> known = known(whole);
        if (known.isPresent()) {
            return known.get().map(Set::of).orElse(Set.of());
        }
        var found = new LinkedHashSet<MediaTopic>();
        for (String level : LEVELS.split(whole, -1)) {
            known(level).ifPresentOrElse(topic -> topic.ifPresent(found::add), () -> found.addAll(parts(level)));
        }
        return found;
    }

    private List<MediaTopic> parts(String level) {
        return Arrays.stream(PARTS.split(level, -1))
                .flatMap(part -> known(part).flatMap(topic -> topic).stream())
                .toList();
    }

    /** Empty if not in the map; the inner one is empty if stopped. */
    private Optional<Optional<MediaTopic>> known(String words) {
        return Optional.ofNullable(topics.get(words));
    }

    private static String normalise(String words) {
        return BLANKS.matcher(words.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
    }
}
