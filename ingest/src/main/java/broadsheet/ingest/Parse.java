package broadsheet.ingest;

import java.util.List;

/**
 * What a raw record became.
 *
 * @param isCollection whether the record was a feed: its entries have outcomes of their own, perhaps none at all
 * @param outcomes exactly one for a page; one per entry, in the feed's order, for a feed
 */
public record Parse(boolean isCollection, List<ParseOutcome> outcomes) {
    public Parse {
        outcomes = List.copyOf(outcomes);
        if (!isCollection && outcomes.size() != 1) {
            throw new IllegalArgumentException("a page has one outcome, not " + outcomes.size());
        }
    }

    static Parse of(ParseOutcome outcome) {
        return new Parse(false, List.of(outcome));
    }

    static Parse rejected(Reason reason, String detail, RawPage page) {
        return of(new ParseOutcome.Rejected(reason, detail, page.url()));
    }
}
