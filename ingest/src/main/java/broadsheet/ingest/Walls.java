package broadsheet.ingest;

import broadsheet.ingest.ParseOutcome.Rejected;
import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.metadata.Metadata;
import java.util.Optional;

/**
 * Tells the beginning of an article that the publisher sells. Only where the page itself says that it is not free, and shows
 * no more than such a beginning: many pages that say so show the whole article.
 */
final class Walls {
    /** Words of a paragraph or two: an article that is said to be sold has more. */
    private static final int TEASER = 90;

    private Walls() {}

    static Optional<ParseOutcome> refuse(RawPage page, Metadata facts, PageText text) {
        boolean sold = facts.accessibleForFree().filter(free -> !free.value()).isPresent();
        if (!sold) {
            return Optional.empty();
        }
        int words = WordCount.count(text.text());
        if (words > TEASER) {
            return Optional.empty();
        }
        String link = page.url()
                .or(() -> facts.addresses().stream().map(Found::value).findFirst())
                .orElse("no link");
        return Optional.of(new Rejected(
                Reason.PAYWALLED,
                words + " words before a wall; full text for subscribers at " + link,
                page.url(),
                ArticleAssembler.day(facts)));
    }
}
