package broadsheet.sink.versions;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where a version stands among the others. A page that was changed and still claims the old time of change comes after
 * what it was before.
 *
 * @param last its latest content time
 * @param fetched when it was first fetched
 * @param hash of its content
 */
public record Position(Instant last, Instant fetched, String hash) implements Comparable<Position> {

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::last)
            .thenComparing(Position::fetched)
            .thenComparing(Position::hash);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
