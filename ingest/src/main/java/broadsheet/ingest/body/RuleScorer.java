package broadsheet.ingest.body;

import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
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

    /** Without the rules that judge by names and by form, for pages where they leave next to nothing. */
    private static final List<Rule> LOOSE_RULES = List.of(
            new DropLinkDense(),
            new CutAtEndHeading(),
            new DropLinkPhrases(),
            new DropRepeats(),
            new DropLoneHeadings());

    /** Less prose than this share of the container is a poor yield: a rule has mistaken the article for its trimmings. */
    private static final double POOR = 0.25;

    private RuleScorer() {}

    static Draft score(Blocks blocks, String headline) {
        return applyTo(blocks, TopScope.find(blocks), headline);
    }

    /** As {@link #score}, for blocks that all belong to one article or to its trimmings. */
    static Draft scoreWhole(Blocks blocks, String headline) {
        return applyTo(blocks, blocks.scopes().get(0), headline);
    }

    private static Draft applyTo(Blocks blocks, Scope top, String headline) {
        Draft strict = apply(RULES, new Draft(blocks, top, headline));
        if (strict.keptMass() >= POOR * blocks.mass(top)) {
            return strict;
        }
        Draft loose = apply(LOOSE_RULES, new Draft(blocks, top, headline));
        return loose.keptMass() > strict.keptMass() ? loose : strict;
    }

    private static Draft apply(List<Rule> rules, Draft draft) {
        for (Rule rule : rules) {
            rule.apply(draft);
        }
        return draft;
    }
}
