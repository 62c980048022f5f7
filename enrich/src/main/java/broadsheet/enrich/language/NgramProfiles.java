package broadsheet.enrich.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * How probable each sequence of one to four letters is in each language.
 *
 * <p>File (gzip, big-endian): number of languages, each tag in modified UTF-8; number of sequences; then for each
 * sequence its letters (count, UTF-16 units), the number of languages that know it, and for each of these its index and
 * the evidence that it gives: {@code SCALE · ln(p / FLOOR)}, one byte. In memory an open-addressing table from the
 * letters, packed into a long, to a run of such pairs: about 20 MB. Immutable after loading.
 */
final class NgramProfiles {

    /** The longest sequence; four UTF-16 units fill a long. */
    static final int LONGEST = 4;

    /** Units of evidence per natural logarithm. */
    static final double SCALE = 16;

    private final List<String> tags;
    private final long[] keys;
    private final int[] runs;
    private final byte[] pairs;

    private NgramProfiles(List<String> tags, long[] keys, int[] runs, byte[] pairs) {
        this.tags = tags;
        this.keys = keys;
        this.runs = runs;
        this.pairs = pairs;
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read
     */
    static NgramProfiles read(InputStream file) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16));
        var tags = new ArrayList<String>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            tags.add(in.readUTF());
        }
        int sequences = in.readInt();
        var pairs = new byte[in.readInt()];
        int slots = Integer.highestOneBit(sequences * 2) * 2;
        var keys = new long[slots];
        var runs = new int[slots];
        int end = 0;
        for (int i = 0; i < sequences; i++) {
            long key = readKey(in);
            int slot = slot(keys, key);
            keys[slot] = key;
            runs[slot] = end;
            int length = in.readUnsignedByte();
            pairs[end++] = (byte) length;
            in.readFully(pairs, end, 2 * length);
            end += 2 * length;
        }
        return new NgramProfiles(List.copyOf(tags), keys, runs, pairs);
    }

    private static long readKey(DataInputStream in) throws IOException {
        long key = 0;
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            key = key << 16 | in.readChar();
        }
        return key;
    }

    /** The languages, in the order of {@link #addEvidence}. */
    List<String> tags() {
        return tags;
    }

    /**
     * Adds the evidence that a sequence gives, in units of 1/{@value #SCALE} nat, to each language that knows it.
     *
     * @param key the sequence's UTF-16 units, the last in the lowest 16 bits
     */
    void addEvidence(long key, int[] evidence) {
        int slot = slot(keys, key);
        if (keys[slot] == 0) {
            return;
        }
        int at = runs[slot];
        for (int left = pairs[at++]; left > 0; left--) {
            evidence[pairs[at]] += pairs[at + 1] & 0xff;
            at += 2;
        }
    }

    /** Where {@code key} is, or where it would go. */
    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
