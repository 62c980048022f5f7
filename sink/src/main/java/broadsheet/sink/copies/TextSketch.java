package broadsheet.sink.copies;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;

/** A small sample of a text's 4-grams, to tell how much two versions of it have in common. */
public final class TextSketch {

    static final int SHINGLES = 64;

    private final int size;
    private final Sample sample;

    TextSketch(int size, Sample sample) {
        this.size = size;
        this.sample = sample;
    }

    /** Share of the shorter text that is in the longer one too, from 0 to 1; 1 if either is empty. */
    public double containment(TextSketch other) {
        SampleOverlap overlap = sample.overlap(0, other.sample, 0);
        return overlap.smaller() == 0 ? 1 : overlap.containment();
    }

    /** Share of this text that is in the other, from 0 to 1; 1 if this one is empty. */
    public double shareIn(TextSketch other) {
        SampleOverlap overlap = sample.overlap(0, other.sample, 0);
        return overlap.left() == 0 ? 1 : (double) overlap.shared() / overlap.left();
    }

    /** Share of both texts together that is in one of them only, from 0 to 1; 0 if both are empty. */
    public double difference(TextSketch other) {
        SampleOverlap overlap = sample.overlap(0, other.sample, 0);
        int union = overlap.left() + overlap.right() - overlap.shared();
        double sampled = union == 0 ? 0 : 1 - (double) overlap.shared() / union;
        // Their sizes are known exactly, and are a lower bound.
        double bySize = 1 - (double) Math.min(size, other.size) / Math.max(1, Math.max(size, other.size));
        return Math.max(sampled, bySize);
    }

    @JsonValue
    byte[] toBytes() {
        var buffer = ByteBuffer.allocate(Integer.BYTES + sample.bytes());
        buffer.putInt(size);
        sample.write(buffer);
        return buffer.array();
    }

    @JsonCreator
    static TextSketch read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new TextSketch(buffer.getInt(), Sample.at(bytes, Integer.BYTES));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextSketch that && size == that.size && sample.equals(that.sample);
    }

    @Override
    public int hashCode() {
        return sample.hashCode();
    }
}
