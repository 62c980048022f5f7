package broadsheet.ingest.body;

import java.util.Locale;
import java.util.Set;

/** The lines that announce that the article is over and something else begins, in the major languages. */
public final class EndHeadings {
    private static final Set<String> ENDS = PhraseList.read("end-headings.txt");

    private EndHeadings() {}

    /** Whether a line is such an announcement: "Related stories:", "[WORLD] Latest Stories", "Comments 12". */
    public static boolean isEnd(String text) {
        String line = text.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        if (line.startsWith("[") && line.indexOf(']') > 0) {
            line = line.substring(line.indexOf(']') + 1).strip();
        }
        int end = line.length();
        while (end > 0 && !Character.isLetter(line.charAt(end - 1))) {
            end--;
        }
        return ENDS.contains(line.substring(0, end));
    }
}
