package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Scope;
import broadsheet.ingest.html.WordSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Drops what a page says again and again: captions of a row of pictures of one event, which stand there more than once;
 * notices in elements that are called hidden; and what stands there three times as a whole: a box of some lines, or a long
 * paragraph, such as the placeholder of an outside content. Single lines may repeat, in a recipe as in an interview. Where
 * refrains are most of the page's prose, neither their share nor their form tells.
 */
final class DropRefrains implements Rule {
    private static final WordSet NAMES = WordSet.of("caption", "captions", "figcaption", "credit");
    private static final WordSet HIDDEN = WordSet.of("hidden", "hide", "invisible");
    private static final int OFTEN = 3;

    /** Letters of a paragraph that nobody writes three times. */
    private static final int PARAGRAPH = 60;

    /** Blocks and letters of a box. */
    private static final int BLOCKS = 8;

    private static final int SHORTEST = 60;
    private static final int LONGEST = 900;

    @Override
    public void apply(Draft draft) {
        Map<String, Integer> times = new HashMap<>();
        for (Block block : draft.blocks().all()) {
            times.merge(block.text(), 1, Integer::sum);
        }
        if (times.size() == draft.blocks().size()) {
            return;
        }
        for (Block block : draft.blocks().all()) {
            int said = times.getOrDefault(block.text(), 0);
            if (said > 1 && isRefrain(block, said) && !draft.headings().contain(block.index())) {
                draft.dropForCertain(block.index(), block.index() + 1, "refrain");
            }
        }
        dropBoxes(draft, times);
    }

    private static boolean isRefrain(Block block, int said) {
        boolean isProse = block.letters() >= PARAGRAPH && block.mass() > 0;
        return (said >= OFTEN && isProse && isBox(block.scope())) || isCaption(block) || isCalledHidden(block);
    }

    /** Whether an element holds nothing else and is made for it: a line of a plan stands in a row of such lines. */
    private static boolean isBox(Scope scope) {
        return (scope.tag().equals("div") && !scope.names().isEmpty())
                || scope.parent()
                        .filter(parent -> parent.end() - parent.first() == 1
                                && !parent.tag().equals("li"))
                        .isPresent();
    }

    private static void dropBoxes(Draft draft, Map<String, Integer> times) {
        Map<String, List<Scope>> boxes = new HashMap<>();
        for (Scope scope : draft.blocks().scopes()) {
            int size = scope.end() - scope.first();
            boolean isSmall = size > 1 && size <= BLOCKS && draft.top().holds(scope.first());
            int letters = isSmall ? draft.blocks().letters(scope) : 0;
            if (letters >= SHORTEST && letters <= LONGEST && isRepeated(scope, draft, times)) {
                boxes.computeIfAbsent(text(scope, draft), none -> new ArrayList<>())
                        .add(scope);
            }
        }
        for (List<Scope> alike : boxes.values()) {
            if (alike.size() >= OFTEN) {
                alike.forEach(box -> draft.dropForCertain(box.first(), box.end(), "refrain"));
            }
        }
    }

    private static boolean isRepeated(Scope scope, Draft draft, Map<String, Integer> times) {
        return times.getOrDefault(draft.blocks().get(scope.first()).text(), 0) >= OFTEN;
    }

    /** What a box says, and how deep it lies: a box in a box is no second one. */
    private static String text(Scope scope, Draft draft) {
        var text = new StringBuilder().append(scope.depth());
        for (int i = scope.first(); i < scope.end(); i++) {
            text.append('\n').append(draft.blocks().get(i).text());
        }
        return text.toString();
    }

    private static boolean isCaption(Block block) {
        return block.kind() == Block.Kind.CAPTION || block.scope().isNamed(NAMES);
    }

    private static boolean isCalledHidden(Block block) {
        return block.scope().isNamed(HIDDEN)
                || block.scope()
                        .parent()
                        .filter(parent -> parent.isNamed(HIDDEN))
                        .isPresent();
    }
}
