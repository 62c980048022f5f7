package broadsheet.ingest.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A value of a state that holds prose, and how much of it lies close below. */
final class StateNode {
    private static final double DECAY = 0.75;
    private static final int REACH = 6;

    final JsonNode json;
    final @Nullable StateNode parent;
    final String field;
    private double score;
    private double prose;
    private boolean hasHeadline;

    /** @param field the name that it goes by; an item of a list goes by the list's */
    StateNode(JsonNode json, @Nullable StateNode parent, String field) {
        this.json = json;
        this.parent = parent;
        this.field = field;
    }

    /** Gives the prose of this text to what it stands in, the less, the further away. */
    void give(double prose) {
        double gift = prose;
        StateNode at = this;
        for (int step = 0; step < REACH && at != null; step++) {
            at.score += gift;
            at.prose += prose;
            gift *= DECAY;
            at = at.parent;
        }
    }

    /** Says that the page's headline stands here: it is that of this object, or of the one that it is a part of. */
    void nameHeadline() {
        hasHeadline = true;
        if (parent != null) {
            parent.hasHeadline = true;
        }
    }

    /** Letters of prose close below. */
    double prose() {
        return prose;
    }

    /** The same, the less, the further below. */
    double score() {
        return score;
    }

    /** Steps up to the first value in which the headline stands too, at most {@code most + 1}. */
    int stepsToHeadline(int most) {
        StateNode at = this;
        for (int steps = 0; steps <= most && at != null; steps++) {
            if (at.hasHeadline) {
                return steps;
            }
            at = at.parent;
        }
        return most + 1;
    }
}
