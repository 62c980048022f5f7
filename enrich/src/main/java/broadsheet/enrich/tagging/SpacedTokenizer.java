package broadsheet.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a line of text into tokens: words, numbers and single punctuation marks.
 *
 * <p>Web addresses, handles and hashtags stay whole. Hyphens and slashes always separate ({@code Moscow-based} holds the
 * name {@code Moscow}); the tagger joins again what belongs together. Full stops stay with initials ({@code U.S.}) and
 * known abbreviations ({@code Mr.}); what comes off at an apostrophe, and whether each character is a token, is a matter of
 * the language ({@link Orthography}). Every token lies within one run of non-space characters, and linear time is spent
 * on any input.
 */
public final class Tokenizer {
    /** Characters of a token that are looked at; no word has so many. */
    private static final int LONGEST = 500;

    private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m", "t");

    /** Longer beginnings than {@code dell'} are not elided. */
    private static final int LONGEST_ELISION = 6;

    private final Orthography orthography;

    Tokenizer(Orthography orthography) {
        this.orthography = orthography;
    }

    /** The tokens of the part of {@code text} from {@code start} to {@code end}, in order. */
    List<Token> tokens(CharSequence text, int start, int end) {
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

    private void splitChunk(CharSequence text, int start, int end, List<Token> tokens) {
        if (isAddress(text, start, end)) {
            add(text, start, end, start, tokens);
            return;
        }
        int at = start;
        while (at < end) {
            if (orthography.byCharacters() && isCharacter(text, at)) {
                int stop = at + Character.charCount(Character.codePointAt(text, at));
                add(text, at, stop, start, tokens);
                at = stop;
                continue;
            }
            int stop = isWordPart(text, at) ? wordEnd(text, at, end) : markEnd(text, at, end);
            at = addWord(text, start, at, stop, tokens);
        }
    }

    /** Adds the token from {@code at} to {@code stop}, its clitic apart; returns where the next one starts. */
    private int addWord(CharSequence text, int chunk, int at, int stop, List<Token> tokens) {
        int cut = cutAtApostrophe(text, at, stop);
        if (cut > at && cut < stop) {
            add(text, at, cut, chunk, tokens);
            add(text, cut, stop, chunk, tokens);
        } else {
            add(text, at, stop, chunk, tokens);
        }
        return stop;
    }

    /** Where the part before or after an apostrophe comes off; {@code start} if none does. */
    private int cutAtApostrophe(CharSequence text, int start, int end) {
        return switch (orthography.apostrophe()) {
            case CLITIC -> cliticStart(text, start, end);
            case ELISION -> {
                int mark = apostrophe(text, start, Math.min(end, start + LONGEST_ELISION));
                yield mark < 0 ? start : mark + 1;
            }
            case SUFFIX -> Math.max(start, apostrophe(text, start, end));
            case INSIDE -> start;
        };
    }

    private static int apostrophe(CharSequence text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (text.charAt(at) == '\'' || text.charAt(at) == '’') {
                return at;
            }
        }
        return -1;
    }

    private static void add(CharSequence text, int start, int end, int chunk, List<Token> tokens) {
        int seen = Math.min(end, start + LONGEST);
        tokens.add(new Token(start, end, text.subSequence(start, seen).toString(), start > chunk));
    }

    private int wordEnd(CharSequence text, int start, int end) {
        int at = start;
        while (at < end && !(orthography.byCharacters() && isCharacter(text, at))) {
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

    /** A letter of a script without capitals: Han, Kana, Hangul. */
    private static boolean isCharacter(CharSequence text, int at) {
        return text.charAt(at) >= Shape.FIRST_CHARACTER && Character.isLetter(Character.codePointAt(text, at));
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

    private boolean keepsStop(CharSequence text, int start, int at, int end) {
        int length = at - start;
        boolean initial = length == 1 && Character.isUpperCase(text.charAt(start));
        boolean initials = length >= 3 && text.charAt(at - 2) == '.' && Character.isLetter(text.charAt(at - 1));
        if (initial || initials) {
            return true;
        }
        return length <= 6
                && (at + 1 == end || text.charAt(at + 1) == ',')
                && orthography.isAbbreviation(
                        text.subSequence(start, at).toString().toLowerCase(Locale.ROOT));
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
