package broadsheet.enrich.tagging;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The model on disk: clusters, gazetteer, weights, in that order, deflated; of a language that shares the first two with
 * English: vocabulary, weights. Sorted hashes are written as their distances
 * and empty rows of the weight table are left out.
 */
final class ModelFile {
    private static final int MAGIC = 0x42534E45; // "BSNE"
    private static final int VERSION = 1;
    /** Instead of the version: the file of a language that shares clusters and gazetteer with English. */
    private static final int SHARING = 2;

    private ModelFile() {}

    static void write(Tagger tagger, OutputStream target) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(target, deflater, 1 << 16), 1 << 16));
        out.writeInt(MAGIC);
        Lexicon lexicon = tagger.lexicon();
        out.writeInt(lexicon.isOther() ? SHARING : VERSION);
        if (lexicon.isOther()) {
            writeGazetteer(lexicon.vocabulary().words(), out);
        } else {
            writeClusters(lexicon.clusters(), out);
            writeGazetteer(lexicon.gazetteer(), out);
        }
        writeWeights(tagger.weights(), out);
        out.close();
        deflater.end();
    }

    static Tagger read(InputStream source) throws IOException {
        DataInputStream in = open(source, VERSION);
        Clusters clusters = readClusters(in);
        KnownNames gazetteer = readGazetteer(in);
        return new Tagger(Lexicon.english(clusters, gazetteer), readWeights(in));
    }

    static Tagger read(InputStream source, Lexicon shared, Orthography orthography) throws IOException {
        DataInputStream in = open(source, SHARING);
        WordKinds vocabulary = new WordKinds(readGazetteer(in));
        return new Tagger(shared.in(orthography, vocabulary), readWeights(in));
    }

    private static DataInputStream open(InputStream source, int expected) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(source), 1 << 16));
        int magic = in.readInt();
        int version = in.readInt();
        if (magic != MAGIC || version != expected) {
            throw new IOException("not an entity model of version " + expected + ": " + magic + ", " + version);
        }
        return in;
    }

    private static void writeClusters(Clusters clusters, DataOutputStream out) throws IOException {
        out.writeInt(clusters.paths().length);
        for (String path : clusters.paths()) {
            out.writeUTF(path);
        }
        writeHashes(clusters.words(), out);
        for (short cluster : clusters.clusters()) {
            out.writeShort(cluster);
        }
    }

    private static Clusters readClusters(DataInputStream in) throws IOException {
        String[] paths = new String[in.readInt()];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = in.readUTF();
        }
        int[] words = readHashes(in);
        short[] clusters = new short[words.length];
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = in.readShort();
        }
        return new Clusters(words, clusters, paths);
    }

    private static void writeGazetteer(KnownNames gazetteer, DataOutputStream out) throws IOException {
        writeHashes(gazetteer.names(), out);
        out.write(gazetteer.kinds());
    }

    private static KnownNames readGazetteer(DataInputStream in) throws IOException {
        int[] names = readHashes(in);
        byte[] kinds = new byte[names.length];
        in.readFully(kinds);
        return new KnownNames(names, kinds);
    }

    private static void writeWeights(Weights weights, DataOutputStream out) throws IOException {
        out.writeInt(weights.bits());
        out.writeFloat(weights.scale());
        for (float[] row : weights.transitions()) {
            for (float weight : row) {
                out.writeFloat(weight);
            }
        }
        int empty = 0;
        int base = 0;
        for (int row = 0; row < 1 << weights.bits(); row++) {
            if (weights.holds(row)) {
                writeNumber(empty, out);
                out.write(weights.rows(), base, Label.COUNT);
                base += Label.COUNT;
                empty = 0;
            } else {
                empty++;
            }
        }
        writeNumber(empty, out);
    }

    private static Weights readWeights(DataInputStream in) throws IOException {
        int bits = in.readInt();
        float scale = in.readFloat();
        float[][] transitions = new float[Label.COUNT][Label.COUNT];
        for (float[] row : transitions) {
            for (int i = 0; i < row.length; i++) {
                row[i] = in.readFloat();
            }
        }
        long[] held = Weights.noRows(bits);
        byte[] rows = new byte[1 << 16];
        int end = 0;
        int row = readNumber(in);
        while (row < 1 << bits) {
            if (rows.length < end + Label.COUNT) {
                rows = Arrays.copyOf(rows, rows.length * 2);
            }
            in.readFully(rows, end, Label.COUNT);
            end += Label.COUNT;
            held[row >>> 6] |= 1L << row;
            row += 1 + readNumber(in);
        }
        return new Weights(bits, held, Arrays.copyOf(rows, end), scale, transitions);
    }

    private static void writeHashes(int[] sorted, DataOutputStream out) throws IOException {
        out.writeInt(sorted.length);
        int last = 0;
        for (int hash : sorted) {
            writeNumber(hash - last, out);
            last = hash;
        }
    }

    private static int[] readHashes(DataInputStream in) throws IOException {
        int[] sorted = new int[in.readInt()];
        int last = 0;
        for (int i = 0; i < sorted.length; i++) {
            last += readNumber(in);
            sorted[i] = last;
        }
        return sorted;
    }

    /** An unsigned number, seven bits a byte, the lowest first. */
    private static void writeNumber(int number, DataOutputStream out) throws IOException {
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readNumber(DataInputStream in) throws IOException {
        int number = 0;
        int shift = 0;
        int next;
        do {
            next = in.readUnsignedByte();
            number |= (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return number;
    }
}
