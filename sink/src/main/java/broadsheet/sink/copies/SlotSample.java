package broadsheet.sink.copies;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What stands in the slots of a text: a sample of its words, each under its place, that is the words before it. Two texts
 * made from one form have the same places and other words in some of them.
 *
 * <p>A slot is one number: the hash of the place (22 bits), the kind of the word (2), its {@link Letters} (16), and a byte
 * of the hash of it and of each of the two words after, by which is seen whether the texts go on alike. A character of a
 * script without spaces has two more bytes of characters to come in place of its letters. Only the smallest places are
 * kept, so that of two texts the same ones are. A place that a text has twice, with other words, is none.
 */
final class SlotSample {

    /** Slots kept of a text. */
    static final int KEPT = 48;
    /** The same of a text in characters, of which a word takes two or three. */
    static final int KEPT_CHARACTERS = 96;
    /** Ceiling of a sample that holds all slots. */
    static final int WHOLE = Integer.MAX_VALUE;

    static final int WORD = 0;
    static final int NAME = 1;
    static final int NUMBER = 2;
    /** A word, a name or a number with a negation before it. */
    static final int NEGATED = 3;

    /** In what the byte of a negated word to come differs from that of the word. */
    static final int DENIAL = 0x5A;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int HEADER_BYTES = 1 + Integer.BYTES;
    private static final long CHARACTER = 1L << 42;
    private static final int SLOT_BYTES = Long.BYTES + 1;

    private final byte[] bytes;
    private final int start;
    private final int count;
    private final int ceiling;

    private SlotSample(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        count = bytes[start];
        ceiling = (int) INT.get(bytes, start + 1);
    }

    static SlotSample of(long[] slots, byte[] sentences, int ceiling) {
        var buffer = ByteBuffer.allocate(HEADER_BYTES + sentences.length * SLOT_BYTES);
        buffer.put((byte) sentences.length).putInt(ceiling);
        for (int i = 0; i < sentences.length; i++) {
            buffer.putLong(slots[i]);
        }
        buffer.put(sentences);
        return new SlotSample(buffer.array(), 0);
    }

    /**
     * What stands at {@code start}.
     *
     * @throws IllegalArgumentException if it does not end before {@code bytes} do
     */
    static SlotSample at(byte[] bytes, int start) {
        if (start > bytes.length - HEADER_BYTES) {
            throw new IllegalArgumentException("no slots at " + start + " of " + bytes.length + " bytes");
        }
        var slotting = new SlotSample(bytes, start);
        if (slotting.count < 0 || slotting.end() > bytes.length) {
            throw new IllegalArgumentException(
                    slotting.count + " slots at " + start + " of " + bytes.length + " bytes");
        }
        return slotting;
    }

    static long slot(long place, boolean character, int kind, int letters, int words) {
        return ((place >>> 43) << 43)
                | (character ? CHARACTER : 0)
                | ((long) kind << 40)
                | ((long) (letters & 0xFFFF) << 24)
                | words;
    }

    static boolean isCharacter(long slot) {
        return (slot & CHARACTER) != 0;
    }

    /** A byte of the word's hash, or of that of the first or second word after it; of a character, up to the fourth. */
    static int word(long slot, int after) {
        int shift = after <= 2 ? 16 - 8 * after : 56 - 8 * after;
        return (int) (slot >>> shift) & 0xFF;
    }

    static int place(long slot) {
        return (int) (slot >>> 42);
    }

    static int kind(long slot) {
        return (int) (slot >>> 40) & 3;
    }

    static boolean isNegated(long slot) {
        return kind(slot) == NEGATED;
    }

    /** In place of the letters of a number. */
    static int lettersOfNumber(long number) {
        return (int) (number >>> 40) & 0xFFFF;
    }

    static int letters(long slot) {
        return (int) (slot >>> 24) & 0xFFFF;
    }

    /** What stands in the one in place of what stands in the other. */
    static long exchange(long slot, long other) {
        return ((slot >>> 16 & 0xFFFFFF) << 24) | (other >>> 16 & 0xFFFFFF);
    }

    int count() {
        return count;
    }

    int ceiling() {
        return ceiling;
    }

    long slot(int index) {
        return (long) LONG.get(bytes, start + HEADER_BYTES + index * Long.BYTES);
    }

    boolean isMasked(int index, long mask) {
        return ((mask >>> bytes[start + HEADER_BYTES + count * Long.BYTES + index]) & 1) != 0;
    }

    /** Where the bytes of it end. */
    int end() {
        return start + HEADER_BYTES + count * SLOT_BYTES;
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
        return other instanceof SlotSample that
                && Arrays.equals(bytes, start, end(), that.bytes, that.start, that.end());
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes, start, bytes()).hashCode();
    }
}
