package broadsheet.ingest;

import broadsheet.ingest.ParseOutcome.Rejected;
import broadsheet.ingest.body.Extracted;
import broadsheet.ingest.feed.EntryIdentities;
import broadsheet.ingest.feed.EntryText;
import broadsheet.ingest.feed.Feed;
import broadsheet.ingest.feed.FeedEntry;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.TooMuch;
import broadsheet.ingest.limits.Work;
import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.metadata.Metadata;
import broadsheet.ingest.metadata.MetadataReader;
import broadsheet.model.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a feed: each entry with its full text is an article, each other a rejection that names its link. */
final class FeedParser {
    private FeedParser() {}

    static Parse parse(RawPage page, Feed feed) {
        List<ParseOutcome> outcomes = new ArrayList<>();
        EntryIdentities identities = EntryIdentities.of(page.url(), feed);
        for (FeedEntry entry : feed.entries()) {
            outcomes.add(within(page, feed, entry, identities));
        }
        if (feed.unread() > 0) {
            outcomes.add(new Rejected(
                    Reason.TOO_LARGE,
                    feed.unread() + " more entries; of a feed the first "
                            + feed.entries().size() + " were read",
                    page.url()));
        }
        return new Parse(true, outcomes);
    }

    /** What is too much of an entry is that entry's. */
    private static ParseOutcome within(RawPage page, Feed feed, FeedEntry entry, EntryIdentities identities) {
        try {
            return entry(page, feed, entry, identities);
        } catch (TooMuch much) {
            return new Rejected(Reason.TOO_LARGE, String.valueOf(much.getMessage()), entry.link());
        } catch (Work.TooComplex complex) {
            return new Rejected(Reason.TOO_COMPLEX, String.valueOf(complex.getMessage()), entry.link());
        }
    }

    private static ParseOutcome entry(RawPage page, Feed feed, FeedEntry entry, EntryIdentities identities) {
        Extracted text = EntryText.of(entry);
        int words = WordCount.count(text.text());
        if (EntryText.isTeaser(entry, text.text(), words)) {
            String link = entry.link().orElse("no link");
            return new Rejected(Reason.TEASER_ONLY, words + " words in the feed; full text at " + link, entry.link());
        }
        // The record's URL is the feed's: a reader is sent to the entry's own.
        return ArticleAssembler.assemble(
                page.entry(entry.link()),
                identities.of(entry),
                facts(page, feed, entry),
                text.text(),
                text.confidence(),
                Provenance.FEED);
    }

    private static Metadata facts(RawPage page, Feed feed, FeedEntry entry) {
        String language = feed.language().orElse("");
        return Metadata.named()
                .headline(entry.title().map(FeedParser::found))
                .authors(Optional.of(MetadataReader.people(entry.authors()))
                        .filter(list -> !list.isEmpty())
                        .map(FeedParser::found))
                .published(entry.published()
                        .flatMap(text -> MetadataReader.date(text, language, page.fetchedAt()))
                        .map(FeedParser::found))
                .modified(entry.modified()
                        .flatMap(text -> MetadataReader.date(text, language, page.fetchedAt()))
                        .map(FeedParser::found))
                .language(feed.language().flatMap(MetadataReader::languageTag).map(FeedParser::found))
                .siteName(feed.title().map(FeedParser::found))
                .keywords(Optional.of(entry.categories().stream()
                                .limit(Limits.KEYWORDS)
                                .toList())
                        .filter(list -> !list.isEmpty())
                        .map(FeedParser::<List<String>>found))
                .image(entry.image().map(FeedParser::found))
                .build();
    }

    private static <T> Found<T> found(T value) {
        return new Found<>(value, Provenance.FEED);
    }
}
