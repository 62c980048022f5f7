package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A page on its way through the rules: which blocks are still in, and which rule put out the others. Confined to one
 * page and one thread.
 */
final class Draft {
    private static final String KEPT = "";

    private final Blocks blocks;
    private final Scope top;
    private final String headline;
    private final String[] dropped;

    Draft(Blocks blocks, Scope top, String headline) {
        this.blocks = blocks;
        this.top = top;
        this.headline = headline;
        dropped = new String[blocks.size()];
        Arrays.fill(dropped, "outside");
        Arrays.fill(dropped, top.first(), top.end(), KEPT);
    }

    Blocks blocks() {
        return blocks;
    }

    /** The scope that was chosen as the article. */
    Scope top() {
        return top;
    }

    /** The headline as the metadata has it; blank if unknown. */
    String headline() {
        return headline;
    }

    boolean keeps(int block) {
        return dropped[block].equals(KEPT);
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

    void drop(int first, int end, String rule) {
        for (int i = Math.max(first, top.first()); i < Math.min(end, top.end()); i++) {
            drop(i, rule);
        }
    }

    void restore(int block) {
        dropped[block] = KEPT;
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

    double keptMass() {
        return keptMass(top.first(), top.end());
    }

    List<Block> kept() {
        List<Block> kept = new ArrayList<>();
        for (int i = top.first(); i < top.end(); i++) {
            if (keeps(i)) {
                kept.add(blocks.get(i));
            }
        }
        return kept;
    }
}
