package broadsheet.sink.copies;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is kept of a text to tell its copies: samples of its word 4-grams, numbers and names, and a hash of each
 * sentence, so that what a host prints under every article can be left out. About 0.7 KB for an article of 300 words;
 * the text cannot be read back from it.
 */
public final class Fingerprint {

    private final long whole;
    private final int size;
    private final int repetition;
    private final int[] sentences;
    private final short[] sentenceSizes;
    private final Sample shingles;
    private final Sample numbers;
    private final Sample names;

    Fingerprint(
            long whole,
            int size,
            int repetition,
            int[] sentences,
            short[] sentenceSizes,
            Sample shingles,
            Sample numbers,
            Sample names) {
        this.whole = whole;
        this.size = size;
        this.repetition = repetition;
        this.sentences = sentences;
        this.sentenceSizes = sentenceSizes;
        this.shingles = shingles;
        this.numbers = numbers;
        this.names = names;
    }

    /** Whether the texts are the same word by word; typography makes no difference. */
    public boolean isSameText(Fingerprint other) {
        return whole == other.whole;
    }

    /** Number of distinct 4-grams outside the masked sentences. */
    int size(long mask) {
        int masked = 0;
        for (int i = 0; i < sentenceSizes.length && mask != 0; i++) {
            if ((mask >>> i & 1) != 0) {
                masked += sentenceSizes[i];
            }
        }
        return size - masked;
    }

    /** Share of its 4-grams that the text repeats, in percent. */
    int repetition() {
        return repetition;
    }

    /** Hash of each sentence; at most {@link Sample#ANY_SENTENCE}, from both ends. */
    int[] sentences() {
        return sentences;
    }

    Sample shingles() {
        return shingles;
    }

    Sample numbers() {
        return numbers;
    }

    Sample names() {
        return names;
    }

    /** A smaller extract, to compare versions of one article. */
    public Gist gist() {
        return new Gist(size, shingles.first(Gist.SHINGLES));
    }

    /** The bytes that {@link #read(byte[])} takes. */
    @JsonValue
    public byte[] toBytes() {
        var buffer = ByteBuffer.allocate(Long.BYTES
                + Integer.BYTES
                + 2
                + sentences.length * (Integer.BYTES + Short.BYTES)
                + shingles.bytes()
                + numbers.bytes()
                + names.bytes());
        buffer.putLong(whole).putInt(size).put((byte) repetition).put((byte) sentences.length);
        for (int i = 0; i < sentences.length; i++) {
            buffer.putInt(sentences[i]).putShort(sentenceSizes[i]);
        }
        shingles.write(buffer);
        numbers.write(buffer);
        names.write(buffer);
        return buffer.array();
    }

    /** Reads what {@link #toBytes} wrote. */
    @JsonCreator
    public static Fingerprint read(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    /** Reads what {@link #toBytes} wrote, from where the buffer stands. */
    public static Fingerprint read(ByteBuffer buffer) {
        long whole = buffer.getLong();
        int size = buffer.getInt();
        int repetition = buffer.get();
        var sentences = new int[buffer.get()];
        var sentenceSizes = new short[sentences.length];
        for (int i = 0; i < sentences.length; i++) {
            sentences[i] = buffer.getInt();
            sentenceSizes[i] = buffer.getShort();
        }
        return new Fingerprint(
                whole,
                size,
                repetition,
                sentences,
                sentenceSizes,
                Sample.read(buffer),
                Sample.read(buffer),
                Sample.read(buffer));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(whole);
    }
}
