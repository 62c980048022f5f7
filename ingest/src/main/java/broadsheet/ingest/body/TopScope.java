package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import broadsheet.ingest.html.WordSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
        var scores = new HashMap<Scope, double[]>();
        Set<Scope> beside = beside(blocks);
        for (Block block : blocks.all()) {
            if (block.mass() > 0 && !beside.contains(block.scope())) {
                give(block, scores);
            }
        }
        Scope best = blocks.scopes().get(0);
        double most = 0;
        for (Scope scope : blocks.scopes()) {
            double[] score = scores.get(scope);
            if (score != null && score[0] > most) {
                most = score[0];
                best = scope;
            }
        }
        return ascend(best, blocks, beside);
    }

    private static void give(Block block, Map<Scope, double[]> scores) {
        double gift = block.mass();
        Optional<Scope> at = block.scope().parent().isPresent() ? block.scope().parent() : Optional.of(block.scope());
        for (int step = 0; step < REACH && at.isPresent(); step++) {
            scores.computeIfAbsent(at.get(), none -> new double[1])[0] += gift;
            gift *= DECAY;
            at = at.get().parent();
        }
    }

    private static Scope ascend(Scope best, Blocks blocks, Set<Scope> beside) {
        Scope top = best;
        double mass = blocks.mass(top);
        for (Optional<Scope> up = best.parent(); up.isPresent(); up = up.get().parent()) {
            double more = 0;
            for (int i = up.get().first(); i < up.get().end(); i++) {
                Block block = blocks.get(i);
                if (!top.holds(i) && !beside.contains(block.scope()) && block.linkDensity() < 0.3) {
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
     * The scopes that lie in something beside the article. Found once for all: asked block by block and step by step, a
     * page of repeated, nested stretches takes seconds.
     */
    private static Set<Scope> beside(Blocks blocks) {
        Set<Scope> beside = new HashSet<>();
        for (Scope scope : blocks.scopes()) {
            boolean isRemark = scope.isNamed(REMARKS) && !scope.tag().equals("body");
            if (isRemark
                    || BESIDE.contains(scope.tag())
                    || scope.parent().filter(beside::contains).isPresent()) {
                beside.add(scope);
            }
        }
        return beside;
    }
}
