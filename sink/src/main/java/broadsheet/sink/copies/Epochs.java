package broadsheet.sink.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The epochs of one language, each as long as two articles can be apart and still be copies. */
final class Epochs {

    private final long horizon;
    private final Map<Long, Epoch> epochs = new HashMap<>();
    // The last one that was asked for: most are asked for again and again.
    private long lastNumber;
    private @Nullable Epoch last;

    Epochs(Duration horizon) {
        this.horizon = horizon.toMillis();
    }

    /** The epoch in which the article was first seen. */
    Epoch of(JudgedArticle article) {
        long number = number(article);
        if (last == null || number != lastNumber) {
            last = epochs.computeIfAbsent(number, unknown -> new Epoch());
            lastNumber = number;
        }
        return last;
    }

    /** The epoch before that; null if nothing is in it. */
    @Nullable
    Epoch before(JudgedArticle article) {
        return epochs.get(number(article) - 1);
    }

    /** The epoch after that; null if nothing is in it. */
    @Nullable
    Epoch after(JudgedArticle article) {
        return epochs.get(number(article) + 1);
    }

    private long number(JudgedArticle article) {
        return Math.floorDiv(article.firstSeen(), horizon);
    }

    /** Whether one comes before the other, and near enough that the later can be a copy of it. */
    boolean isWithinReach(JudgedArticle earlier, JudgedArticle later) {
        return earlier.compareTo(later) < 0 && later.firstSeen() - earlier.firstSeen() <= horizon;
    }

    /**
     * Lets go of the epochs that ended, and were last added to, before {@code time}: nothing is like their articles any
     * more. Returns these, which are still to be forgotten one by one.
     */
    List<JudgedArticle> forget(Instant time) {
        List<JudgedArticle> forgotten = new ArrayList<>();
        epochs.entrySet().removeIf(numbered -> {
            boolean old = (numbered.getKey() + 1) * horizon <= time.toEpochMilli()
                    && numbered.getValue().isUntouchedSince(time);
            if (old) {
                forgotten.addAll(numbered.getValue().articles());
            }
            return old;
        });
        forgotten.forEach(JudgedArticle::beLetGo);
        last = null;
        return forgotten;
    }
}
