package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.limits.Lower;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Drops what stands on a page in place of text: the filler that printers use, which a wall shows blurred, and lines in
 * capitals that are nothing but a link to another story.
 */
final class DropFiller implements Rule {
    /** Words of the filler. Most are Latin, and may stand in a Latin text; those that mark it are not in use there. */
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Set<String> FILLER = PhraseList.read("filler-words.txt");

    private static final Set<String> MARKS = Set.of(
            "lorem",
            "ipsum",
            "consectetur",
            "consetetur",
            "adipiscing",
            "sadipscing",
            "eiusmod",
            "eirmod",
            "incididunt",
            "ullamco",
            "cillum",
            "excepteur",
            "cupidatat",
            "laborum",
            "pellentesque",
            "vestibulum",
            "curabitur",
            "vulputate",
            "tincidunt",
            "sollicitudin",
            "suspendisse",
            "maecenas",
            "phasellus",
            "ullamcorper",
            "sagittis",
            "dignissim",
            "aliquyam",
            "takimata");

    private static final double MOST = 0.6;
    private static final int WORDS = 4;
    private static final int LOOKED_AT = 600;

    /** Letters of a line in capitals that is no label. */
    private static final int SHOUTED = 18;

    private static final double LINK = 0.8;

    @Override
    public void apply(Draft draft) {
        for (Block block : draft.blocks().all()) {
            if (isFiller(block.text())) {
                draft.dropForCertain(block.index(), block.index() + 1, "filler");
            } else if (isShouted(block)
                    && draft.top().holds(block.index())
                    && !draft.headings().contain(block.index())) {
                draft.dropForCertain(block.index(), block.index() + 1, "shouted-link");
            }
        }
    }

    private static boolean isFiller(String text) {
        int first = text.indexOf(' ');
        if (first < 0 || !FILLER.contains(word(text.substring(0, Math.min(first, 20))))) {
            return false;
        }
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        int words = 0;
        int filler = 0;
        boolean marked = false;
        for (String each : BLANKS.split(start, 0)) {
            String word = word(each);
            words++;
            filler += FILLER.contains(word) ? 1 : 0;
            marked |= MARKS.contains(word);
        }
        return marked && words >= WORDS && filler >= MOST * words;
    }

    private static String word(String text) {
        int end = text.length();
        while (end > 0 && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return Lower.of(text.substring(0, end));
    }

    private static boolean isShouted(Block block) {
        if (block.linkDensity() < LINK || block.letters() < SHOUTED) {
            return false;
        }
        boolean capital = false;
        for (int i = 0; i < block.text().length(); i++) {
            char c = block.text().charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            capital |= Character.isUpperCase(c);
        }
        return capital;
    }
}
