package broadsheet.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which sources have fallen silent, and which languages have fallen off sharply, measured against what was usual for
 * them in the last two weeks.
 *
 * <p>A source is silent when it has paused for more than twice as long as ever in two weeks, which takes nights and
 * weekends into account. A language has fallen off when in six hours less than a quarter came of what is usual in these
 * hours of the day, and less than half of what came in the quietest of the days before. Either is judged only when it has
 * been known for three days and is not rare.
 *
 * <p>Bounded: of more than {@value #MOST_SOURCES} sources those with the fewest articles are forgotten first. Times are
 * those of the records; there is no clock in here. Not thread-safe.
 */
public final class Silence {

    static final int MOST_SOURCES = 1_000;
    static final int MOST_LANGUAGES = 100;

    /** So many are named; each is a line and a series of a metric. */
    public static final int MOST_NAMED = 50;

    private static final int LONGEST_NAME = 253;
    private static final Duration AHEAD = Duration.ofHours(1);

    private final Map<String, Rhythm> sources = new HashMap<>();
    private final Map<String, Rhythm> languages = new HashMap<>();
    private Instant latest = Instant.EPOCH;

    /**
     * A source that has fallen silent.
     *
     * @param source its domain
     * @param last when its last article came
     * @param pause how long ago that is
     * @param longestPause its longest pause in the two weeks before, in whole hours
     * @param perDay articles a day, while it was there
     * @param feed the subscription by which its articles come; blank if they come otherwise
     */
    public record Silent(
            String source, Instant last, Duration pause, Duration longestPause, double perDay, String feed) {

        Silent by(String subscription) {
            return new Silent(source, last, pause, longestPause, perDay, subscription);
        }
    }

    /**
     * A language that has fallen off.
     *
     * @param language BCP 47
     * @param arrived articles in the last six full hours
     * @param usual articles that usually come in these hours of a day
     */
    public record Fallen(String language, long arrived, double usual) {}

    /**
     * How it is.
     *
     * @param sources number of sources that are watched
     * @param silentSources number of those that are silent
     * @param silent the most frequent of them, at most {@value #MOST_NAMED}
     * @param fallen languages, at most {@value #MOST_NAMED}
     */
    public record Report(int sources, int silentSources, List<Silent> silent, List<Fallen> fallen) {

        public Report {
            silent = List.copyOf(silent);
            fallen = List.copyOf(fallen);
        }

        /** The same with the subscriptions by which silent sources come, as far as they are known. */
        Report by(Subscribed subscribed) {
            return new Report(
                    sources,
                    silentSources,
                    silent.stream()
                            .map(one -> one.by(subscribed.of(one.source())))
                            .toList(),
                    fallen);
        }

        /** One line each. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            silent.forEach(one -> lines.add(String.format(
                    Locale.ROOT,
                    "silent   %-24s for %d h; its longest pause was %d h, usual are %.1f a day%s",
                    one.source(),
                    one.pause().toHours(),
                    one.longestPause().toHours(),
                    one.perDay(),
                    one.feed().isBlank() ? "" : "; by feed " + one.feed())));
            if (silentSources > silent.size()) {
                lines.add("silent   and " + (silentSources - silent.size()) + " more sources");
            }
            fallen.forEach(one -> lines.add(String.format(
                    Locale.ROOT,
                    "fallen   %-24s to %d articles in %d h; usual are %.0f",
                    one.language(),
                    one.arrived(),
                    Usual.WINDOW,
                    one.usual())));
            return lines;
        }
    }

    /**
     * An article came.
     *
     * @param at the timestamp of its record; one that lies ahead is a mistake of its producer and not counted
     */
    void add(String source, String language, Instant at, Instant now) {
        if (at.isAfter(now.plus(AHEAD))) {
            return;
        }
        latest = at.isAfter(latest) ? at : latest;
        rhythm(sources, MOST_SOURCES, source).add(at);
        rhythm(languages, MOST_LANGUAGES, language).add(at);
    }

    private static Rhythm rhythm(Map<String, Rhythm> all, int most, String said) {
        String name = said.length() <= LONGEST_NAME ? said : said.substring(0, LONGEST_NAME);
        Rhythm known = all.get(name);
        if (known != null) {
            return known;
        }
        if (all.size() >= most) {
            all.entrySet().stream()
                    .min(Comparator.comparingInt((Map.Entry<String, Rhythm> entry) ->
                                    entry.getValue().arrivals())
                            .thenComparing(entry -> entry.getValue().last()))
                    .map(Map.Entry::getKey)
                    .ifPresent(all::remove);
        }
        Rhythm rhythm = new Rhythm();
        all.put(name, rhythm);
        return rhythm;
    }

    /** When the latest article came that was counted. */
    Instant latest() {
        return latest;
    }

    /**
     * How it is at that time. While stages are behind, the time of the latest article should stand for now: what is not
     * read yet is not missing.
     */
    public Report report(Instant now) {
        List<Silent> silent = new ArrayList<>();
        sources.forEach((source, rhythm) -> {
            Usual usual = new Usual(rhythm, now);
            if (usual.hasPausedTooLong()) {
                silent.add(new Silent(
                        source, rhythm.last(), usual.pause(), usual.longestPause(), usual.arrivalsADay(), ""));
            }
        });
        silent.sort(Comparator.comparingDouble(Silent::perDay).reversed().thenComparing(Silent::source));
        List<Fallen> fallen = new ArrayList<>();
        languages.forEach((language, rhythm) -> {
            Usual usual = new Usual(rhythm, now);
            if (usual.hasFallen()) {
                fallen.add(new Fallen(language, usual.inWindow(), usual.inWindows()));
            }
        });
        fallen.sort(Comparator.comparingDouble(Fallen::usual).reversed().thenComparing(Fallen::language));
        return new Report(
                sources.size(),
                silent.size(),
                silent.subList(0, Math.min(MOST_NAMED, silent.size())),
                fallen.subList(0, Math.min(MOST_NAMED, fallen.size())));
    }
}
