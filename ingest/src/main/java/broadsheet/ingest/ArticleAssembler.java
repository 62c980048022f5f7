package broadsheet.ingest;

import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.ingest.ParseOutcome.Rejected;
import broadsheet.ingest.identity.ArticleId;
import broadsheet.ingest.identity.Identity;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.TooMuch;
import broadsheet.ingest.metadata.ClaimedTime;
import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.metadata.Metadata;
import broadsheet.ingest.metadata.MetadataReader;
import broadsheet.model.Article;
import broadsheet.model.Provenance;
import broadsheet.model.Source;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts an article together from what the page says, what its text is, and what the producer knows. */
final class ArticleAssembler {
    /** Below this nothing can be told from a caption or a teaser. */
    private static final int FEWEST_WORDS = 12;

    private ArticleAssembler() {}

    /** The article at a page's own address, or why it is none. */
    static ParseOutcome assemble(RawPage page, Metadata facts, String body, double confidence, Provenance bodyFrom) {
        List<Found<String>> stated = Stream.concat(page.trust().stated().stream(), facts.addresses().stream())
                .toList();
        return assemble(page, Identity.ofPage(page.url(), stated), facts, body, confidence, bodyFrom);
    }

    /**
     * The article that goes by this, or why it is none. Here, and nowhere else, texts lose what is not printable.
     *
     * @param bodyFrom where the body comes from
     */
    static ParseOutcome assemble(
            RawPage page, Identity identity, Metadata facts, String raw, double confidence, Provenance bodyFrom) {
        String body = Printable.text(raw);
        TooMuch.check(body.length(), "characters of text", Limits.BODY);
        int words = WordCount.count(body);
        if (words < FEWEST_WORDS) {
            return new Rejected(Reason.NO_TEXT, words + " words of text", page.url(), day(facts));
        }
        Optional<Found<String>> headline = facts.headline()
                .or(() -> page.feedTitle().map(title -> new Found<>(title, Provenance.HEADER)))
                .map(found -> new Found<>(Printable.line(found.value()), found.where()))
                .filter(found -> !found.value().isBlank());
        if (headline.isEmpty()) {
            return new Rejected(Reason.NO_HEADLINE, words + " words of text", page.url(), day(facts));
        }
        return parsed(page, identity, facts, headline.get(), new Text(body, words, inHundredths(confidence), bodyFrom));
    }

    /** More places would make a new version of an article of each small change elsewhere on its page. */
    private static double inHundredths(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }

    /** The day that a page claims, whatever becomes of it. */
    static Optional<LocalDate> day(Metadata facts) {
        return facts.published().map(found -> found.value().day());
    }

    private record Text(String body, int words, double confidence, Provenance from) {}

    private static Parsed parsed(RawPage page, Identity identity, Metadata facts, Found<String> headline, Text text) {
        Optional<Found<ClaimedTime>> published = facts.published().or(() -> feedDate(page, facts));
        Optional<Found<String>> site =
                page.source().map(name -> new Found<>(name, Provenance.HEADER)).or(facts::siteName);
        var article = new Article(
                identity.id().orElseGet(() -> ArticleId.ofText(headline.value(), text.body())),
                line(page.url()),
                identity.canonicalUrl().map(Found::value),
                new Source(identity.domain(), line(site.map(Found::value))),
                headline.value(),
                lines(facts.authors()),
                published.map(found -> found.value().at()),
                facts.modified().map(found -> found.value().at()),
                page.fetchedAt(),
                facts.language().map(Found::value).orElse(Article.UNDETERMINED),
                line(facts.section().map(Found::value)),
                lines(facts.keywords()),
                line(facts.image().map(Found::value)),
                text.body(),
                line(facts.description().map(Found::value)),
                text.words(),
                facts.accessibleForFree().map(Found::value),
                text.confidence(),
                provenance(page, identity, facts, headline, published, site, text));
        return new Parsed(article, published.map(found -> found.value().day()));
    }

    private static Optional<String> line(Optional<String> text) {
        return text.map(Printable::line).filter(line -> !line.isEmpty());
    }

    private static List<String> lines(Optional<Found<List<String>>> texts) {
        return texts.map(Found::value).orElse(List.of()).stream()
                .map(Printable::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Optional<Found<ClaimedTime>> feedDate(RawPage page, Metadata facts) {
        return page.feedPublished()
                .flatMap(text -> MetadataReader.date(
                        text, facts.language().map(Found::value).orElse(""), page.fetchedAt()))
                .map(claim -> new Found<>(claim, Provenance.HEADER));
    }

    private static Map<String, Provenance> provenance(
            RawPage page,
            Identity identity,
            Metadata facts,
            Found<String> headline,
            Optional<Found<ClaimedTime>> published,
            Optional<Found<String>> site,
            Text text) {
        Map<String, Provenance> where = new HashMap<>();
        where.put("headline", headline.where());
        where.put("body", text.from());
        published.ifPresent(found -> where.put("publishedAt", found.where()));
        site.ifPresent(found -> where.put("source", found.where()));
        page.url().ifPresent(url -> where.put("url", page.trust().urlFrom()));
        note(where, "authors", facts.authors());
        note(where, "modifiedAt", facts.modified());
        note(where, "language", facts.language());
        note(where, "canonicalUrl", identity.canonicalUrl());
        note(where, "section", facts.section());
        note(where, "keywords", facts.keywords());
        note(where, "image", facts.image());
        note(where, "description", facts.description());
        note(where, "accessibleForFree", facts.accessibleForFree());
        return where;
    }

    private static <T> void note(Map<String, Provenance> where, String field, Optional<Found<T>> found) {
        found.ifPresent(value -> where.put(field, value.where()));
    }
}
