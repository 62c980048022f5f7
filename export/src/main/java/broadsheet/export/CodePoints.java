package broadsheet.export;

import broadsheet.model.Entity;
import java.util.Arrays;
import java.util.List;

/**
 * Offsets into a text as SQL and Python count, in code points, from those of the contract, in UTF-16 code units. {@code
 * substr(body, start + 1, end - start)} is the mention's text.
 */
public final class CodePoints {

    /** Where the second halves of surrogate pairs stand, in order. */
    private final int[] second;

    private CodePoints(int[] second) {
        this.second = second;
    }

    public static CodePoints of(String text) {
        return new CodePoints(java.util.stream.IntStream.range(1, text.length())
                .filter(at -> Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)))
                .toArray());
    }

    /** The offset in code points. */
    int at(int utf16) {
        int found = Arrays.binarySearch(second, utf16);
        return utf16 - (found < 0 ? -found - 1 : found);
    }

    /** The same entities with offsets in code points. */
    public List<Entity> counted(List<Entity> entities) {
        return second.length == 0
                ? entities
                : entities.stream().map(this::counted).toList();
    }

    private Entity counted(Entity entity) {
        List<Entity.Mention> mentions = entity.mentions().stream()
                .map(mention -> new Entity.Mention(at(mention.start()), at(mention.end()), mention.text()))
                .toList();
        return new Entity(entity.name(), entity.type(), mentions, entity.salience(), entity.link());
    }
}
