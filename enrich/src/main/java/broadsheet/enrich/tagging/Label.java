package broadsheet.enrich.tagging;

import broadsheet.model.Entity;
import java.util.Arrays;

/**
 * The labels of the tagger: outside a name, or beginning, inside, last or only token of a name of one type (BILOU).
 *
 * <p>Labels are plain numbers because the inner loops index arrays with them: 0 is outside, then four for each type in
 * the order of {@link Entity.Type}.
 */
public final class Label {
    /** The token belongs to no name. */
    public static final int OUTSIDE = 0;

    /** How many labels there are. */
    public static final int COUNT = 1 + 4 * Entity.Type.values().length;

    private static final Entity.Type[] TYPES = Entity.Type.values();
    private static final int BEGIN = 0;
    private static final int INSIDE = 1;
    private static final int LAST = 2;
    private static final int ONLY = 3;
    private static final boolean[][] MAY_FOLLOW = mayFollow();

    private Label() {}

    /** The label of the token at {@code position} in a name of {@code length} tokens. */
    public static int of(Entity.Type type, int position, int length) {
        int part = length == 1 ? ONLY : position == 0 ? BEGIN : position == length - 1 ? LAST : INSIDE;
        return 1 + 4 * Arrays.binarySearch(TYPES, type) + part;
    }

    /** The type that a label other than {@link #OUTSIDE} stands for. */
    public static Entity.Type type(int label) {
        return TYPES[(label - 1) / 4];
    }

    /** Whether a name starts at a token with this label. */
    public static boolean starts(int label) {
        return label != OUTSIDE && (part(label) == BEGIN || part(label) == ONLY);
    }

    /** Whether a name ends with a token with this label. */
    public static boolean ends(int label) {
        return label != OUTSIDE && (part(label) == LAST || part(label) == ONLY);
    }

    /** Whether a token with label {@code next} may come right after one with label {@code previous}. */
    public static boolean mayFollow(int previous, int next) {
        return MAY_FOLLOW[previous][next];
    }

    private static int part(int label) {
        return (label - 1) % 4;
    }

    private static boolean[][] mayFollow() {
        boolean[][] allowed = new boolean[COUNT][COUNT];
        for (int previous = 0; previous < COUNT; previous++) {
            boolean open = previous != OUTSIDE && !ends(previous);
            for (int next = 0; next < COUNT; next++) {
                boolean continues = next != OUTSIDE && !starts(next);
                allowed[previous][next] = open == continues && (!open || type(previous) == type(next));
            }
        }
        return allowed;
    }
}
