package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A feed or sitemap that {@code fetch} is to watch. Its key is its URL; a record without a value ends it. Anyone may write
 * one.
 *
 * @param kind what is to be found at the URL
 * @param source name of the publisher, as a reader would say it; empty to go by what the feed calls itself
 * @param site address of the site that it belongs to
 * @param folders names of the folders in which a list of feeds had it, outermost first
 * @param minutes how many minutes to wait between two fetches at least; empty to follow the feed alone
 * @param links whether the pages are fetched that entries without their full text link to
 * @param since when it was subscribed to, UTC; writing it again with a later time starts it again if it had ended
 */
public record Subscription(
        Kind kind,
        Optional<String> source,
        Optional<String> site,
        List<String> folders,
        Optional<Integer> minutes,
        boolean links,
        Instant since) {

    /** What can be watched. */
    public enum Kind {
        /** RSS, Atom or JSON Feed. */
        FEED,
        /** A sitemap, or an index of sitemaps. */
        SITEMAP;

        /** The lower-case word used in JSON. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Subscription {
        folders = List.copyOf(folders);
        if (minutes.orElse(1) < 1) {
            throw new IllegalArgumentException("minutes must be positive: " + minutes.get());
        }
    }

    /** One that follows the feed, links and all. */
    public static Subscription of(Kind kind, Instant since) {
        return new Subscription(kind, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), true, since);
    }
}
