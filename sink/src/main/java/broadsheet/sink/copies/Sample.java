package broadsheet.sink.copies;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The smallest hashes of a set of features (a bottom-k sketch, Broder 1997), each with the sentence in which it first
 * occurs, so that sentences can be left out later without the text.
 *
 * <p>Two samples are compared below the smaller of their ceilings: there both are complete, so that the shares that are
 * found are unbiased estimates for the whole sets.
 */
final class Sample {

    /** Sentence number of features that are never left out. */
    static final int ANY_SENTENCE = 62;

    private final int[] hashes;
    private final byte[] sentences;
    private final int ceiling;

    private Sample(int[] hashes, byte[] sentences, int ceiling) {
        this.hashes = hashes;
        this.sentences = sentences;
        this.ceiling = ceiling;
    }

    /**
     * The smallest of {@code features}, which are sorted and distinct, each the hash in the upper and the sentence in
     * the lower half.
     */
    static Sample of(long[] features, int count, int size) {
        int kept = Math.min(count, size);
        var hashes = new int[kept];
        var sentences = new byte[kept];
        for (int i = 0; i < kept; i++) {
            hashes[i] = (int) (features[i] >> 32);
            sentences[i] = (byte) features[i];
        }
        return new Sample(hashes, sentences, count > size ? hashes[kept - 1] : Integer.MAX_VALUE);
    }

    /** The sample that {@code size} would have given. */
    Sample first(int size) {
        if (hashes.length <= size) {
            return this;
        }
        return new Sample(Arrays.copyOf(hashes, size), Arrays.copyOf(sentences, size), hashes[size - 1]);
    }

    /** How many features of each are in the other, without those of the sentences in the masks. */
    Overlap overlap(long mask, Sample other, long otherMask) {
        int limit = Math.min(ceiling, other.ceiling);
        int left = 0;
        int right = 0;
        int shared = 0;
        int i = 0;
        int j = 0;
        while (true) {
            while (i < hashes.length && masked(sentences[i], mask)) {
                i++;
            }
            while (j < other.hashes.length && masked(other.sentences[j], otherMask)) {
                j++;
            }
            boolean more = i < hashes.length && hashes[i] <= limit;
            boolean otherMore = j < other.hashes.length && other.hashes[j] <= limit;
            if (!more && !otherMore) {
                return new Overlap(left, right, shared);
            }
            int order = !more ? 1 : !otherMore ? -1 : Integer.compare(hashes[i], other.hashes[j]);
            if (order <= 0) {
                left++;
                i++;
            }
            if (order >= 0) {
                right++;
                j++;
            }
            if (order == 0) {
                shared++;
            }
        }
    }

    /** Writes up to {@code keys.length} of the smallest hashes outside the masked sentences; returns how many. */
    int smallest(long mask, int[] keys) {
        int count = 0;
        for (int i = 0; i < hashes.length && count < keys.length; i++) {
            if (!masked(sentences[i], mask)) {
                keys[count++] = hashes[i];
            }
        }
        return count;
    }

    /** Whether it holds all features of its set. */
    boolean isWhole() {
        return ceiling == Integer.MAX_VALUE;
    }

    /** Number of features outside the masked sentences. */
    int count(long mask) {
        int count = 0;
        for (byte sentence : sentences) {
            count += masked(sentence, mask) ? 0 : 1;
        }
        return count;
    }

    /** The features outside the masked sentences as a set of 64 bits, one for each; several may have the same. */
    long bits(long mask) {
        long bits = 0;
        for (int i = 0; i < hashes.length; i++) {
            bits |= masked(sentences[i], mask) ? 0 : 1L << hashes[i];
        }
        return bits;
    }

    private static boolean masked(byte sentence, long mask) {
        return (mask >>> sentence & 1) != 0;
    }

    int bytes() {
        return Short.BYTES + Integer.BYTES + hashes.length * (Integer.BYTES + 1);
    }

    void write(ByteBuffer buffer) {
        buffer.putShort((short) hashes.length).putInt(ceiling);
        for (int hash : hashes) {
            buffer.putInt(hash);
        }
        buffer.put(sentences);
    }

    static Sample read(ByteBuffer buffer) {
        var hashes = new int[buffer.getShort()];
        int ceiling = buffer.getInt();
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = buffer.getInt();
        }
        var sentences = new byte[hashes.length];
        buffer.get(sentences);
        return new Sample(hashes, sentences, ceiling);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample that
                && ceiling == that.ceiling
                && Arrays.equals(hashes, that.hashes)
                && Arrays.equals(sentences, that.sentences);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    /**
     * What two samples have in common.
     *
     * @param left features of the one
     * @param right features of the other
     * @param shared features of both
     */
    record Overlap(int left, int right, int shared) {

        int smaller() {
            return Math.min(left, right);
        }

        /** Share of the smaller set that the other has too; 0 if it is empty. */
        double containment() {
            return smaller() == 0 ? 0 : (double) shared / smaller();
        }
    }
}
