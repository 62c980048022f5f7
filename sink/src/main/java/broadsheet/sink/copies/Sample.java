package broadsheet.sink.copies;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final int COUNT_BYTES = Short.BYTES;
    private static final int HEADER_BYTES = COUNT_BYTES + Integer.BYTES;
    private static final int FEATURE_BYTES = Integer.BYTES + 1;

    // How many there are, the ceiling, the hashes, the sentences: within the bytes of a fingerprint, since objects and
    // arrays of their own would take as much memory again.
    private final byte[] bytes;
    private final int start;
    private final int count;
    private final int ceiling;

    private Sample(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        this.count = (short) SHORT.get(bytes, start);
        this.ceiling = (int) INT.get(bytes, start + COUNT_BYTES);
    }

    /**
     * The smallest of {@code features}, which are sorted and distinct, each the hash in the upper and the sentence in
     * the lower half.
     */
    static Sample of(long[] features, int count, int size) {
        int kept = Math.min(count, size);
        var bytes = new byte[HEADER_BYTES + kept * FEATURE_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes)
                .putShort((short) kept)
                .putInt(count > size ? (int) (features[kept - 1] >> 32) : Integer.MAX_VALUE);
        for (int i = 0; i < kept; i++) {
            buffer.putInt((int) (features[i] >> 32));
        }
        for (int i = 0; i < kept; i++) {
            buffer.put((byte) features[i]);
        }
        return new Sample(bytes, 0);
    }

    /**
     * The sample that stands at {@code start}.
     *
     * @throws IllegalArgumentException if it does not end before {@code bytes} do
     */
    static Sample at(byte[] bytes, int start) {
        if (start > bytes.length - HEADER_BYTES) {
            throw new IllegalArgumentException("no sample at " + start + " of " + bytes.length + " bytes");
        }
        var sample = new Sample(bytes, start);
        if (sample.count < 0 || sample.end() > bytes.length) {
            throw new IllegalArgumentException(
                    "a sample of " + sample.count + " at " + start + " of " + bytes.length + " bytes");
        }
        return sample;
    }

    /** The sample that {@code size} would have given. */
    Sample first(int size) {
        if (count <= size) {
            return this;
        }
        var kept = new byte[HEADER_BYTES + size * FEATURE_BYTES];
        ByteBuffer.wrap(kept)
                .putShort((short) size)
                .putInt(hash(size - 1))
                .put(bytes, start + HEADER_BYTES, size * Integer.BYTES)
                .put(bytes, sentencesAt(), size);
        return new Sample(kept, 0);
    }

    int hash(int index) {
        return (int) INT.get(bytes, start + HEADER_BYTES + index * Integer.BYTES);
    }

    private int sentencesAt() {
        return start + HEADER_BYTES + count * Integer.BYTES;
    }

    /** Where the bytes of it end. */
    int end() {
        return start + HEADER_BYTES + count * FEATURE_BYTES;
    }

    /** How many features of each are in the other, without those of the sentences in the masks. */
    SampleOverlap overlap(long mask, Sample other, long otherMask) {
        return SampleOverlap.of(this, mask, other, otherMask, false);
    }

    /**
     * The same for features that are a place in the upper half and what stands there in the lower half; those at a place
     * that the other has not are not counted.
     */
    SampleOverlap overlapAtPlaces(long mask, Sample other, long otherMask) {
        return SampleOverlap.of(this, mask, other, otherMask, true);
    }

    /** Index of the first feature from {@code index} on that is not left out. */
    int next(int index, long mask) {
        int next = index;
        while (next < count && isMasked(next, mask)) {
            next++;
        }
        return next;
    }

    /** Writes up to {@code keys.length} of the smallest hashes outside the masked sentences; returns how many. */
    int smallest(long mask, int[] keys) {
        int written = 0;
        for (int i = 0; i < count && written < keys.length; i++) {
            if (!isMasked(i, mask)) {
                keys[written++] = hash(i);
            }
        }
        return written;
    }

    /** Whether {@link #smallest} writes this hash, if there is room for {@code size}. */
    boolean isAmongSmallest(int hash, long mask, int size) {
        int before = 0;
        for (int i = 0; i < count && before < size && hash(i) <= hash; i++) {
            if (!isMasked(i, mask)) {
                if (hash(i) == hash) {
                    return true;
                }
                before++;
            }
        }
        return false;
    }

    /** Number of features that it holds. */
    int count() {
        return count;
    }

    /** Up to this hash it holds all features of its set. */
    int ceiling() {
        return ceiling;
    }

    /** Whether it holds all features of its set. */
    boolean isWhole() {
        return ceiling == Integer.MAX_VALUE;
    }

    /** Number of features outside the masked sentences. */
    int count(long mask) {
        int unmasked = 0;
        for (int i = 0; i < count; i++) {
            unmasked += isMasked(i, mask) ? 0 : 1;
        }
        return unmasked;
    }

    /** The features outside the masked sentences as a set of 64 bits, one for each; several may have the same. */
    long bits(long mask) {
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= isMasked(i, mask) ? 0 : 1L << hash(i);
        }
        return bits;
    }

    private boolean isMasked(int index, long mask) {
        return (mask >>> bytes[sentencesAt() + index] & 1) != 0;
    }

    /** Size in bytes. */
    int bytes() {
        return end() - start;
    }

    void write(ByteBuffer buffer) {
        buffer.put(bytes, start, bytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample that && Arrays.equals(bytes, start, end(), that.bytes, that.start, that.end());
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes, start, bytes()).hashCode();
    }
}
