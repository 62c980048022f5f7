package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import broadsheet.ingest.html.WordSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the container of the article: the one with the most running prose close below it, then as far up as each step
 * still adds prose.
 *
 * <p>Each block gives its {@linkplain Block#mass() mass} to its ancestors, {@value #DECAY} of it less for each step
 * up: the body has all the prose of the page, but far away.
 */
final class TopScope {
    private static final double DECAY = 0.75;
    private static final int REACH = 8;
    /** A parent that adds less than this share of prose is not worth its navigation. */
    private static final double WORTH = 0.12;

    private static final Set<String> BESIDE = Set.of("nav", "footer", "aside");
    private static final WordSet REMARKS = WordSet.of(
            "comment",
            "comments",
            "commentlist",
            "disqus",
            "respond",
            "replies",
            "footer",
            "cookie",
            "consent",
            "gdpr");

    private TopScope() {}

    static Scope find(Blocks blocks) {
        List<Scope> scopes = blocks.scopes();
        double[] scores = new double[scopes.size()];
        boolean[] beside = beside(scopes);
        for (Block block : blocks.all()) {
            if (block.mass() > 0 && !beside[block.scope().index()]) {
                give(block, scores);
            }
        }
        Scope best = scopes.get(0);
        double most = 0;
        for (Scope scope : scopes) {
            if (scores[scope.index()] > most) {
                most = scores[scope.index()];
                best = scope;
            }
        }
        return ascend(best, blocks, beside);
    }

    private static void give(Block block, double[] scores) {
        double gift = block.mass();
        Optional<Scope> at = block.scope().parent().isPresent() ? block.scope().parent() : Optional.of(block.scope());
        for (int step = 0; step < REACH && at.isPresent(); step++) {
            scores[at.get().index()] += gift;
            gift *= DECAY;
            at = at.get().parent();
        }
    }

    private static Scope ascend(Scope best, Blocks blocks, boolean[] beside) {
        Scope top = best;
        double mass = blocks.mass(top);
        for (Optional<Scope> up = best.parent(); up.isPresent(); up = up.get().parent()) {
            double more = 0;
            for (int i = up.get().first(); i < up.get().end(); i++) {
                Block block = blocks.get(i);
                if (!top.holds(i) && !beside[block.scope().index()] && block.linkDensity() < 0.3) {
                    more += block.mass();
                }
            }
            if (more > WORTH * mass) {
                top = up.get();
                mass += more;
            }
        }
        return top;
    }

    /**
     * Which scopes lie in something beside the article. Found once for all: asked block by block and step by step, a
     * page of repeated, nested stretches takes seconds.
     */
    private static boolean[] beside(List<Scope> scopes) {
        boolean[] beside = new boolean[scopes.size()];
        for (Scope scope : scopes) {
            boolean isRemark = scope.isNamed(REMARKS) && !scope.tag().equals("body");
            beside[scope.index()] = isRemark
                    || BESIDE.contains(scope.tag())
                    || scope.parent().map(parent -> beside[parent.index()]).orElse(false);
        }
        return beside;
    }
}
