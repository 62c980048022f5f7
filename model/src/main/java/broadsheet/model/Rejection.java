package broadsheet.model;

import java.util.Optional;

/**
 * Why an input did not become an article: expected, and no accident.
 *
 * @param stage where it was rejected
 * @param reason a stable word, also used in metrics and in the ledger: {@code NOT_AN_ARTICLE}
 * @param detail what was seen, for a person; never page text
 * @param origin the raw record
 * @param url the page; empty if not known
 */
public record Rejection(StageName stage, String reason, String detail, Origin origin, Optional<String> url) {
    public Rejection {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("rejection without a reason: " + origin);
        }
    }
}
