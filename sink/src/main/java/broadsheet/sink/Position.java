package broadsheet.sink;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where a version stands among the others.
 *
 * @param last its latest content time
 * @param hash of its content
 */
record Position(Instant last, String hash) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::last).thenComparing(Position::hash);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
