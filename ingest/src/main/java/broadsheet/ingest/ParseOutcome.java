package broadsheet.ingest;

import broadsheet.model.Article;
import java.time.LocalDate;
import java.util.Optional;

/** What becomes of one page or one entry of a feed. */
public sealed interface ParseOutcome {

    /**
     * It is an article.
     *
     * @param article the article
     * @param publishedOn the day of publication in the page's own time zone, as the page writes it; empty if it claims none
     */
    record Parsed(Article article, Optional<LocalDate> publishedOn) implements ParseOutcome {}

    /**
     * It is none, as must be expected of the Web.
     *
     * @param reason why
     * @param detail what was seen, for a person; no page text
     * @param url the page; empty if not known
     * @param publishedOn the day that it claims: a picture or a player has one too; empty if it claims none or was not read
     */
    record Rejected(Reason reason, String detail, Optional<String> url, Optional<LocalDate> publishedOn)
            implements ParseOutcome {
        public Rejected {
            detail = Printable.line(detail);
            url = url.map(Printable::line);
        }

        /** A page that was not read. */
        public Rejected(Reason reason, String detail, Optional<String> url) {
            this(reason, detail, url, Optional.empty());
        }
    }
}
