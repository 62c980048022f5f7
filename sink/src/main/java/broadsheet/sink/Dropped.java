package broadsheet.sink;

import java.time.Instant;

/**
 * What is left of successive versions of a story that are not kept: enough to count them, to know them again, and for
 * the times that a story goes by.
 *
 * @param from where the first of them stood among the versions
 * @param to where the last of them stood
 * @param published when the first of them was published, as {@link Seen#published}
 * @param fetched when the first of them was fetched
 * @param hashes of their contents, as far as {@link Hashes} goes
 */
record Dropped(Position from, Position to, Instant published, Instant fetched, Hashes hashes) {

    static Dropped of(Seen version) {
        return new Dropped(
                version.position(),
                version.position(),
                version.published(),
                version.fetched(),
                Hashes.NONE.with(version.hash()));
    }

    /** These and those. */
    Dropped with(Dropped other) {
        return new Dropped(
                from.compareTo(other.from) <= 0 ? from : other.from,
                to.compareTo(other.to) >= 0 ? to : other.to,
                Seen.earlier(published, other.published),
                Seen.earlier(fetched, other.fetched),
                hashes.with(other.hashes));
    }

    /** With a fetch that falls among them; one whose hash finds no room leaves no trace. */
    Dropped with(Seen version) {
        Dropped all = with(of(version));
        return all.hashes.contains(version.hash()) ? all : this;
    }

    /** Without a content that was seen again later, and is another version by that. */
    Dropped without(String again) {
        return new Dropped(from, to, published, fetched, hashes.without(again));
    }

    /** Whether a version falls among them. */
    boolean isAround(Seen version) {
        return from.compareTo(version.position()) <= 0 && to.compareTo(version.position()) >= 0;
    }

    /** Whether the last of them comes after a version. */
    boolean isAfter(Seen version) {
        return to.compareTo(version.position()) > 0;
    }
}
