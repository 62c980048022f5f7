package broadsheet.console.feed;

import java.util.Locale;

/** What a search can be had as. */
public enum FeedFormat {
    /** RFC 4287. */
    ATOM("application/atom+xml; charset=utf-8", 50),
    /** RSS 2.0. */
    RSS("application/rss+xml; charset=utf-8", 50),
    /** JSON Feed 1.1. */
    JSON("application/feed+json; charset=utf-8", 50),
    /** The records as they stand on the topic, one a line. */
    NDJSON("application/x-ndjson; charset=utf-8", 200),
    /** RFC 4180. */
    CSV("text/csv; charset=utf-8; header=present", 500);

    private final String type;
    private final int most;

    FeedFormat(String type, int most) {
        this.type = type;
        this.most = most;
    }

    /** Where it is. */
    public String path() {
        return "/search." + name().toLowerCase(Locale.ROOT);
    }

    /** Media type. */
    public String type() {
        return type;
    }

    /** So many articles at most, the newest. */
    public int most() {
        return most;
    }

    /** Writes it. */
    public String write(SearchFeed feed) {
        return switch (this) {
            case ATOM -> AtomFeed.write(feed);
            case RSS -> RssFeed.write(feed);
            case JSON -> JsonFeed.write(feed);
            case NDJSON -> FeedLines.records(feed);
            case CSV -> FeedLines.csv(feed);
        };
    }
}
