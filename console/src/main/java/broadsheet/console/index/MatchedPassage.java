package broadsheet.console.index;

import java.util.List;

/**
 * Some of an article's text that has what was asked for, or its beginning.
 *
 * @param text clipped
 * @param marks where in it the words are, in order
 */
public record MatchedPassage(String text, List<Mark> marks) {

    /** From {@code start} up to and not including {@code end}, in UTF-16 code units. */
    public record Mark(int start, int end) {}

    public MatchedPassage {
        marks = List.copyOf(marks);
    }
}
