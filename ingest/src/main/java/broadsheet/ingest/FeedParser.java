package broadsheet.ingest;

import broadsheet.ingest.ParseOutcome.Rejected;
import broadsheet.ingest.body.Extracted;
import broadsheet.ingest.feed.Entry;
import broadsheet.ingest.feed.EntryText;
import broadsheet.ingest.feed.Feed;
import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.metadata.Metadata;
import broadsheet.ingest.metadata.MetadataReader;
import broadsheet.model.Provenance;
import java.util.List;
import java.util.Optional;

/** Reads a feed: each entry with its full text is an article, each other a rejection that names its link. */
final class FeedParser {
    private FeedParser() {}

    static Parse parse(RawPage page, Feed feed) {
        return new Parse(
                true,
                feed.entries().stream().map(entry -> entry(page, feed, entry)).toList());
    }

    private static ParseOutcome entry(RawPage page, Feed feed, Entry entry) {
        Extracted text = EntryText.of(entry);
        int words = Words.count(text.text());
        if (EntryText.isTeaser(entry, text.text(), words)) {
            String link = entry.link().orElse("no link");
            return new Rejected(Reason.TEASER_ONLY, words + " words in the feed; full text at " + link, entry.link());
        }
        // The record's URL is the feed's: the entry is known by its own link, or by its text.
        RawPage own = page.at(entry.link());
        return ArticleAssembler.assemble(own, facts(own, feed, entry), text.text(), text.confidence(), Provenance.FEED);
    }

    private static Metadata facts(RawPage page, Feed feed, Entry entry) {
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
                .canonicalUrl(entry.link().map(FeedParser::found))
                .siteName(feed.title().map(FeedParser::found))
                .keywords(Optional.of(entry.categories())
                        .filter(list -> !list.isEmpty())
                        .map(FeedParser::<List<String>>found))
                .image(entry.image().map(FeedParser::found))
                .build();
    }

    private static <T> Found<T> found(T value) {
        return new Found<>(value, Provenance.FEED);
    }
}
