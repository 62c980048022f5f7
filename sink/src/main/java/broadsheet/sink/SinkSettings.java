package broadsheet.sink;

import broadsheet.runtime.settings.Settings;
import java.time.Duration;

/**
 * What the sink needs to know.
 *
 * @param partitions {@code partitions}: of the topic of enriched articles; rulings and takedowns come back to the same
 *     partitions; default 6
 * @param shards {@code copy-shards}: partitions over which languages are spread to be judged; default 4
 * @param copyWindow {@code copy-window}: how far apart in content time two articles can be and still be copies;
 *     default 30 days
 * @param lateness {@code copy-lateness}: how late, in content time, an article can come and still be judged as if it had
 *     come in time; an article is remembered for the window and this; default 30 days
 * @param reuseGap {@code reuse-gap}: how long after the first version of a story another text under the same URL is
 *     taken for another story; default 12 hours
 */
public record SinkSettings(int partitions, int shards, Duration copyWindow, Duration lateness, Duration reuseGap) {

    public SinkSettings {
        if (copyWindow.isNegative() || copyWindow.isZero()) {
            throw new IllegalArgumentException("copy-window is not positive: " + copyWindow);
        }
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("copy-lateness is negative: " + lateness);
        }
    }

    /** How long the judge of copies remembers an article, in content time after the end of its epoch. */
    Duration copyMemory() {
        return copyWindow.plus(lateness);
    }

    /** How long an article is remembered after it was last seen: longer than by the judge, whose rulings it must hear. */
    Duration articleMemory() {
        return copyMemory().plus(copyWindow);
    }

    /** What holds where nothing is set. */
    public static SinkSettings defaults() {
        return new SinkSettings(6, 4, Duration.ofDays(30), Duration.ofDays(30), Duration.ofHours(12));
    }

    /** Reads them; mistakes are gathered in {@code settings}. */
    public static SinkSettings read(Settings settings) {
        SinkSettings usual = defaults();
        return new SinkSettings(
                settings.integer("partitions", usual.partitions, 1, 10_000),
                settings.integer("copy-shards", usual.shards, 1, 1_000),
                settings.duration("copy-window", usual.copyWindow),
                settings.duration("copy-lateness", usual.lateness),
                settings.duration("reuse-gap", usual.reuseGap));
    }
}
