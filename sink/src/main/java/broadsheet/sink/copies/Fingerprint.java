package broadsheet.sink.copies;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What is kept of a text to tell its copies: samples of its word 4-grams, numbers, their places and names, and a hash of each
 * sentence, with its numbers and without them, so that what a host prints under every article can be left out. About 0.7 KB
 * for an article of 300 words; the text cannot be read back from it.
 */
public final class Fingerprint {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    /** In place of the pattern of a sentence without a number. */
    static final int NO_PATTERN = 0;

    private static final int SIZE = Long.BYTES;
    private static final int REPETITION = SIZE + Integer.BYTES;
    private static final int NOTICE = REPETITION + 1;
    private static final int SENTENCES = NOTICE + 1;
    private static final int PATTERNS = SENTENCES + 1;
    private static final int FIRST_SENTENCE = PATTERNS + 1;
    private static final int SENTENCE_BYTES = Integer.BYTES + Short.BYTES;

    // One array for all of it: a judge holds millions of these.
    private final byte[] bytes;

    private Fingerprint(byte[] bytes) {
        this.bytes = bytes;
    }

    static Fingerprint of(
            long whole,
            EditorialNotice notice,
            int size,
            int repetition,
            int[] sentences,
            short[] sentenceSizes,
            int[] patterns,
            Sample shingles,
            Sample numbers,
            Sample names,
            Sample places,
            SlotSample slots) {
        int[] varied =
                Arrays.stream(patterns).filter(pattern -> pattern != NO_PATTERN).toArray();
        var buffer = ByteBuffer.allocate(FIRST_SENTENCE
                + sentences.length * SENTENCE_BYTES
                + varied.length * Integer.BYTES
                + shingles.bytes()
                + numbers.bytes()
                + names.bytes()
                + places.bytes()
                + slots.bytes());
        buffer.putLong(whole)
                .putInt(size)
                .put((byte) repetition)
                .put((byte) notice.code())
                .put((byte) sentences.length)
                .put((byte) varied.length);
        for (int i = 0; i < sentences.length; i++) {
            int varies = patterns[i] == NO_PATTERN ? 0 : 1;
            buffer.putInt((sentences[i] & ~1) | varies).putShort(sentenceSizes[i]);
        }
        for (int pattern : varied) {
            buffer.putInt(pattern);
        }
        shingles.write(buffer);
        numbers.write(buffer);
        names.write(buffer);
        places.write(buffer);
        slots.write(buffer);
        return new Fingerprint(buffer.array());
    }

    /** Whether the texts are the same word by word; typography makes no difference. */
    public boolean isSameText(Fingerprint other) {
        return whole() == other.whole();
    }

    private long whole() {
        return (long) LONG.get(bytes, 0);
    }

    /** Number of distinct 4-grams outside the masked sentences. */
    int size(long mask) {
        int masked = 0;
        for (int i = 0; i < sentences() && mask != 0; i++) {
            if ((mask >>> i & 1) != 0) {
                masked += (short) SHORT.get(bytes, sentenceAt(i) + Integer.BYTES);
            }
        }
        return (int) INT.get(bytes, SIZE) - masked;
    }

    /** Share of its 4-grams that the text repeats, in percent. */
    int repetition() {
        return bytes[REPETITION];
    }

    /** The sentences, one bit each, that make up the first quarter of what is not masked. */
    long lead(long mask) {
        int most = size(mask) / 4;
        long lead = 0;
        int before = 0;
        for (int i = 0; i < sentences() && before < most; i++) {
            if ((mask >>> i & 1) == 0) {
                lead |= 1L << i;
                before += (short) SHORT.get(bytes, sentenceAt(i) + Integer.BYTES);
            }
        }
        return lead;
    }

    /** What the text says of itself. */
    EditorialNotice notice() {
        return EditorialNotice.ofCode(bytes[NOTICE]);
    }

    /** Number of sentences that are told apart; at most {@link Sample#ANY_SENTENCE}, from both ends. */
    int sentences() {
        return bytes[SENTENCES];
    }

    /** Hash of a sentence; its last bit says whether there is a number in it. */
    int sentence(int index) {
        return (int) INT.get(bytes, sentenceAt(index));
    }

    boolean hasNumber(int index) {
        return (sentence(index) & 1) != 0;
    }

    /** Hash of what is left of a sentence without its numbers; {@code index} counts only sentences that have some. */
    int pattern(int index) {
        return (int) INT.get(bytes, sentenceAt(sentences()) + index * Integer.BYTES);
    }

    private static int sentenceAt(int index) {
        return FIRST_SENTENCE + index * SENTENCE_BYTES;
    }

    /** Whether the sentence does not stand before in the text. */
    boolean isFirst(int index) {
        int hash = sentence(index);
        int first = 0;
        while (sentence(first) != hash) {
            first++;
        }
        return first == index;
    }

    Sample shingles() {
        return Sample.at(bytes, sentenceAt(sentences()) + bytes[PATTERNS] * Integer.BYTES);
    }

    Sample numbers() {
        return Sample.at(bytes, shingles().end());
    }

    Sample names() {
        return Sample.at(bytes, numbers().end());
    }

    /** The numbers once more, each with its place: the words around it in the upper, the number in the lower half. */
    Sample places() {
        return Sample.at(bytes, names().end());
    }

    /** The words by the places where they stand. */
    SlotSample slots() {
        return SlotSample.at(bytes, places().end());
    }

    /** A smaller extract, to compare versions of one article. */
    public TextSketch sketch() {
        return new TextSketch(size(0), shingles().first(TextSketch.SHINGLES));
    }

    /** The bytes that {@link #read} takes; not to be changed. */
    @JsonValue
    public byte[] toBytes() {
        return bytes;
    }

    /**
     * Reads what {@link #toBytes} gave.
     *
     * @param bytes the fingerprint's own from now on
     * @throws IllegalArgumentException if it is not a whole fingerprint
     */
    @JsonCreator
    public static Fingerprint read(byte[] bytes) {
        var read = new Fingerprint(bytes);
        if (bytes.length < FIRST_SENTENCE
                || bytes[NOTICE] < 0
                || bytes[NOTICE] > EditorialNotice.HIGHEST_CODE
                || read.sentences() < 0
                || bytes[PATTERNS] < 0
                || read.slots().end() != bytes.length) {
            throw new IllegalArgumentException("not a fingerprint: " + bytes.length + " bytes");
        }
        return read;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(whole());
    }
}
