package broadsheet.ingest;

import broadsheet.ingest.ParseOutcome.Rejected;
import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import org.jsoup.nodes.Document;

/** Tells a page without text from one whose scripts would put the text in. */
final class Shell {
    /** Letters outside of links, the footer's included: a page that shows more has said what it has to say. */
    private static final int LITTLE = 400;

    private Shell() {}

    /** The outcome with the better reason. */
    static ParseOutcome explain(ParseOutcome outcome, Document page, Blocks shown) {
        boolean empty = outcome instanceof Rejected none && none.reason() == Reason.NO_TEXT;
        if (!empty || page.selectFirst("script:not([type*=ld+json])") == null) {
            return outcome;
        }
        int letters = 0;
        for (Block block : shown.all()) {
            letters += block.letters() - block.linkLetters();
        }
        var none = (Rejected) outcome;
        return letters > LITTLE
                ? outcome
                : new Rejected(
                        Reason.NEEDS_SCRIPT,
                        none.detail() + "; a script would put the rest in",
                        none.url(),
                        none.publishedOn());
    }
}
