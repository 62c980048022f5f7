package broadsheet.enrich.tagging;

import java.util.List;

/**
 * Turns the clues of a token and its neighbours into rows of the weight table.
 *
 * <p>Each template has a number that seeds the hash of its value, and the hash's top bits are the row. Two features may
 * share a row; with some millions of rows and weights that are mostly zero it costs little (Weinberger et al., "Feature
 * Hashing for Large Scale Multitask Learning", 2009).
 */
public final class TokenFeatures {
    /** No token has more. */
    static final int MAX = 128;

    private static final int REACH = 4;

    private final int shift;
    private final Lexicon lexicon;
    private final int[] rows = new int[MAX];
    private int count;
    private int template;

    /** @param bits the table has two to the power of {@code bits} rows */
    TokenFeatures(int bits, Lexicon lexicon) {
        this.shift = 32 - bits;
        this.lexicon = lexicon;
    }

    /** How many rows {@link #rows} holds. */
    int count() {
        return count;
    }

    /** The rows of the token last given to {@link #extract}; valid until the next call. */
    int[] rows() {
        return rows;
    }

    /**
     * Whether the token can be part of a name at all: it or a near neighbour is capitalised, or the script has no capitals. The others, about half of
     * all tokens, are outside by definition, in training too.
     */
    static boolean mayBeName(List<Clues> sentence, int at) {
        Clues token = sentence.get(at);
        if (token.candidate) {
            return true;
        }
        int from = Math.max(0, at - 2);
        int to = Math.min(sentence.size() - 1, at + 2);
        for (int i = from; i <= to; i++) {
            if (sentence.get(i).candidate) {
                return true;
            }
        }
        return false;
    }

    /** Fills {@link #rows} for the token at {@code at}. */
    void extract(List<Clues> sentence, int at) {
        count = 0;
        template = 0;
        Clues token = sentence.get(at);
        Clues before = at(sentence, at - 1);
        Clues after = at(sentence, at + 1);
        Clues before2 = at(sentence, at - 2);
        Clues after2 = at(sentence, at + 2);
        words(token, before, after, before2, after2);
        shapes(token, before, after, before2, after2);
        clusters(token, before, after, before2, after2);
        affixes(token);
        knownNames(token, before, after);
        elsewhere(token);
        surroundings(sentence, at);
        if (lexicon.isOther()) {
            vocabulary(token, before, after);
        }
        if (lexicon.orthography().hasDictionary()) {
            characters(sentence, at);
            sorts(sentence, at);
        }
    }

    private void words(Clues token, Clues before, Clues after, Clues before2, Clues after2) {
        add(0);
        add(token.word);
        add(token.exact);
        add(before.word);
        add(after.word);
        add(before2.word);
        add(after2.word);
        add(before.word, token.word);
        add(token.word, after.word);
        add(before.word, token.shape);
        add(after.word, token.shape);
        add(Hashing.of(before2.word, before.word), token.shape);
        add(Hashing.of(after.word, after2.word), token.shape);
    }

    private void shapes(Clues token, Clues before, Clues after, Clues before2, Clues after2) {
        int glue = (token.glued ? 1 : 0) + (after.glued ? 2 : 0);
        add(token.shape, glue);
        add(before.shape, token.shape);
        add(token.shape, after.shape);
        add(Hashing.of(before.shape, token.shape), after.shape);
        add(Hashing.of(before2.shape, before.shape), Hashing.of(after.shape, after2.shape));
        add(token.shape, token.lineCase * 2 + (before == Clues.OUTSIDE ? 1 : 0));
        add(token.cluster, token.lineCase * 2 + (before == Clues.OUTSIDE ? 1 : 0));
    }

    private void clusters(Clues token, Clues before, Clues after, Clues before2, Clues after2) {
        add(token.cluster);
        add(token.prefix10);
        add(token.prefix6);
        add(token.prefix4);
        add(token.cluster, token.shape);
        add(before.cluster);
        add(after.cluster);
        add(before.prefix6);
        add(after.prefix6);
        add(before2.cluster);
        add(after2.cluster);
        add(before.cluster, token.cluster);
        add(token.cluster, after.cluster);
        add(before.cluster, token.shape);
        add(after.cluster, token.shape);
        add(Hashing.of(before.prefix10, token.prefix10), after.prefix10);
    }

