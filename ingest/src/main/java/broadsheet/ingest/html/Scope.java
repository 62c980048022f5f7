package broadsheet.ingest.html;

import broadsheet.ingest.limits.Work;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A container element of a page, reduced to what the rules ask about it.
 *
 * <p>Scopes form a tree like the elements they stand for; the text of a scope is the run of blocks
 * {@code [first, end)} of its page, so that every sum over a subtree is a difference of two prefix sums. Created by
 * {@link BlockReader} and unchangeable afterwards.
 */
public final class Scope {
    private final @Nullable Scope parent;
    private final Work work;
    /** Of all scopes of the page, by their text: most have the same as others. */
    private final Map<String, ScopeNames> known;

    /** How many scopes of the page open before it. */
    private final int index;

    private final String tag;
    private final ScopeNames names;
    private final int depth;
    private final int first;
    private final int siblingsBefore;

    private int end;
    private int children;

    /** The outermost one. */
    Scope(String tag, String names, Work work) {
        this(null, work, 0, tag, names, 0);
    }

    Scope(Scope parent, int index, String tag, String names, int first) {
        this(parent, parent.work, index, tag, names, first);
    }

    private Scope(@Nullable Scope parent, Work work, int index, String tag, String names, int first) {
        this.parent = parent;
        this.work = work;
        this.index = index;
        this.tag = tag;
        this.known = parent == null ? new HashMap<>() : parent.known;
        this.names = known.computeIfAbsent(names, ScopeNames::new);
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.first = first;
        this.end = first;
        this.siblingsBefore = parent == null ? 0 : parent.children++;
    }

    void close(int blocks) {
        end = blocks;
    }

    /** The element that contains this one; empty for the body. A step of the page's {@link Work}. */
    public Optional<Scope> parent() {
        work.spend(1);
        return Optional.ofNullable(parent);
    }

    /** Place among the scopes of the page, from 0. */
    public int index() {
        return index;
    }

    /** The element's name in lower case, for instance {@code section}. */
    public String tag() {
        return tag;
    }

    /** Class, id and role as written, cut off where they are absurdly long; the same for elements of the same making. */
    public String names() {
        return names.text();
    }

    /** The whole words of class, id and role in lower case: {@code relatedPosts} and {@code related-posts} give the same two. */
    public Set<String> words() {
        return names.words();
    }

    /** Steps down from the body. */
    public int depth() {
        return depth;
    }

    /** How many containers precede this one in its parent. */
    public int position() {
        return siblingsBefore;
    }

    /** How many containers it holds directly. */
    public int children() {
        return children;
    }

    /** Index of the first block inside. */
    public int first() {
        return first;
    }

    /** Index after the last block inside. */
    public int end() {
        return end;
    }

    /** Whether the block with this index lies inside. */
    public boolean holds(int block) {
        return block >= first && block < end;
    }

    /** Whether any of these words is among the words of this element's class, id and role. */
    public boolean isNamed(WordSet wanted) {
        return names.areAnyOf(wanted);
    }

    /** Tables of scopes are made for each page; the JDK's own number would cost more than what stands in them. */
    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public String toString() {
        return tag + (names().isEmpty() ? "" : "[" + names() + "]");
    }
}
