package broadsheet.ingest.body;

import broadsheet.ingest.html.AnyOf;
import broadsheet.ingest.limits.Lower;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The lines that announce that the article is over and something else begins, in the major languages. */
public final class EndHeadings {
    private static final Set<String> ENDS = PhraseList.read("end-headings.txt");

    /** How they begin, up to an apostrophe, which is written in more than one way. */
    private static final AnyOf STARTS =
            new AnyOf(ENDS.stream().map(EndHeadings::start).distinct().toList());

    /** The site whose stories are announced: "More stories on courier.example". */
    private static final Pattern ON_SITE =
            Pattern.compile(" (?:auf|bei|on|at|from|en|sur|su|em|op) [\\w-]{1,60}(?:\\.[a-z]{2,7}){1,2}$");

    /** The link beside the heading of a form, that calls off a reply. */
    private static final List<String> CALLING_OFF = List.of(
            " cancel reply",
            " antwort abbrechen",
            " antworten abbrechen",
            " annuler la réponse",
            " cancelar la respuesta",
            " cancelar respuesta",
            " annulla risposta",
            " cancelar resposta",
            " reactie annuleren",
            " anuluj pisanie odpowiedzi");

    /** Characters, marks and numbers included. */
    private static final int LONGEST = 300;

    private EndHeadings() {}

    /** Whether a line is such an announcement: "Related stories:", "[WORLD] Latest Stories", "Comments 12". */
    public static boolean isEnd(String text) {
        if (text.length() > LONGEST || !mayBeEnd(text)) {
            return false;
        }
        String line = Lower.of(text).replace('’', '\'').strip();
        if (line.startsWith("[") && line.indexOf(']') > 0) {
            line = line.substring(line.indexOf(']') + 1).strip();
        }
        line = withoutCallingOff(line.indexOf('.') > 0 ? ON_SITE.matcher(line).replaceFirst("") : line);
        int end = line.length();
        while (end > 0 && !Character.isLetter(line.charAt(end - 1))) {
            end--;
        }
        return ENDS.contains(line.substring(0, end));
    }

    /** Whether it begins as one of them does; of other writing than ASCII, and behind blanks or a bracket, that is left open. */
    private static boolean mayBeEnd(String text) {
        boolean told = text.length() > 1 && isPlain(text.charAt(0)) && isPlain(text.charAt(1));
        return !told || STARTS.begins(text);
    }

    private static String start(String end) {
        int apostrophe = end.indexOf('\'');
        return apostrophe < 0 ? end : end.substring(0, Math.max(2, apostrophe));
    }

    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x80 && c != '[';
    }

    private static String withoutCallingOff(String line) {
        for (String end : CALLING_OFF) {
            if (line.endsWith(end)) {
                return line.substring(0, line.length() - end.length());
            }
        }
        return line;
    }
}
