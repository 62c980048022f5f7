package broadsheet.ingest.metadata;

import broadsheet.ingest.html.WordSet;
import broadsheet.ingest.limits.Lower;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words by a date say that it is the date of, in the languages of the press. */
enum DateLabel {
    /** Nothing is said. */
    NONE,
    /** The first publication, which others may have followed. */
    FIRST,
    PUBLISHED,
    CHANGED,
    /** A membership, an offer, an event. */
    OTHER;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\u200c'’]+");
    private static final Pattern NO_LETTER_AHEAD = Pattern.compile("^[^\\p{L}]+");
    private static final int MOST_WORDS = 4;
    /** Words with other meanings, which count at the beginning of a line or right before the date. */
    private static final Set<String> GENERIC = Set.of(
            "date", "data", "datum", "dato", "fecha", "stand", "tarih", "дата", "датум", "post", "release", "update");

    private static final Map<String, DateLabel> PHRASES = phrases();
    /** The first words of those of several. */
    private static final WordSet STARTS = new WordSet(PHRASES.keySet().stream()
            .filter(phrase -> phrase.indexOf(' ') > 0)
            .map(phrase -> phrase.substring(0, phrase.indexOf(' ')))
            .toList());

    /** Those in writing that puts no blanks between words. */
    private static final List<String> UNSPACED =
            PHRASES.keySet().stream().filter(DateLabel::isUnspaced).toList();

    /** Whether it says that the date is that of the page's publication. */
    boolean isPublication() {
        return this == PUBLISHED || this == FIRST;
    }

    /** What the last words of a text say that says anything. */
    static DateLabel lastIn(String text) {
        return in(text, true);
    }

    /** What the first words of a text say that says anything. */
    static DateLabel firstIn(String text) {
        return in(text, false);
    }

    /** What a text says that begins with such words and has few others. */
    static DateLabel startOf(String text) {
        String[] words =
                NO_LETTERS.split(NO_LETTER_AHEAD.matcher(Lower.of(text)).replaceFirst(""), 0);
        if (words.length > MOST_WORDS + 1) {
            return NONE;
        }
        for (int length = Math.min(MOST_WORDS, words.length); length > 0; length--) {
            DateLabel label = length == 1 ? single(words[0]) : PHRASES.getOrDefault(join(words, 0, length), NONE);
            if (label != NONE) {
                return label;
            }
        }
        return NONE;
    }

    private static DateLabel in(String text, boolean last) {
        String[] words = NO_LETTERS.split(Lower.of(text), 0);
        DateLabel found = text.indexOf('©') >= 0 ? OTHER : NONE;
        for (int i = 0; i < words.length && (last || found == NONE); i++) {
            int most = STARTS.contains(words[i]) ? MOST_WORDS : 1;
            for (int length = Math.min(most, words.length - i); length > 0; length--) {
                DateLabel label = length == 1 ? single(words[i]) : PHRASES.get(join(words, i, length));
                boolean isAside = length == 1 && GENERIC.contains(words[i]) && i > 0 && i + 1 < words.length;
                if (label != null && label != NONE && !isAside) {
                    found = label;
                    i += length - 1;
                    break;
                }
            }
        }
        return found;
    }

    private static DateLabel single(String word) {
        DateLabel whole = PHRASES.getOrDefault(word, NONE);
        if (whole != NONE || !isUnspaced(word)) {
            return whole;
        }
        int longest = 0;
        for (String phrase : UNSPACED) {
            if (phrase.length() > longest && word.contains(phrase)) {
                longest = phrase.length();
                whole = PHRASES.getOrDefault(phrase, NONE);
            }
        }
        return whole;
    }

    private static String join(String[] words, int from, int length) {
        return String.join(" ", List.of(words).subList(from, from + length));
    }

    private static boolean isUnspaced(String word) {
        if (word.isEmpty()) {
            return false;
        }
        return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static Map<String, DateLabel> phrases() {
        var lists = WordLists.read("date-labels.txt");
        Map<String, DateLabel> phrases = new HashMap<>();
        lists.under("first").forEach(phrase -> phrases.put(phrase, FIRST));
        lists.under("changed").forEach(phrase -> phrases.putIfAbsent(phrase, CHANGED));
        lists.under("published").forEach(phrase -> phrases.putIfAbsent(phrase, PUBLISHED));
        lists.under("other").forEach(phrase -> phrases.putIfAbsent(phrase, OTHER));
        return Map.copyOf(phrases);
    }
}
