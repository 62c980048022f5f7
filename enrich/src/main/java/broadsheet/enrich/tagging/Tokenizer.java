package broadsheet.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a line of English text into tokens: words, numbers and single punctuation marks.
 *
 * <p>Web addresses, handles and hashtags stay whole. Hyphens and slashes always separate ({@code Moscow-based} holds the
 * name {@code Moscow}); the tagger joins again what belongs together. Full stops stay with initials ({@code U.S.}) and
 * known abbreviations ({@code Mr.}); the clitics {@code 's}, {@code n't}, {@code 're} … come off. Every token lies
 * within one run of non-space characters, and linear time is spent on any input.
 */
public final class Tokenizer {
    private static final Set<String> ABBREVIATIONS = Set.of("""
                    mr mrs ms dr prof gen col lt maj capt cmdr adm sgt cpl pvt sen rep reps sens gov pres hon rev
                    fr st mt ft jr sr inc corp co cos ltd bros plc llc no nos vs etc dept univ assn jan feb mar apr
                    jun jul aug sept sep oct nov dec ave blvd rd al supt messrs ala ariz ark calif colo conn del
                    fla ga ill ind kan ky md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis
                    """.strip().split("\\s+"));
    /** Characters of a token that are looked at; no word has so many. */
    private static final int LONGEST = 500;

    private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m", "t");

    private Tokenizer() {}

    /** The tokens of the part of {@code text} from {@code start} to {@code end}, in order. */
    public static List<Token> tokens(CharSequence text, int start, int end) {
        List<Token> tokens = new ArrayList<>((end - start) / 5 + 1);
        int at = start;
        while (at < end) {
            if (isSpace(text.charAt(at))) {
                at++;
                continue;
            }
            int stop = at;
            while (stop < end && !isSpace(text.charAt(stop))) {
                stop++;
            }
            splitChunk(text, at, stop, tokens);
            at = stop;
        }
        return tokens;
    }

    /** Whether the lower-case word (without its full stop) is an abbreviation that keeps its full stop. */
    static boolean isAbbreviation(String word) {
        return ABBREVIATIONS.contains(word);
    }

    private static void splitChunk(CharSequence text, int start, int end, List<Token> tokens) {
        if (isAddress(text, start, end)) {
            add(text, start, end, start, tokens);
            return;
        }
        int at = start;
        while (at < end) {
            int stop = isWordPart(text, at) ? wordEnd(text, at, end) : markEnd(text, at, end);
            at = addWord(text, start, at, stop, tokens);
        }
    }

    /** Adds the token from {@code at} to {@code stop}, its clitic apart; returns where the next one starts. */
    private static int addWord(CharSequence text, int chunk, int at, int stop, List<Token> tokens) {
        int clitic = cliticStart(text, at, stop);
        if (clitic > at) {
            add(text, at, clitic, chunk, tokens);
            add(text, clitic, stop, chunk, tokens);
        } else {
            add(text, at, stop, chunk, tokens);
        }
        return stop;
    }

    private static void add(CharSequence text, int start, int end, int chunk, List<Token> tokens) {
        int seen = Math.min(end, start + LONGEST);
        tokens.add(new Token(start, end, text.subSequence(start, seen).toString(), start > chunk));
    }

    private static int wordEnd(CharSequence text, int start, int end) {
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            boolean inside = isWordPart(text, at)
                    || ((c == '\'' || c == '’') && at > start && at + 1 < end && isWordPart(text, at + 1))
                    || (c == '&' && at > start && at + 1 < end && Character.isUpperCase(text.charAt(at + 1)))
                    || ((c == '.' || c == ',') && betweenDigits(text, at, start, end))
                    || (c == '.' && isInnerStop(text, start, at, end));
            if (!inside) {
                break;
            }
            at++;
        }
        return at < end && text.charAt(at) == '.' && keepsStop(text, start, at, end) ? at + 1 : at;
    }

    private static boolean betweenDigits(CharSequence text, int at, int start, int end) {
        return at > start
                && at + 1 < end
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    /** A full stop after a single letter and before another letter: U.S, J.K. */
    private static boolean isInnerStop(CharSequence text, int start, int at, int end) {
        return at + 1 < end
                && Character.isLetter(text.charAt(at + 1))
                && Character.isLetter(text.charAt(at - 1))
                && (at - 1 == start || text.charAt(at - 2) == '.')
                && (at + 2 >= end || !Character.isLetter(text.charAt(at + 2)));
    }

    private static boolean keepsStop(CharSequence text, int start, int at, int end) {
        int length = at - start;
        boolean initial = length == 1 && Character.isUpperCase(text.charAt(start));
        boolean initials = length >= 3 && text.charAt(at - 2) == '.' && Character.isLetter(text.charAt(at - 1));
        if (initial || initials) {
            return true;
        }
        return length <= 6
                && (at + 1 == end || text.charAt(at + 1) == ',')
                && isAbbreviation(text.subSequence(start, at).toString().toLowerCase(Locale.ROOT));
    }

    private static int markEnd(CharSequence text, int at, int end) {
        char c = text.charAt(at);
        if ((c == '@' || c == '#') && at + 1 < end && isWordPart(text, at + 1)) {
            int stop = at + 1;
            while (stop < end && (isWordPart(text, stop) || text.charAt(stop) == '_')) {
                stop++;
            }
            return stop;
        }
        if (Character.isHighSurrogate(c) && at + 1 < end && Character.isLowSurrogate(text.charAt(at + 1))) {
            return at + 2;
        }
        int stop = at + 1;
        // a run of the same mark is one token: "...", "--"
        while (stop < end && text.charAt(stop) == c && (c == '.' || c == '-' || c == '=' || c == '*' || c == '_')) {
            stop++;
        }
        return stop;
    }

    private static int cliticStart(CharSequence text, int start, int end) {
        for (int back = 2; back <= 3 && end - back > start; back++) {
            char mark = text.charAt(end - back);
            if (mark == '\'' || mark == '’') {
                String tail = text.subSequence(end - back + 1, end).toString().toLowerCase(Locale.ROOT);
                boolean negation = tail.equals("t") && Character.toLowerCase(text.charAt(end - 3)) == 'n';
                if (negation && end - 3 > start) {
                    return end - 3;
                }
                return CLITICS.contains(tail) && !tail.equals("t") ? end - back : start;
            }
        }
        return start;
    }

    private static boolean isAddress(CharSequence text, int start, int end) {
        if (end - start < 6) {
            return false;
        }
        for (int i = start; i + 2 < end && i < start + 12; i++) {
            if (text.charAt(i) == ':' && text.charAt(i + 1) == '/' && text.charAt(i + 2) == '/') {
                return true;
            }
        }
        return startsWith(text, start, end, "www.") || startsWith(text, start, end, "pic.twitter");
    }

    private static boolean startsWith(CharSequence text, int start, int end, String prefix) {
        return end - start > prefix.length() && prefix.contentEquals(text.subSequence(start, start + prefix.length()));
    }

    private static boolean isWordPart(CharSequence text, int at) {
        char c = text.charAt(at);
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        if (Character.isSurrogate(c)) {
            return isLetterPair(text, at);
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isLetterPair(CharSequence text, int at) {
        int first = Character.isHighSurrogate(text.charAt(at)) ? at : at - 1;
        return first >= 0
                && first + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(first), text.charAt(first + 1))
                && Character.isLetter(Character.toCodePoint(text.charAt(first), text.charAt(first + 1)));
    }

    static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c == '\u200B'
                || c == '\uFEFF'
                || (c > 127 && Character.isWhitespace(c))
                || (c >= '\u2000' && c <= '\u200F')
                || c == '\u202F'
                || c == '\u2028'
                || c == '\u2029';
    }
}
