package broadsheet.sink.copies;

import java.text.Normalizer;
import java.util.Arrays;

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

    private static final long ANY_NUMBER = 1;
    private static final long ANY_NAME = 2;
    private static final long NOTHING = 3;

    private static final int EDGE = Sample.ANY_SENTENCE / 2;
    private static final int SHORT = 4;
    private static final int LONG = 8;

    private final FeatureHashes shingles = new FeatureHashes();
    private final FeatureHashes numbers = new FeatureHashes();
    private final FeatureHashes names = new FeatureHashes();
    private final FeatureHashes places = new FeatureHashes();
    private final SlotCollector slots = new SlotCollector();
    private final Dateline dateline = new Dateline(slots);
    private final long[] window = new long[LONG];
    private int[] sentences = new int[256];
    private int[] patterns = new int[256];
    private int sentenceCount;
    private int wordsInSentence;
    private long sentenceHash;
    private long patternHash;
    private boolean numberInSentence;
    private long whole;
    private boolean negated;
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
        sentenceCount = 0;
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
        sentenceHash = Hash.mix(sentenceHash * 31 + hash);
        patternHash = Hash.mix(patternHash * 31 + (number == NO_NUMBER ? hash : ANY_NUMBER));
        numberInSentence |= number != NO_NUMBER;
        int length = character ? LONG : SHORT;
        if (wordsInSentence >= length) {
            shingles.add(shingle(length), sentenceCount);
        }
        long kind = hash;
        if (number != NO_NUMBER) {
            numbers.add(Hash.fold(number), sentenceCount);
            kind = ANY_NUMBER;
        } else if (capital && wordsInSentence > 1) {
            names.add(Hash.fold(hash), sentenceCount);
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

    /**
     * Takes the same word for the slots.
     *
     * @param hash without an elided article
     * @param mark the mark before it, or any letter if there is none
     */
    void slot(long hash, long number, boolean capital, char mark, boolean character, int letters, int set) {
        // "<NEM>" and "(SIN)" are abbreviations, and deny nothing.
        boolean aside = capital && (mark == '<' || mark == '(');
        // A negation does not reach beyond its sentence, though that goes on in lower case.
        negated &= mark != '.' && mark != '!' && mark != '?';
        long meaning = number == NO_NUMBER ? TellingWords.meaning(hash) : number;
        if (meaning == TellingWords.CORRECTION
                || meaning == TellingWords.UPDATE
                || (meaning == TellingWords.NEGATION && aside)) {
            meaning = TellingWords.UNKNOWN;
        }
        boolean fits = capital || character || number != NO_NUMBER || letters <= 3;
        dateline.look(hash, meaning, mark, fits, character);
        if (meaning == TellingWords.NEGATION) {
            negated = true;
        } else if (meaning != TellingWords.UNKNOWN && meaning != TellingWords.LIGHT) {
            dateline.add(
                    meaning,
                    negated ? SlotSample.NEGATED : SlotSample.NUMBER,
                    SlotSample.lettersOfNumber(meaning),
                    character);
            negated = false;
        } else if (character || (meaning == TellingWords.UNKNOWN && (capital || letters > 3))) {
            int kind = negated ? SlotSample.NEGATED : capital ? SlotSample.NAME : SlotSample.WORD;
            dateline.add(hash, kind, set, character);
            negated = false;
        }
    }

    /** Notes the last number, if there is one, with the words around it: two before, this one after. */
    private void place(long after) {
        if (placed != NO_NUMBER) {
            int place = Hash.fold(before * 31 + after) & 0xFFFF_0000;
            places.add(place | (Hash.fold(placed) >>> 16), sentenceCount);
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
            if (sentenceCount == sentences.length) {
                sentences = Arrays.copyOf(sentences, sentenceCount * 2);
                patterns = Arrays.copyOf(patterns, sentenceCount * 2);
            }
            sentences[sentenceCount] = Hash.fold(sentenceHash);
            patterns[sentenceCount++] = numberInSentence ? Hash.fold(patternHash) : Fingerprint.NO_PATTERN;
        }
        startSentence();
    }

    private void startSentence() {
        dateline.begin(sentenceCount);
        negated = false;
        beforeLast = NOTHING;
        last = NOTHING;
        wordsInSentence = 0;
        sentenceHash = 0;
        patternHash = 0;
        numberInSentence = false;
    }

    private Fingerprint build() {
        int total = shingles.count();
        int distinct = shingles.sortDistinct();
        int tracked = Math.min(sentenceCount, Sample.ANY_SENTENCE);
        var hashes = new int[tracked];
        var shapes = new int[tracked];
        for (int i = 0; i < tracked; i++) {
            int sentence = tracked == sentenceCount || i < EDGE ? i : i + sentenceCount - tracked;
            hashes[i] = sentences[sentence];
            shapes[i] = patterns[sentence];
        }
        var sizes = new short[tracked];
        for (int i = 0; i < distinct; i++) {
            int slot = slot(shingles.sentence(i));
            shingles.move(i, slot);
            if (slot < tracked && sizes[slot] < Short.MAX_VALUE) {
                sizes[slot]++;
            }
        }
        int repetition = total == 0 ? 0 : (total - distinct) * 100 / total;
        return Fingerprint.of(
                whole,
                notice,
                distinct,
                repetition,
                hashes,
                sizes,
                shapes,
                Sample.of(shingles.sorted(), distinct, SHINGLES),
                marks(numbers),
                marks(names),
                marks(places),
                slots.end(this::slot));
    }

    private Sample marks(FeatureHashes features) {
        int distinct = features.sortDistinct();
        int kept = Math.min(distinct, MARKS);
        for (int i = 0; i < kept; i++) {
            features.move(i, slot(features.sentence(i)));
        }
        return Sample.of(features.sorted(), distinct, MARKS);
    }

    /** A long text's sentences are told apart at both ends only: there stands what a host adds. */
    private int slot(int sentence) {
        if (sentence >= sentenceCount) {
            return Sample.ANY_SENTENCE;
        }
        if (sentenceCount <= Sample.ANY_SENTENCE || sentence < EDGE) {
            return sentence;
        }
        int fromEnd = sentenceCount - sentence;
        return fromEnd <= EDGE ? Sample.ANY_SENTENCE - fromEnd : Sample.ANY_SENTENCE;
    }
}
