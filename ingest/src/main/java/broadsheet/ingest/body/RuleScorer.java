package broadsheet.ingest.body;

import broadsheet.ingest.html.Blocks;
import java.util.List;

/** The first scorer: the container with the most prose, and within it the rules in the order in which a page passes them. */
final class RuleScorer {
    private static final List<Rule> RULES = List.of(
            new DropNamedScopes(),
            new DropLinkDense(),
            new DropCards(),
            new CutAtEndHeading(),
            new DropLinkPhrases(),
            new DropLead(),
            new DropRepeats(),
            new DropLoneHeadings());

    private RuleScorer() {}

    static Draft score(Blocks blocks, String headline) {
        return apply(new Draft(blocks, TopScope.find(blocks), headline));
    }

    /** As {@link #score}, for blocks that all belong to one article or to its trimmings. */
    static Draft scoreWhole(Blocks blocks, String headline) {
        return apply(new Draft(blocks, blocks.scopes().get(0), headline));
    }

    private static Draft apply(Draft draft) {
        for (Rule rule : RULES) {
            rule.apply(draft);
        }
        return draft;
    }
}
