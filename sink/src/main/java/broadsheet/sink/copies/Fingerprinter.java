package broadsheet.sink.copies;

import java.text.Normalizer;

/**
 * Makes fingerprints. Words are runs of letters and digits in lower case after Unicode compatibility folding; a 4-gram
 * never crosses a sentence, so that moving a paragraph breaks none. Scripts without spaces count each character as a
 * word and take 8 of them. Not thread-safe: it reuses its buffers.
 */
public final class Fingerprinter {

    /** 4-grams kept of a text. */
    static final int SHINGLES = 64;
    /** Numbers and names kept of a text, each. */
    static final int MARKS = 16;

    /** Stands for the number of a word that is none. */
    static final long NO_NUMBER = 0;

    static final long ANY_NUMBER = 1;
    private static final long ANY_NAME = 2;
    private static final long NOTHING = 3;

    private static final int SHORT = 4;
    private static final int LONG = 8;

    private final FeatureHashes shingles = new FeatureHashes();
    private final FeatureHashes numbers = new FeatureHashes();
    private final FeatureHashes names = new FeatureHashes();
    private final FeatureHashes places = new FeatureHashes();
    private final SlotFilter slots = new SlotFilter();
    private final long[] window = new long[LONG];
    private final SentenceHashes sentences = new SentenceHashes();
    private int wordsInSentence;
    private long whole;
    private EditorialNotice notice = EditorialNotice.NONE;
    // The last two words, where any number and any name counts as one.
    private long beforeLast;
    private long last;
    // The last number that has no place yet, and the two words before it.
    private long placed;
    private long before;

    /** The fingerprint of a text that has no headline; blank lines separate its blocks. */
    public Fingerprint of(String text) {
        return of("", text);
    }

    /** The fingerprint of a text; of the headline only is noted whether it says that the text corrects an earlier one. */
    public Fingerprint of(String headline, String text) {
        notice = EditorialNotice.of(headline, text);
        shingles.clear();
        numbers.clear();
        names.clear();
        places.clear();
        slots.clear();
        sentences.clear();
        whole = 0;
        startSentence();
        new WordReader(folded(text), this).scan();
        endSentence();
        return build();
    }

    private static String folded(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Combining marks, Arabic presentation forms, ligatures, half and full width: where one text has two codes.
            if ((c >= 0x300 && c < 0x370) || c >= 0xF900) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    /**
     * Takes the next word.
     *
     * @param number hash of the number that it is or begins with, or {@link #NO_NUMBER}
     */
    void word(long hash, long number, boolean capital, boolean character) {
        window[wordsInSentence % LONG] = hash;
        wordsInSentence++;
        whole = Hash.mix(whole + hash);
        sentences.word(hash, number);
        int length = character ? LONG : SHORT;
        if (wordsInSentence >= length) {
            shingles.add(shingle(length), sentences.count());
        }
        long kind = hash;
        if (number != NO_NUMBER) {
            numbers.add(Hash.fold(number), sentences.count());
            kind = ANY_NUMBER;
        } else if (capital && wordsInSentence > 1) {
            names.add(Hash.fold(hash), sentences.count());
            kind = ANY_NAME;
        }
        place(kind);
        if (number != NO_NUMBER) {
            before = beforeLast * 31 + last;
            placed = number;
        }
        beforeLast = last;
        last = kind;
    }

    /** Takes the same word for the slots; see {@link SlotFilter#take}. */
    void slot(long hash, long number, boolean capital, char mark, boolean character, int letters, int set) {
        slots.take(hash, number, capital, mark, character, letters, set);
    }

    /** Notes the last number, if there is one, with the words around it: two before, this one after. */
    private void place(long after) {
        if (placed != NO_NUMBER) {
            int place = Hash.fold(before * 31 + after) & 0xFFFF_0000;
            places.add(place | (Hash.fold(placed) >>> 16), sentences.count());
            placed = NO_NUMBER;
        }
    }

    private int shingle(int length) {
        long hash = length;
        for (int i = wordsInSentence - length; i < wordsInSentence; i++) {
            hash = (hash ^ window[i % LONG]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return Hash.fold(hash);
    }

    /** Ends the sentence. One of fewer than four words has no 4-gram and is not counted. */
    void endSentence() {
        place(NOTHING);
        if (wordsInSentence >= SHORT) {
            sentences.end();
        }
        startSentence();
    }

    private void startSentence() {
        slots.beginSentence(sentences.count());
        beforeLast = NOTHING;
        last = NOTHING;
        wordsInSentence = 0;
        sentences.begin();
    }

    private Fingerprint build() {
        int total = shingles.count();
        int distinct = shingles.sortDistinct();
        var sizes = new short[sentences.kept()];
        for (int i = 0; i < distinct; i++) {
            int place = sentences.place(shingles.sentence(i));
            shingles.move(i, place);
            if (place < sizes.length && sizes[place] < Short.MAX_VALUE) {
                sizes[place]++;
            }
        }
        int repetition = total == 0 ? 0 : (total - distinct) * 100 / total;
        return Fingerprint.of(
                whole,
                notice,
                distinct,
                repetition,
                sentences.hashes(),
                sizes,
                sentences.patterns(),
                Sample.of(shingles.sorted(), distinct, SHINGLES),
                marks(numbers),
                marks(names),
                marks(places),
                slots.end(sentences::place));
    }

    private Sample marks(FeatureHashes features) {
        int distinct = features.sortDistinct();
        int kept = Math.min(distinct, MARKS);
        for (int i = 0; i < kept; i++) {
            features.move(i, sentences.place(features.sentence(i)));
        }
        return Sample.of(features.sorted(), distinct, MARKS);
    }
}
