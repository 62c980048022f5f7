package broadsheet.sink.versions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A set of hashes of contents in eight bytes each. It holds at most {@link #MOST}, the smallest of all that came: which
 * these are does not depend on their order.
 */
public final class Hashes {

    static final int MOST = 4_000;

    public static final Hashes NONE = new Hashes(new long[0]);

    private final long[] sorted;

    private Hashes(long[] sorted) {
        this.sorted = sorted;
    }

    public Hashes with(String hash) {
        return with(new Hashes(new long[] {number(hash)}));
    }

    public Hashes with(Hashes other) {
        return new Hashes(LongStream.concat(Arrays.stream(sorted), Arrays.stream(other.sorted))
                .sorted()
                .distinct()
                .limit(MOST)
                .toArray());
    }

    Hashes without(String hash) {
        long number = number(hash);
        return new Hashes(Arrays.stream(sorted).filter(known -> known != number).toArray());
    }

    boolean contains(String hash) {
        return Arrays.binarySearch(sorted, number(hash)) >= 0;
    }

    boolean hasAnyOf(Hashes other) {
        return Arrays.stream(other.sorted).anyMatch(number -> Arrays.binarySearch(sorted, number) >= 0);
    }

    /** The smallest of them, so many. */
    Hashes smallest(int most) {
        return sorted.length <= most ? this : new Hashes(Arrays.copyOf(sorted, most));
    }

    int size() {
        return sorted.length;
    }

    private static long number(String hash) {
        return Long.parseUnsignedLong(hash, 16);
    }

    @JsonValue
    byte[] toBytes() {
        var buffer = ByteBuffer.allocate(sorted.length * Long.BYTES);
        buffer.asLongBuffer().put(sorted);
        return buffer.array();
    }

    @JsonCreator
    static Hashes read(byte[] bytes) {
        var sorted = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(sorted);
        return new Hashes(sorted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hashes that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }
}
