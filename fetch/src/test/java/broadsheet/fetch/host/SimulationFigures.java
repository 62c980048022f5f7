package broadsheet.fetch.host;

import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What came of the feeds of one kind. */
final class SimulationFigures {

    private long[] delays = new long[1024];
    private int found;
    private int published;
    private int lost;
    private int named;
    private int requests;
    private int unchanged;
    private int notModified;
    private int turnedOver;
    private int first;

    /** What was seen of one feed. */
    static final class Seen {

        private final SimulatedFeed feed;
        private final Instant[] raw;
        private final boolean[] announced;
        private int shownBefore;

        Seen(SimulatedFeed feed) {
            this.feed = feed;
            this.raw = new Instant[feed.published().size()];
            this.announced = new boolean[raw.length];
        }

        /** The feed was read; what it carries in full is taken in with it. */
        void read(Fetch fetch, Instant now) {
            // What the answer showed, not what has come since it was sent.
            for (Fetch.Entry entry : fetch.entries()) {
                int number = number(entry);
                shownBefore = Math.max(shownBefore, number + 1);
                if (entry.full()) {
                    raw(number, now);
                }
            }
            if (fetch.turnedOver()) {
                // "May be lost": what came since the last look and is not shown any more.
                int first =
                        fetch.entries().stream().mapToInt(Seen::number).min().orElse(0);
                for (int number = 0; number < first; number++) {
                    announced[number] |= raw[number] == null;
                }
            }
        }

        private static int number(Fetch.Entry entry) {
            String link = entry.link().orElseThrow();
            return Integer.parseInt(link.substring(link.lastIndexOf('-') + 1));
        }

        /** An entry has its raw page. */
        void raw(int number, Instant now) {
            raw[number] = Optional.ofNullable(raw[number]).orElse(now);
        }
    }

    void count(Fetch fetch) {
        requests++;
        // The first one has nothing to compare with.
        first += fetch.why() == FetchRequest.Why.NEW ? 1 : 0;
        unchanged += fetch.outcome() == Outcome.UNCHANGED ? 1 : 0;
        notModified += fetch.status().filter(status -> status == 304).isPresent() ? 1 : 0;
        turnedOver += fetch.turnedOver() ? 1 : 0;
    }

    /** Counts what was published from a time to a time. */
    void count(Seen seen, Instant from, Instant to) {
        List<Instant> all = seen.feed.published();
        for (int number = 0; number < all.size(); number++) {
            Instant at = all.get(number);
            if (at.isBefore(from) || !at.isBefore(to)) {
                continue;
            }
            published++;
            if (seen.raw[number] == null) {
                lost++;
                named += seen.announced[number] ? 1 : 0;
            } else {
                delay(Duration.between(at, seen.raw[number]).toSeconds());
            }
        }
    }

    private void delay(long seconds) {
        if (found == delays.length) {
            delays = Arrays.copyOf(delays, 2 * found);
        }
        delays[found++] = seconds;
    }

    void add(SimulationFigures other) {
        for (int i = 0; i < other.found; i++) {
            delay(other.delays[i]);
        }
        published += other.published;
        lost += other.lost;
        named += other.named;
        requests += other.requests;
        unchanged += other.unchanged;
        notModified += other.notModified;
        turnedOver += other.turnedOver;
        first += other.first;
    }

    Duration delay(double quantile) {
        long[] sorted = Arrays.copyOf(delays, found);
        Arrays.sort(sorted);
        return Duration.ofSeconds(found == 0 ? 0 : sorted[(int) Math.min(found - 1L, (long) (quantile * found))]);
    }

    double requestsAnItem() {
        return requests / (double) Math.max(1, published);
    }

    /** Of all answers but the first of each feed. */
    double notModified() {
        return notModified / (double) Math.max(1, requests - first);
    }

    double completeness() {
        return published == 0 ? 1 : found / (double) published;
    }

    /** Lost without a word that something may be. */
    int lostUnnamed() {
        return lost - named;
    }

    int published() {
        return published;
    }

    String line() {
        return String.format(
                "published=%d median=%ds p90=%ds requests=%d perItem=%.2f 304=%.1f%% unchanged=%.1f%% complete=%.3f%%"
                        + " lost=%d named=%d turnedOver=%d",
                published,
                delay(0.5).toSeconds(),
                delay(0.9).toSeconds(),
                requests,
                requestsAnItem(),
                100 * notModified(),
                100.0 * unchanged / Math.max(1, requests - first),
                100 * completeness(),
                lost,
                named,
                turnedOver);
    }
}