    private void affixes(Clues token) {
        String word = token.lower;
        int length = word.length();
        for (int size = 2; size <= 4; size++) {
            if (length > size) {
                add(Hashing.of(word, 0, size));
                add(Hashing.of(word, length - size, length), token.capital ? 1 : 0);
            } else {
                template += 2;
            }
        }
    }

    private void knownNames(Clues token, Clues before, Clues after) {
        for (int kind = 0; kind < KnownNames.KINDS; kind++) {
            int position = (token.gazetteer >>> (3 * kind)) & 7;
            if (position != 0) {
                add(position);
            } else {
                template++;
            }
        }
        add(token.gazetteer);
        add(token.gazetteer, token.shape);
        add(token.gazetteer, token.cluster);
        add(before.gazetteer);
        add(after.gazetteer);
        add(Hashing.of(before.gazetteer, token.gazetteer), after.gazetteer);
    }

    private void elsewhere(Clues token) {
        if (token.elsewhere == 0) {
            template += 6;
            return;
        }
        add(token.elsewhere);
        add(token.elsewhere, token.cluster);
        add(token.elsewhereBefore);
        add(token.elsewhereAfter);
        add(token.elsewhereGazetteer, token.elsewhere);
        add(Hashing.of(token.elsewhereBefore, token.elsewhereAfter));
    }

    /** The words to the left and right without their distance, from the second on. */
    private void surroundings(List<Clues> sentence, int at) {
        int left = template++;
        int right = template++;
        for (int i = 2; i <= REACH; i++) {
            put(left, at(sentence, at - i).word);
            put(right, at(sentence, at + i).word);
        }
    }

    private void vocabulary(Clues token, Clues before, Clues after) {
        add(token.vocabulary);
        add(token.vocabulary, token.shape);
        add(token.vocabulary, token.gazetteer);
        add(token.vocabulary, token.lineCase * 2 + (before == Clues.OUTSIDE ? 1 : 0));
        add(before.vocabulary);
        add(after.vocabulary);
        add(before.vocabulary, token.vocabulary);
        add(token.vocabulary, after.vocabulary);
        add(token.stem);
        add(token.stem & 0xFF, token.shape);
        add(token.stem, token.vocabulary);
        add(token.stem, token.gazetteer);
    }

    /** What two and three characters say that one does not. */
    private void characters(List<Clues> sentence, int at) {
        Clues token = sentence.get(at);
        Clues before = at(sentence, at - 1);
        Clues after = at(sentence, at + 1);
        int pairBefore = Hashing.of(at(sentence, at - 2).word, before.word);
        int pairAfter = Hashing.of(after.word, at(sentence, at + 2).word);
        add(pairBefore);
        add(pairAfter);
        add(pairBefore, token.word);
        add(token.word, pairAfter);
        add(Hashing.of(before.word, token.word), after.word);
        add(Hashing.of(at(sentence, at - 3).word, pairBefore));
        add(Hashing.of(pairAfter, at(sentence, at + 3).word));
        add(Hashing.of(pairBefore, token.word), after.word);
        add(Hashing.of(before.word, token.word), pairAfter);
    }

    /** What the dictionary makes of the token and of what is near it. */
    private void sorts(List<Clues> sentence, int at) {
        Clues token = sentence.get(at);
        Clues before = at(sentence, at - 1);
        Clues after = at(sentence, at + 1);
        Clues before2 = at(sentence, at - 2);
        Clues after2 = at(sentence, at + 2);
        add(token.sort);
        add(before.sort);
        add(after.sort);
        add(before2.sort);
        add(after2.sort);
        add(before.sort, token.sort);
        add(token.sort, after.sort);
        add(Hashing.of(before.sort, token.sort), after.sort);
        add(Hashing.of(before2.sort, before.sort), token.sort);
        add(Hashing.of(token.sort, after.sort), after2.sort);
        add(token.sort, token.word);
        add(token.sort, before.whole);
        add(token.sort, after.whole);
        add(token.whole, token.sort);
        add(before.whole);
        add(after.whole);
        add(before2.whole);
        add(after2.whole);
    }

    private static Clues at(List<Clues> sentence, int at) {
        return at < 0 || at >= sentence.size() ? Clues.OUTSIDE : sentence.get(at);
    }

    private void add(int value) {
        put(template++, value);
    }

    private void add(int first, int second) {
        put(template++, Hashing.of(first, second));
    }

    private void put(int number, int value) {
        rows[count++] = Hashing.of(number + 1, value) >>> shift;
    }
}
