package broadsheet.sink;

import broadsheet.model.Article;
import broadsheet.model.Origin;
import broadsheet.sink.copies.Gist;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * One version of an article: a content, with the times at which it was seen. However often and in whatever order it is
 * fetched, the same fetches give the same record.
 *
 * @param hash of the content
 * @param first earliest content time: when the page says it was changed, else when it was fetched
 * @param last latest content time; it decides which version is the latest
 * @param fetched when it was first fetched
 * @param modified earliest time of change that the page claims for it; empty if it claims none
 * @param url first of its URLs in the order of strings; empty without a URL
 * @param fields for each JSON field a short hash
 * @param gist of its body
 * @param origin the input that brought it first
 */
record Seen(
        String hash,
        Instant first,
        Instant last,
        Instant fetched,
        Optional<Instant> modified,
        Optional<String> url,
        Map<String, String> fields,
        Gist gist,
        Origin origin) {

    static final Comparator<Seen> BY_TIME = Comparator.comparing(Seen::position);

    /** Below this share of common text two versions are no longer the same story. */
    private static final double SAME_STORY = 0.3;

    static Seen of(Article article, Content content, Gist gist, Origin origin) {
        Instant time = article.modifiedAt().orElse(article.fetchedAt());
        return new Seen(
                content.hash(),
                time,
                time,
                article.fetchedAt(),
                article.modifiedAt(),
                article.url(),
                content.fields(),
                gist,
                origin);
    }

    /** This version, seen once more. */
    Seen with(Seen again) {
        return new Seen(
                hash,
                earlier(first, again.first),
                last.isAfter(again.last) ? last : again.last,
                earlier(fetched, again.fetched),
                least(modified, again.modified),
                least(url, again.url),
                fields,
                gist,
                origin);
    }

    Position position() {
        return new Position(last, hash);
    }

    /** Whether its text can be that of the same story as the version before. */
    boolean isLike(Seen before) {
        return before.gist.containment(gist) >= SAME_STORY;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static <T extends Comparable<T>> Optional<T> least(Optional<T> one, Optional<T> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().compareTo(other.get()) <= 0 ? one : other;
    }
}
