package broadsheet.sink.copies;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The sentences of a text while it is read: the hash of each, and that of what is left of it without its numbers. Used
 * again for the next text.
 *
 * <p>A long text's sentences are told apart at both ends only: there stands what a host adds.
 */
final class SentenceHashes {

    private static final int EDGE = Sample.ANY_SENTENCE / 2;

    private int[] sentences = new int[256];
    private int[] patterns = new int[256];
    private int count;
    private long sentence;
    private long pattern;
    private boolean hasNumber;

    void clear() {
        count = 0;
    }

    void begin() {
        sentence = 0;
        pattern = 0;
        hasNumber = false;
    }

    /**
     * Takes the next word of the sentence.
     *
     * @param number see {@link Fingerprinter#word}
     */
    void word(long hash, long number) {
        sentence = Hash.mix(sentence * 31 + hash);
        pattern = Hash.mix(pattern * 31 + (number == Fingerprinter.NO_NUMBER ? hash : Fingerprinter.ANY_NUMBER));
        hasNumber |= number != Fingerprinter.NO_NUMBER;
    }

    /** Ends the sentence, and counts it. */
    void end() {
        if (count == sentences.length) {
            sentences = Arrays.copyOf(sentences, count * 2);
            patterns = Arrays.copyOf(patterns, count * 2);
        }
        sentences[count] = Hash.fold(sentence);
        patterns[count++] = hasNumber ? Hash.fold(pattern) : Fingerprint.NO_PATTERN;
    }

    /** How many were counted. */
    int count() {
        return count;
    }

    /** How many of them are told apart. */
    int kept() {
        return Math.min(count, Sample.ANY_SENTENCE);
    }

    int[] hashes() {
        return kept(index -> sentences[index]);
    }

    /** Of each sentence that is told apart the hash without its numbers; {@link Fingerprint#NO_PATTERN} if it has none. */
    int[] patterns() {
        return kept(index -> patterns[index]);
    }

    private int[] kept(IntUnaryOperator what) {
        var kept = new int[kept()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = what.applyAsInt(kept.length == count || i < EDGE ? i : i + count - kept.length);
        }
        return kept;
    }

    /** Which of those that are told apart a sentence is; {@link Sample#ANY_SENTENCE} if it is none of them. */
    int place(int index) {
        if (index >= count) {
            return Sample.ANY_SENTENCE;
        }
        if (count <= Sample.ANY_SENTENCE || index < EDGE) {
            return index;
        }
        int fromEnd = count - index;
        return fromEnd <= EDGE ? Sample.ANY_SENTENCE - fromEnd : Sample.ANY_SENTENCE;
    }
}
