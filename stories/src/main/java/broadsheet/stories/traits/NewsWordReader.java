package broadsheet.stories.traits;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into words: runs of letters, digits and marks, whatever the script. Scripts that put no spaces between words
 * give each two neighbouring letters instead. One pass, never more words than asked for.
 */
final class NewsWordReader {

    private static final int LONGEST = 40;
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);
    private static final String SENTENCE_BREAKS =
            ".!?\u2026:;\n\r\"\u201c\u201d\u201e\u00ab\u00bb\u2013\u2014|\u3002\uff01\uff1f";

    private final String text;
    private final int most;
    private final List<NewsWord> words = new ArrayList<>();
    private int position;
    private boolean fresh = true;

    private NewsWordReader(String text, int most) {
        this.text = text;
        this.most = most;
    }

    /** The first words of a text, in order. */
    static List<NewsWord> read(String text, int most) {
        var reader = new NewsWordReader(text, most);
        reader.scan();
        return reader.words;
    }

    private void scan() {
        while (position < text.length() && words.size() < most) {
            int letter = text.codePointAt(position);
            if (Character.isDigit(letter)) {
                readNumber();
            } else if (!Character.isLetter(letter)) {
                fresh |= SENTENCE_BREAKS.indexOf(letter) >= 0;
                position += Character.charCount(letter);
            } else if (isWithoutSpaces(letter)) {
                readPairs();
            } else {
                readWord();
            }
        }
    }

    private void readNumber() {
        int start = position;
        while (position < text.length() && isInNumber(position)) {
            position++;
        }
        add(number(text.substring(start, Math.min(position, start + LONGEST))), NewsWord.Kind.NUMBER, false);
    }

    private boolean isInNumber(int at) {
        char c = text.charAt(at);
        return Character.isDigit(c)
                || ((c == '.' || c == ',') && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)));
    }

    /** {@code 1,200} and {@code 1.200} are 1200, {@code 6,5} is 6.5; the digits of all scripts are those of one. */
    private static String number(String written) {
        var digits = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
            } else if (!isBetweenThousands(written, i)) {
                digits.append('.');
            }
        }
        return digits.toString();
    }

    private static boolean isBetweenThousands(String written, int mark) {
        int end = mark + 1;
        while (end < written.length() && Character.isDigit(written.charAt(end))) {
            end++;
        }
        boolean isGroup = end - mark == 4;
        return isGroup && (mark <= 3 || written.charAt(mark - 4) == written.charAt(mark));
    }

    private void readWord() {
        int start = position;
        boolean capital = Character.isUpperCase(text.codePointAt(position));
        while (position < text.length() && isInWord(position)) {
            position += Character.charCount(text.codePointAt(position));
        }
        add(plain(text.substring(start, Math.min(position, start + LONGEST))), NewsWord.Kind.WORD, capital);
    }

    private boolean isInWord(int at) {
        int c = text.codePointAt(at);
        if (Character.isLetterOrDigit(c)) {
            return !isWithoutSpaces(c);
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || (isApostrophe(c) && at + 1 < text.length() && Character.isLetter(text.codePointAt(at + 1)));
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02bc';
    }

    /** In small letters, without accents, and without what an apostrophe ties to it: {@code Obama's}, {@code l'État}. */
    private static String plain(String word) {
        String rest = word;
        int apostrophe = Math.max(Math.max(word.indexOf('\''), word.indexOf('\u2019')), word.indexOf('\u02bc'));
        if (apostrophe > 0) {
            rest = apostrophe <= 2 ? word.substring(apostrophe + 1) : word.substring(0, apostrophe);
        }
        return withoutAccents(rest.toLowerCase(Locale.ROOT));
    }

    private static String withoutAccents(String word) {
        if (word.chars().allMatch(c -> c < 128)) {
            return word;
        }
        var plain = new StringBuilder();
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        boolean dropsMarks = script != UnicodeScript.DEVANAGARI && script != UnicodeScript.BENGALI;
        Normalizer.normalize(word, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> !dropsMarks || Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private void readPairs() {
        int before = 0;
        while (position < text.length() && words.size() < most) {
            int letter = text.codePointAt(position);
            if (!isWithoutSpaces(letter)) {
                break;
            }
            if (before != 0) {
                add(Character.toString(before) + Character.toString(letter), NewsWord.Kind.PAIR, false);
            }
            before = letter;
            position += Character.charCount(letter);
        }
    }

    private static boolean isWithoutSpaces(int letter) {
        return letter >= 0x0E00 && WITHOUT_SPACES.contains(UnicodeScript.of(letter));
    }

    private void add(String word, NewsWord.Kind kind, boolean capital) {
        if (!word.isEmpty()) {
            words.add(new NewsWord(word, kind, capital, fresh));
            fresh = false;
        }
    }
}
