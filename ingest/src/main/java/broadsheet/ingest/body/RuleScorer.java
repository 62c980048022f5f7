package broadsheet.ingest.body;

import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import java.util.List;
import java.util.Set;

/** The first scorer: the container with the most prose, and within it the rules in the order in which a page passes them. */
final class RuleScorer {
    private static final List<Rule> RULES = List.of(
            new DropNextArticle(),
            new DropGalleries(),
            new DropFiller(),
            new DropComments(),
            new DropConsent(),
            new DropNotices(),
            new DropLabels(),
            new DropBiographies(),
            new DropNamedScopes(),
            new DropLinkDense(),
            new DropCards(),
            new CutAtEndHeading(),
            new DropLinkPhrases(),
            new DropLead(),
            new DropRepeats(),
            new DropRefrains(),
            new KeepDeck());

    /** Without the rules that judge by names and by form, for pages where they leave next to nothing. */
    private static final List<Rule> LOOSE_RULES = List.of(
            new DropNextArticle(),
            new DropGalleries(),
            new DropFiller(),
            new DropComments(),
            new DropConsent(),
            new DropNotices(),
            new DropLabels(),
            new DropLinkDense(),
            new CutAtEndHeading(),
            new DropLinkPhrases(),
            new DropRepeats());

    /** Less prose than this share of the container is a poor yield: a rule has mistaken the article for its trimmings. */
    private static final double POOR = 0.25;

    private RuleScorer() {}

    static Draft score(Blocks blocks, Hints hints) {
        return score(blocks, hints, Set.of());
    }

    /** As {@link #score}, without the rules of these names: to measure what each is worth. */
    static Draft score(Blocks blocks, Hints hints, Set<String> without) {
        return applyTo(blocks, TopScope.find(blocks), hints, without);
    }

    /** The names of the rules, in their order. */
    static List<String> names() {
        return RULES.stream().map(RuleScorer::name).toList();
    }

    private static String name(Rule rule) {
        return rule.getClass().getSimpleName();
    }

    /** As {@link #score}, for blocks that all belong to one article or to its trimmings. */
    static Draft scoreWhole(Blocks blocks, String headline) {
        return applyTo(blocks, blocks.scopes().get(0), Hints.of(headline), Set.of());
    }

    private static Draft applyTo(Blocks blocks, Scope top, Hints hints, Set<String> without) {
        Draft strict = apply(RULES, without, new Draft(blocks, top, hints));
        if (strict.keptMass() >= POOR * blocks.mass(top)) {
            return strict;
        }
        Draft loose = apply(LOOSE_RULES, without, new Draft(blocks, top, hints));
        return loose.keptMass() > strict.keptMass() ? loose : strict;
    }

    private static Draft apply(List<Rule> rules, Set<String> without, Draft draft) {
        for (Rule rule : rules) {
            if (without.isEmpty() || !without.contains(name(rule))) {
                rule.apply(draft);
            }
        }
        return draft;
    }
}
