package broadsheet.ingest.html;

import broadsheet.ingest.limits.Lower;
import broadsheet.ingest.limits.Work;
import java.util.HashSet;
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
    private static final String[] NO_WORDS = {};

    private final @Nullable Scope parent;
    private final Work work;
    private final String tag;
    private final String names;
    private final int depth;
    private final int first;
    private final int siblingsBefore;
    private final Set<String> words;
    /** The same, faster to go through: every rule asks every container for its names. */
    private final String[] listed;

    private int end;
    private int children;

    /** The outermost one. */
    Scope(String tag, String names, Work work) {
        this(null, work, tag, names, 0);
    }

    Scope(Scope parent, String tag, String names, int first) {
        this(parent, parent.work, tag, names, first);
    }

    private Scope(@Nullable Scope parent, Work work, String tag, String names, int first) {
        this.parent = parent;
        this.work = work;
        this.tag = tag;
        this.names = names;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.first = first;
        this.end = first;
        this.siblingsBefore = parent == null ? 0 : parent.children++;
        this.words = names.isEmpty() ? Set.of() : words(names);
        this.listed = words.toArray(NO_WORDS);
    }

    void close(int blocks) {
        end = blocks;
    }

    /** The element that contains this one; empty for the body. A step of the page's {@link Work}. */
    public Optional<Scope> parent() {
        work.spend(1);
        return Optional.ofNullable(parent);
    }

    /** The element's name in lower case, for instance {@code section}. */
    public String tag() {
        return tag;
    }

    /** Class, id and role as written, cut off where they are absurdly long; the same for elements of the same making. */
    public String names() {
        return names;
    }

    /** The whole words of class, id and role in lower case: {@code relatedPosts} and {@code related-posts} give the same two. */
    public Set<String> words() {
        return words;
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
    public boolean isNamed(Set<String> wanted) {
        for (String word : listed) {
            if (wanted.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(String names) {
        Set<String> words = new HashSet<>();
        int start = 0;
        for (int i = 0; i <= names.length(); i++) {
            char c = i < names.length() ? names.charAt(i) : ' ';
            boolean boundary = !Character.isLetterOrDigit(c);
            boolean hump =
                    !boundary && i > start && Character.isUpperCase(c) && Character.isLowerCase(names.charAt(i - 1));
            if (boundary || hump) {
                if (i > start) {
                    words.add(Lower.of(names.substring(start, i)));
                }
                start = boundary ? i + 1 : i;
            }
        }
        return words;
    }

    @Override
    public String toString() {
        return tag + (names.isEmpty() ? "" : "[" + names + "]");
    }
}
