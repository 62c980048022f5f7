package broadsheet.ingest.body;

import broadsheet.ingest.html.AnyOf;
import broadsheet.ingest.html.Block;
import broadsheet.ingest.limits.Lower;
import java.util.Set;

/**
 * Drops single lines inside the article that point elsewhere: "Read more: …", "Watch: …", "Advertisement". One that is a
 * link is nothing else, whatever the page around it looks like.
 */
final class DropLinkPhrases implements Rule {
    private static final AnyOf PHRASES = new AnyOf(PhraseList.lines("link-phrases.txt"));
    private static final Set<String> LINES = PhraseList.read("link-phrases.txt");
    private static final double LINK = 0.3;
    /** Letters of a single line; what is made of links alone may be a list of them, however long. */
    private static final int LINE = 160;

    private static final double LINKS_ALONE = 0.8;

    @Override
    public void apply(Draft draft) {
        for (int i = draft.top().first(); i < draft.top().end(); i++) {
            Block block = draft.blocks().get(i);
            boolean isLink = block.linkDensity() > LINK;
            boolean isLine = block.letters() < LINE || block.linkDensity() > LINKS_ALONE;
            if (isLine && (isLink || block.letters() < 16) && points(block.text())) {
                if (isLink) {
                    draft.dropForCertain(i, i + 1, "points-elsewhere");
                } else {
                    draft.drop(i, "points-elsewhere");
                }
            }
        }
    }

    /** Whether a line says "Read more" and no more. */
    static boolean isNothingElse(String text) {
        String line = Lower.of(text.strip());
        return LINES.contains(line.endsWith(":") ? line.substring(0, line.length() - 1) : line);
    }

    static boolean points(String text) {
        return PHRASES.begins(text);
    }
}
