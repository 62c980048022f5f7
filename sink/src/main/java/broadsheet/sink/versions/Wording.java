package broadsheet.sink.versions;

import broadsheet.model.Article;
import broadsheet.model.Origin;
import broadsheet.sink.copies.TextSketch;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * One version of an article: a content, with the times at which it was seen. However often and in whatever order it is
 * fetched, the same fetches give the same record.
 *
 * @param hash of the content
 * @param first earliest {@linkplain Article#contentTime() content time}
 * @param last latest content time; it decides which version is the latest
 * @param fetched when it was first fetched
 * @param modified earliest time of change that the page claims for it; empty if it claims none
 * @param url first of its URLs in the order of strings; empty without a URL
 * @param published when the publisher says that it was published, or when it was first fetched if that was before
 * @param fields for each JSON field a short hash
 * @param sketch of its body
 * @param reading how good that is which we say of it ourselves
 * @param origin the input that brought it first
 */
public record Wording(
        String hash,
        Instant first,
        Instant last,
        Instant fetched,
        Optional<Instant> modified,
        Optional<String> url,
        Instant published,
        Map<String, String> fields,
        @JsonProperty("gist") TextSketch sketch,
        ReadingQuality reading,
        Origin origin) {

    static final Comparator<Wording> BY_TIME = Comparator.comparing(Wording::position);

    /** Below this share of common text two versions are no longer the same story. */
    private static final double SAME_STORY = 0.3;

    /** So much of the shorter of two versions is in the longer one, if one text grew out of the other. */
    private static final double SAME_TEXT = 0.5;

    /** And so much of the later one was there before: who has published a line has not published the page. */
    private static final double OLD_PART = 0.2;

    public static Wording of(Article article, Content content, TextSketch sketch, Origin origin) {
        Instant time = article.contentTime();
        Instant fetched = article.fetchedAt();
        return new Wording(
                content.hash(),
                time,
                time,
                fetched,
                article.modifiedAt(),
                article.url(),
                article.publishedAt().map(claimed -> earlier(claimed, fetched)).orElse(fetched),
                content.fields(),
                sketch,
                content.reading(),
                origin);
    }

    /** This version, seen once more. */
    Wording with(Wording again) {
        return new Wording(
                hash,
                earlier(first, again.first),
                last.isAfter(again.last) ? last : again.last,
                earlier(fetched, again.fetched),
                least(modified, again.modified),
                least(url, again.url),
                earlier(published, again.published),
                fields,
                sketch,
                reading.compareTo(again.reading) >= 0 ? reading : again.reading,
                origin);
    }

    Position position() {
        return new Position(last, fetched, hash);
    }

    /** Whether its text can be that of the same story as the version before. */
    boolean isLike(Wording before) {
        return before.sketch.containment(sketch) >= SAME_STORY;
    }

    /** Whether a later text grew out of this one, so that it is first seen when this one was. */
    boolean isBasisOf(Wording later) {
        return sketch.containment(later.sketch) >= SAME_TEXT && later.sketch.shareIn(sketch) >= OLD_PART;
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
