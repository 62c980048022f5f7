package broadsheet.ingest.html;

import broadsheet.ingest.limits.Work;
import java.util.List;

/**
 * The blocks and scopes of one page, with prefix sums, so that a question about a subtree costs two look-ups. Whoever
 * looks at a block or a scope spends of the page's {@link Work}. Confined to one thread.
 */
public final class Blocks {
    private final Work work;
    private final List<Block> blocks;
    private final List<Scope> scopes;
    private final double[] mass;
    private final int[] letters;
    private final int[] linkLetters;

    Blocks(List<Block> blocks, List<Scope> scopes, Work work) {
        this.work = work;
        this.blocks = List.copyOf(blocks);
        this.scopes = List.copyOf(scopes);
        int size = blocks.size();
        mass = new double[size + 1];
        letters = new int[size + 1];
        linkLetters = new int[size + 1];
        for (int i = 0; i < size; i++) {
            Block block = blocks.get(i);
            mass[i + 1] = mass[i] + block.mass();
            letters[i + 1] = letters[i] + block.letters();
            linkLetters[i + 1] = linkLetters[i] + block.linkLetters();
        }
    }

    /** All blocks in the order of the page. */
    public List<Block> all() {
        work.spend(blocks.size());
        return blocks;
    }

    /** All scopes in the order in which they open; the first is the body. */
    public List<Scope> scopes() {
        work.spend(scopes.size());
        return scopes;
    }

    /** The block at an index. */
    public Block get(int index) {
        work.spend(1);
        return blocks.get(index);
    }

    /** Number of blocks. */
    public int size() {
        return blocks.size();
    }

    /** Running prose inside a scope, see {@link Block#mass()}. */
    public double mass(Scope scope) {
        return mass(scope.first(), scope.end());
    }

    /** Running prose of the blocks {@code [first, end)}. */
    public double mass(int first, int end) {
        return mass[end] - mass[first];
    }

    /** Running prose of the whole page. */
    public double mass() {
        return mass[mass.length - 1];
    }

    /** Letters inside a scope. */
    public int letters(Scope scope) {
        return letters(scope.first(), scope.end());
    }

    /** Letters of the blocks {@code [first, end)}. */
    public int letters(int first, int end) {
        return letters[end] - letters[first];
    }

    /** Share of a scope's letters that are inside links, 0 to 1. */
    public double linkDensity(Scope scope) {
        int all = letters(scope);
        return all == 0 ? 0 : (double) (linkLetters[scope.end()] - linkLetters[scope.first()]) / all;
    }
}
