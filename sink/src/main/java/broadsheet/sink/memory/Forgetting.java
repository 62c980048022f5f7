package broadsheet.sink.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Forgets articles, and later stories of articles, that have not changed for long, in content time; what is downstream
 * stays there. Each day those of a day are due. They are forgotten a few at a time, between the articles that come: all at
 * once they would take longer than a transaction may. One that comes before its turn is forgotten first.
 */
public final class Forgetting {

    /** So many at a time where it has time of its own, a few milliseconds. */
    public static final int STEP = 50;

    /** So many beside each article that comes. */
    private static final int BESIDE_EACH = 5;

    private final ArticleMemory memory;
    private final Duration reuseGap;
    private Instant before = Instant.MIN;
    private boolean done = true;

    public Forgetting(ArticleMemory memory, Duration reuseGap) {
        this.memory = memory;
        this.reuseGap = reuseGap;
    }

    /** From now on what has not changed since before the day of {@code time} is due. */
    public void begin(Instant time) {
        before = time;
        done = false;
    }

    /** An article comes: if it is due it is forgotten, and some others are too. */
    public void step(String home) {
        if (!done) {
            memory.find(home)
                    .filter(known -> Calendar.isDayBefore(known.changed(), before))
                    .ifPresent(this::forgetWhatIsOld);
            step(BESIDE_EACH);
        }
    }

    /** Forgets so many of those that are due. */
    public void step(int most) {
        if (done) {
            return;
        }
        List<String> due = memory.calendar().takeBefore(before, most);
        done = due.isEmpty();
        for (String home : due) {
            memory.find(home).ifPresent(known -> {
                if (!forgetWhatIsOld(known) && known.changed().isBefore(before)) {
                    // A version of it is of a later time, or a ruling is still to come: the next day again.
                    memory.calendar().noteAt(before, home);
                }
            });
        }
    }

    /** Returns whether nothing is left of it. */
    private boolean forgetWhatIsOld(KnownArticle known) {
        if (known.isOlderThan(before)) {
            memory.forget(known);
            return true;
        }
        KnownArticle left = new LaterStories(known, reuseGap).forgetBefore(before);
        if (!left.equals(known)) {
            memory.replace(known, left, Set.of());
        }
        return false;
    }
}
