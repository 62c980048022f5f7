package broadsheet.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into sentences of tokens.
 *
 * <p>A line break always ends a sentence. Within a line one ends after {@code .}, {@code !}, {@code ?} and closing
 * quotes, if what follows starts like a sentence; the full stop of an abbreviation or of initials ends one only before a
 * word that rarely continues a name. A sentence has at most {@value #MAX_TOKENS} tokens, so that hostile text costs no
 * more than other text.
 */
public final class Sentences {
    /** Longest sentence, in tokens. */
    static final int MAX_TOKENS = 1000;

    /** So many closing marks may stand between a full stop and the end of its sentence. */
    private static final int MAX_CLOSING = 4;

    /** After initials such as "U.S." these start a new sentence; most other capitalised words continue a name. */
    private static final Set<String> STARTERS =
            Set.of("""
        The A An He She It They We I You But And In On At As If This That These Those There His Her Its
        Their When While After Before For However Some So To By From With Since What Who How No Not Now
        Yet
        """.strip().replace('\n', ' ').split(" ", 0));

    /** These end a sentence with nothing behind them. */
    private static final String FULL_WIDTH_STOPS = "。！？";

    /** Longer numbers before a full stop are no ordinals. */
    private static final int LONGEST_ORDINAL = 2;

    private final Orthography orthography;

    private Sentences(Orthography orthography) {
        this.orthography = orthography;
    }

    /** The sentences of {@code text} in order; none is empty. */
    public static List<List<Token>> of(String text, Orthography orthography) {
        return new Sentences(orthography).of(text);
    }

    private List<List<Token>> of(String text) {
        Tokenizer tokenizer = Tokenizer.of(orthography);
        List<List<Token>> sentences = new ArrayList<>();
        int line = 0;
        while (line < text.length()) {
            int end = lineEnd(text, line);
            cut(tokenizer.tokens(text, line, end), sentences);
            line = end + 1;
        }
        return sentences;
    }

    private static int lineEnd(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private void cut(List<Token> line, List<List<Token>> sentences) {
        int start = 0;
        for (int i = 0; i < line.size(); i++) {
            boolean last = i + 1 == line.size();
            if (last || i + 1 - start >= MAX_TOKENS || endsSentence(line, i)) {
                sentences.add(line.subList(start, i + 1));
                start = i + 1;
            }
        }
    }

    private boolean endsSentence(List<Token> line, int i) {
        Token next = line.get(i + 1);
        if (next.glued()) {
            return FULL_WIDTH_STOPS.indexOf(line.get(i).text().charAt(0)) >= 0;
        }
        int stop = i;
        while (stop > 0 && i - stop < MAX_CLOSING && isClosing(line.get(stop).text())) {
            stop--;
        }
        String mark = line.get(stop).text();
        if (!startsLikeSentence(next.text(), line, i + 1)) {
            return false;
        }
        if (mark.equals(".") && orthography.ordinals() && isOrdinal(line, stop)) {
            return false;
        }
        if (mark.equals("।") || mark.equals("؟") || mark.equals("۔")) {
            return true;
        }
        if (mark.equals(".") || mark.equals("!") || mark.equals("?") || mark.equals("…")) {
            return true;
        }
        boolean stopped = mark.length() > 1 && mark.charAt(mark.length() - 1) == '.' && mark.charAt(0) != '.';
        return stopped && STARTERS.contains(next.text()) && !isTitle(mark);
    }

    private static boolean isOrdinal(List<Token> line, int stop) {
        if (stop == 0) {
            return false;
        }
        String number = line.get(stop - 1).text();
        return number.length() <= LONGEST_ORDINAL && Character.isDigit(number.charAt(0));
    }

    private static boolean isTitle(String abbreviation) {
        return switch (abbreviation.toLowerCase(Locale.ROOT)) {
            case "mr.", "mrs.", "ms.", "dr.", "prof.", "gen.", "sen.", "rep.", "gov.", "lt.", "col.", "capt.", "st." ->
                true;
            default -> false;
        };
    }

    private static boolean isClosing(String text) {
        return text.length() == 1 && "\"'’”)]»".indexOf(text.charAt(0)) >= 0;
    }

    private static boolean startsLikeSentence(String word, List<Token> line, int at) {
        char first = word.charAt(0);
        if (Character.isUpperCase(first)
                || Character.isDigit(first)
                || Character.getType(first) == Character.OTHER_LETTER) {
            return true;
        }
        boolean opening = "\"'‘“([«•".indexOf(first) >= 0;
        return opening
                && at + 1 < line.size()
                && !Character.isLowerCase(line.get(at + 1).text().charAt(0));
    }
}
