package broadsheet.fetch.feed;

import broadsheet.ingest.JsonDocument;
import broadsheet.ingest.WordCount;
import broadsheet.ingest.body.Extracted;
import broadsheet.ingest.bytes.ContentKind;
import broadsheet.ingest.bytes.TextDecoder;
import broadsheet.ingest.feed.EntryText;
import broadsheet.ingest.feed.Feed;
import broadsheet.ingest.feed.FeedEntry;
import broadsheet.ingest.feed.JsonFeedReader;
import broadsheet.ingest.feed.XmlFeedReader;
import broadsheet.ingest.html.Markup;
import broadsheet.ingest.limits.TooMuch;
import broadsheet.ingest.limits.Work;
import broadsheet.model.Fetch;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A feed as it was fetched, held against what was known of it. The reading itself is ingest's, so that both see the same
 * entries and the same texts.
 *
 * @param title what the feed calls itself
 * @param language as the feed declares it
 * @param hints what it asks of its readers
 * @param size how many entries it has
 * @param news entries that were not known, or are not as they were known, as many as a line of the ledger has room for
 * @param untold how many more there are, to be told when it is read again
 * @param strangers how many entries were not known at all
 * @param unread how many entries stand behind the last one that is read; they are never told
 */
public record FeedDocument(
        Optional<String> title,
        Optional<String> language,
        FeedHints hints,
        int size,
        List<Fetch.Entry> news,
        int untold,
        int strangers,
        int unread) {

    /** Why a web page is unreadable as a feed. */
    public static final String A_WEB_PAGE = "a web page, not a feed";

    private static final int LONGEST_TITLE = 500;

    /** Characters of all entries that are told at once: two thousand of the usual kind, and no more if they are made long. */
    private static final int ROOM = 1_000_000;

    public FeedDocument {
        news = List.copyOf(news);
    }

    /** What comes of bytes that are said to be a feed. */
    public sealed interface Reading {
        /**
         * It is one.
         *
         * @param document what it says
         */
        record Read(FeedDocument document) implements Reading {}

        /**
         * It is none.
         *
         * @param why for a person
         */
        record Unreadable(String why) implements Reading {}
    }

    /**
     * Reads.
     *
     * @param url where it was found: what its links are relative to
     * @param known identities and versions that are known already
     */
    public static Reading read(byte[] bytes, Optional<String> contentType, URI url, Collection<String> known) {
        ContentKind kind = ContentKind.of(bytes, contentType);
        try {
            return switch (kind) {
                case XML_FEED -> xml(TextDecoder.decode(bytes, contentType), url, Set.copyOf(known));
                case JSON -> json(TextDecoder.decode(bytes, contentType), url, Set.copyOf(known));
                case EMPTY -> new Reading.Unreadable("empty");
                case HTML -> new Reading.Unreadable(A_WEB_PAGE);
                default -> new Reading.Unreadable("not a feed: " + kind);
            };
        } catch (TooMuch | Markup.Unreadable hopeless) {
            return new Reading.Unreadable(String.valueOf(hopeless.getMessage()));
        }
    }

    private static Reading xml(String text, URI url, Set<String> known) {
        var document = Markup.xml(text);
        var head = Optional.ofNullable(document.selectFirst("rss, feed, rdf\\:RDF, rdf\\:rdf"));
        if (head.isEmpty()) {
            return new Reading.Unreadable("XML, but no feed");
        }
        Feed feed = XmlFeedReader.read(text, Optional.of(url.toString()));
        return new Reading.Read(of(feed, FeedHints.of(document), known));
    }

    private static Reading json(String text, URI url, Set<String> known) {
        try {
            JsonDocument document = JsonDocument.read(text);
            return JsonFeedReader.isFeed(document.tree())
                    ? new Reading.Read(of(
                            JsonFeedReader.read(document.tree(), Optional.of(url.toString()), document.unread()),
                            FeedHints.of(document.tree()),
                            known))
                    : new Reading.Unreadable("JSON, but no feed");
        } catch (JsonProcessingException malformed) {
            return new Reading.Unreadable("not JSON after all");
        }
    }

    private static FeedDocument of(Feed feed, FeedHints hints, Set<String> known) {
        Map<String, Integer> uses = new HashMap<>();
        feed.entries().forEach(entry -> entry.guid().ifPresent(id -> uses.merge(id, 1, Integer::sum)));
        List<Fetch.Entry> news = new ArrayList<>();
        int untold = 0;
        int strangers = 0;
        int room = ROOM;
        for (FeedEntry entry : feed.entries()) {
            Optional<String> link = entry.link();
            String id = id(entry, link, uses);
            String version = version(entry, link, id);
            boolean isKnown = known.contains(id)
                    || link.map(ShortHash::ofLink).filter(known::contains).isPresent();
            strangers += isKnown ? 0 : 1;
            if (!isKnown || !known.contains(version)) {
                room -= length(entry);
                if (room >= 0 || news.isEmpty()) {
                    news.add(told(entry, link, id, version));
                } else {
                    untold++;
                }
            }
        }
        return new FeedDocument(
                feed.title(), feed.language(), hints, feed.entries().size(), news, untold, strangers, feed.unread());
    }

    private static int length(FeedEntry entry) {
        return entry.link().map(String::length).orElse(0)
                + Math.min(LONGEST_TITLE, entry.title().map(String::length).orElse(0))
                + entry.published().map(String::length).orElse(0);
    }

    /** A guid that several entries of one feed have tells none of them. */
    private static String id(FeedEntry entry, Optional<String> link, Map<String, Integer> uses) {
        return entry.guid()
                .filter(guid -> uses.getOrDefault(guid, 0) == 1)
                .map(guid -> ShortHash.of("guid " + guid))
                .or(() -> link.map(ShortHash::ofLink))
                .orElseGet(() -> ShortHash.of("title " + entry.title().orElse("") + " at "
                        + entry.published().orElse("")));
    }

    /** By the link where there is one, so that a guid that is made anew each time makes no new version. */
    private static String version(FeedEntry entry, Optional<String> link, String id) {
        return ShortHash.of(String.join(
                "\u0000",
                link.map(ShortHash::ofLink).orElse(id),
                entry.title().orElse(""),
                entry.modified().orElse(""),
                entry.isDeclaredFull() ? entry.html() : ""));
    }

    private static Fetch.Entry told(FeedEntry entry, Optional<String> link, String id, String version) {
        Optional<String> title =
                entry.title().map(words -> words.length() > LONGEST_TITLE ? words.substring(0, LONGEST_TITLE) : words);
        return new Fetch.Entry(id, version, link, title, entry.published(), isFull(entry));
    }

    private static boolean isFull(FeedEntry entry) {
        try {
            Extracted text = EntryText.of(entry);
            return !EntryText.isTeaser(entry, text.text(), WordCount.count(text.text()));
        } catch (TooMuch | Work.TooComplex beyond) {
            // More than a teaser has; what becomes of it, ingest says.
            return true;
        }
    }

    /** Whether it has a text of its own that is to be taken in. */
    public boolean hasFullNews() {
        return news.stream().anyMatch(Fetch.Entry::full);
    }
}
