package broadsheet.sink.versions;

import java.time.Instant;

/**
 * What is left of successive versions of a story that are not kept: enough to count them, to know them again, and for
 * the times that a story goes by.
 *
 * @param from where the first of them stood among the versions
 * @param to where the last of them stood
 * @param published when the first of them was published, as {@link Wording#published}
 * @param fetched when the first of them was fetched
 * @param hashes of their contents, as far as {@link Hashes} goes
 */
public record DroppedVersions(Position from, Position to, Instant published, Instant fetched, Hashes hashes) {

    static DroppedVersions of(Wording version) {
        return new DroppedVersions(
                version.position(),
                version.position(),
                version.published(),
                version.fetched(),
                Hashes.NONE.with(version.hash()));
    }

    /** These and those. */
    DroppedVersions with(DroppedVersions other) {
        return new DroppedVersions(
                from.compareTo(other.from) <= 0 ? from : other.from,
                to.compareTo(other.to) >= 0 ? to : other.to,
                Wording.earlier(published, other.published),
                Wording.earlier(fetched, other.fetched),
                hashes.with(other.hashes));
    }

    /** With a fetch that falls among them; one whose hash finds no room leaves no trace. */
    DroppedVersions with(Wording version) {
        DroppedVersions all = with(of(version));
        return all.hashes.contains(version.hash()) ? all : this;
    }

    /** Without a content that was seen again later, and is another version by that. */
    DroppedVersions without(String again) {
        return new DroppedVersions(from, to, published, fetched, hashes.without(again));
    }

    /** Whether a version falls among them. */
    boolean isAround(Wording version) {
        return from.compareTo(version.position()) <= 0 && to.compareTo(version.position()) >= 0;
    }

    /** Whether the last of them comes after a version. */
    boolean isAfter(Wording version) {
        return to.compareTo(version.position()) > 0;
    }
}
