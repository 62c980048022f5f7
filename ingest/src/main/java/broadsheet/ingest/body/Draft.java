package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import java.util.Arrays;

/**
 * A page on its way through the rules: which blocks are still in, and which rule put out the others. Confined to one
 * page and one thread.
 */
final class Draft {
    private static final String KEPT = "";

    private final Blocks blocks;
    private final Scope top;
    private final Hints hints;
    private final String[] dropped;
    private final String[] overruled;
    private final boolean[] certain;
    private final boolean[] wanted;
    private final boolean[] inside;
    private final Headings headings;
    private final StandingBlocks standing;

    Draft(Blocks blocks, Scope top, Hints hints) {
        this.blocks = blocks;
        this.top = top;
        this.hints = hints;
        dropped = new String[blocks.size()];
        overruled = new String[blocks.size()];
        certain = new boolean[blocks.size()];
        wanted = new boolean[blocks.size()];
        inside = new boolean[blocks.size()];
        Arrays.fill(overruled, KEPT);
        Arrays.fill(dropped, "outside");
        Arrays.fill(dropped, top.first(), top.end(), KEPT);
        headings = Headings.of(blocks, Block.plain(hints.headline()));
        standing = new StandingBlocks(top.first(), top.end());
    }

    Blocks blocks() {
        return blocks;
    }

    /** The scope that was chosen as the article. */
    Scope top() {
        return top;
    }

    /** The headings of the page that say the headline which the metadata has. */
    Headings headings() {
        return headings;
    }

    /** The publisher's summary as the metadata has it; blank if unknown. */
    String description() {
        return hints.description();
    }

    boolean keeps(int block) {
        return dropped[block].isEmpty();
    }

    /** The rule that dropped a block; empty for a kept one. */
    String reason(int block) {
        return dropped[block];
    }

    void drop(int block, String rule) {
        if (keeps(block)) {
            dropped[block] = rule;
        }
    }

    /** Drops what still stands of {@code [first, end)} within the article. */
    void drop(int first, int end, String rule) {
        int last = Math.min(end, top.end());
        for (int i = standing.from(Math.max(first, top.first())); i < last; i = standing.from(i + 1)) {
            drop(i, rule);
            standing.take(i);
        }
    }

    /** Drops blocks of the whole page for reasons that no probability outweighs. */
    void dropForCertain(int first, int end, String rule) {
        for (int i = first; i < end; i++) {
            dropped[i] = rule;
            certain[i] = true;
        }
    }

    /** Keeps a block of the whole page for a reason that no probability outweighs, unless it was dropped for certain. */
    void keepForCertain(int block) {
        if (!certain[block]) {
            standing.putBack(block);
            dropped[block] = KEPT;
            wanted[block] = true;
        }
    }

    /** Notes that the article goes on behind what this heading announces. */
    void boxIn(int heading) {
        inside[heading] = true;
    }

    /** Whether the heading of a block announces a box inside the article, and not its end. */
    boolean isBoxedIn(int heading) {
        return inside[heading];
    }

    /** Overrules the rules for a block: kept if its probability is above the threshold, but for what is certain. */
    void judge(int block, double probability, double threshold) {
        boolean keep = (probability > threshold || wanted[block]) && !certain[block];
        if (keep && !keeps(block)) {
            overruled[block] = dropped[block];
            standing.putBack(block);
            dropped[block] = KEPT;
        } else if (!keep && keeps(block)) {
            dropped[block] = "model:" + Math.round(probability * 100) + "%";
        }
    }

    /** The rule that would have dropped a block which the model kept; empty without one. */
    String overruled(int block) {
        return overruled[block];
    }

    /** Running prose of what is still in within {@code [first, end)}. */
    double keptMass(int first, int end) {
        double mass = 0;
        for (int i = first; i < end; i++) {
            if (keeps(i)) {
                mass += blocks.get(i).mass();
            }
        }
        return mass;
    }

    /** Asks again and again, ever further down the page, how much running prose is still in above a place. */
    MassAbove massAbove() {
        return new MassAbove(this);
    }

    double keptMass() {
        return keptMass(top.first(), top.end());
    }
}
