package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import java.util.Locale;
import java.util.Set;

/** Drops single lines inside the article that point elsewhere: "Read more: …", "Watch: …", "Advertisement". */
final class DropLinkPhrases implements Rule {
    private static final Set<String> PHRASES = PhraseList.read("link-phrases.txt");

    @Override
    public void apply(Draft draft) {
        for (int i = draft.top().first(); i < draft.top().end(); i++) {
            Block block = draft.blocks().get(i);
            if (block.letters() < 160 && (block.linkDensity() > 0.3 || block.letters() < 16) && points(block.text())) {
                draft.drop(i, "points-elsewhere");
            }
        }
    }

    static boolean points(String text) {
        String line = text.toLowerCase(Locale.ROOT);
        for (String phrase : PHRASES) {
            if (line.startsWith(phrase)) {
                return true;
            }
        }
        return false;
    }
}
