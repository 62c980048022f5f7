package broadsheet.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is known about one token before any model is asked. Numbers are hashes or small codes; 0 means "none".
 *
 * <p>Used by one thread while one document is read; package-private fields because the feature loop reads them some fifty
 * times a token.
 */
final class Clues {
    /** Stands for the places before the first and after the last token of a sentence. */
    static final Clues OUTSIDE = new Clues();

    private static final Set<String> NAME_PARTICLES =
            Set.of("van", "von", "de", "al", "el", "bin", "ibn", "del", "la", "le");

    private static final int LONGEST_ENDING = 3;
    private static final int SHORTEST_STEM = 4;

    final String lower;
    final boolean capital;
    /** Whether a name may hold the token without a neighbour saying so: a capital, or a letter of a script without them. */
    final boolean candidate;

    final boolean digit;
    final boolean letter;
    final boolean glued;
    final int word;
    final int exact;
    final int shape;
    final int gazetteerWord;
    final int cluster;
    final int prefix4;
    final int prefix6;
    final int prefix10;
    /** What the language's own lists say; see {@link WordKinds#of}. */
    final int vocabulary;
    /** The kinds of the English name that the word becomes without its ending, and how long that is. */
    final int stem;
    /** What a dictionary makes of the token, and of which word; see {@link Token}. */
    final int sort;

    final int whole;
    /** What known names the token is part of; see {@link KnownNames#mark}. */
    int gazetteer;
    /** How the line that the token stands in is capitalised. */
    int lineCase;
    /** What the rest of the document says of the word; see {@link DocumentContext}. */
    int elsewhere;

    int elsewhereBefore;
    int elsewhereAfter;
    int elsewhereGazetteer;
    boolean inRun;

    private Clues() {
        lower = "";
        capital = false;
        candidate = false;
        digit = false;
        letter = false;
        glued = false;
        word = 1;
        exact = 1;
        shape = 0;
        gazetteerWord = 0;
        cluster = 0;
        prefix4 = 0;
        prefix6 = 0;
        prefix10 = 0;
        vocabulary = 0;
        stem = 0;
        sort = 1;
        whole = 1;
    }

    private Clues(Token token, Lexicon lexicon) {
        Clusters clusters = lexicon.clusters();
        String text = token.text();
        char first = text.charAt(0);
        String normal = digitsToZero(text);
        lower = normal.toLowerCase(Locale.ROOT);
        capital = Character.isUpperCase(first);
        digit = Character.isDigit(first);
        letter = Character.isLetter(first) || Character.isSurrogate(first);
        candidate = capital || (letter && !lexicon.orthography().capitals());
        glued = token.glued();
        word = Hashing.of(lower);
        exact = Hashing.of(normal);
        shape = Shape.of(text);
        String latin = lexicon.isOther() ? Latin.of(normal) : normal;
        gazetteerWord = KnownNames.token(lexicon.isOther() ? Latin.of(text) : text);
        cluster = clusters.of(lexicon.isOther() ? Hashing.of(latin.toLowerCase(Locale.ROOT)) : word);
        prefix4 = clusters.prefix4(cluster);
        prefix6 = clusters.prefix6(cluster);
        prefix10 = clusters.prefix10(cluster);
        vocabulary = lexicon.vocabulary()
                .of(token.sort().isEmpty() ? lower : token.word().toLowerCase(Locale.ROOT));
        stem = capital && lexicon.isOther() ? stem(latin, lexicon.gazetteer()) : 0;
        sort = token.sort().isEmpty() ? 0 : Hashing.of(token.sort());
        whole = token.sort().isEmpty() ? word : Hashing.of(token.word());
    }

    private static int stem(String word, KnownNames gazetteer) {
        for (int cut = 1; cut <= LONGEST_ENDING && word.length() - cut >= SHORTEST_STEM; cut++) {
            int kinds = gazetteer.kinds(KnownNames.extend(0, KnownNames.token(word.substring(0, word.length() - cut))));
            if (kinds != 0) {
                return kinds | cut << KnownNames.KINDS;
            }
        }
        return 0;
    }

    /** The clues of each token of a sentence. */
    static List<Clues> of(List<Token> sentence, Lexicon lexicon) {
        List<Clues> clues = new ArrayList<>(sentence.size());
        for (Token token : sentence) {
            clues.add(new Clues(token, lexicon));
        }
        int lineCase = lineCase(clues);
        for (Clues each : clues) {
            each.lineCase = lineCase;
        }
        lexicon.gazetteer().mark(clues);
        return clues;
    }

    /** Whether a name may start here; keeps the gazetteer from looking at each common word. */
    boolean mayStartName() {
        return capital || digit || NAME_PARTICLES.contains(lower);
    }

    /** 1 usual, 2 all capitals, 3 a headline with most words capitalised, 4 no capitals at all. */
    private static int lineCase(List<Clues> sentence) {
        int words = 0;
        int capitals = 0;
        int small = 0;
        int allCapitals = 0;
        for (Clues clues : sentence) {
            if (!clues.letter) {
                continue;
            }
            words++;
            capitals += clues.capital ? 1 : 0;
            small += !clues.capital && clues.lower.length() > 3 ? 1 : 0;
            allCapitals += clues.capital && clues.shape / 3 == 6 && clues.lower.length() > 1 ? 1 : 0;
        }
        if (words >= 3 && allCapitals * 10 >= words * 8) {
            return 2;
        }
        if (capitals == 0) {
            return 4;
        }
        return words >= 4 && small * 5 <= words && capitals * 2 > words ? 3 : 1;
    }

    private static String digitsToZero(String text) {
        int at = 0;
        while (at < text.length() && !(text.charAt(at) >= '1' && text.charAt(at) <= '9')) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (int i = at; i < chars.length; i++) {
            chars[i] = chars[i] >= '1' && chars[i] <= '9' ? '0' : chars[i];
        }
        return new String(chars);
    }
}
