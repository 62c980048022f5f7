package broadsheet.enrich.sections;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * How probable each of the top topics is for a text in one language: every word and some pairs of words vote for the topics,
 * and the weighted mean of the votes goes through a softmax. The votes were learned from a sentence encoder, so that
 * words that no labelled text held vote like the words that mean about the same. How: docs/model-cards/sections.md.
 *
 * <p>File (gzip, big-endian): number of topics, a bias for each (float), the unit of a vote (float), number of terms;
 * then each term in UTF-8, its weight (one byte) and its votes (one signed byte each). About 8 MB in memory. Immutable
 * after loading.
 */
final class SectionModel {

    /** The subject of an article is said in its first words; it also bounds the time. */
    private static final int WORDS = 300;

    private static final int LONGEST_ENDING = 3;
    private static final int SHORTEST_STEM = 4;
    private static final int SHORTEST_COMPOUND = 9;
    private static final int SHORTEST_PART = 5;

    private final boolean declines;
    private final float[] biases;
    private final float unit;
    private final Map<String, Integer> terms;
    private final byte[] weights;
    private final byte[] votes;

    private SectionModel(DataInputStream in, boolean declines) throws IOException {
        this.declines = declines;
        biases = new float[in.readUnsignedByte()];
        for (int i = 0; i < biases.length; i++) {
            biases[i] = in.readFloat();
        }
        unit = in.readFloat();
        int size = in.readInt();
        terms = new HashMap<>(2 * size);
        weights = new byte[size];
        votes = new byte[size * biases.length];
        for (int i = 0; i < size; i++) {
            terms.put(new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8), i);
            weights[i] = in.readByte();
            in.readFully(votes, i * biases.length, biases.length);
        }
    }

    /**
     * Reads the file.
     *
     * @param declines whether a word that the file lacks is looked up without its ending, and by the last part of a
     *     compound: its terms are what a dictionary holds
     * @throws IOException if it cannot be read
     */
    static SectionModel read(InputStream file, boolean declines) throws IOException {
        return new SectionModel(
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16)), declines);
    }

    /** How many topics there are; topic {@code i}, from 0, is the {@code i + 1}-th top topic of IPTC. */
    int topics() {
        return biases.length;
    }

    /**
     * The probability of each topic; they add up to 1.
     *
     * @return all zero if the text holds no term that the model knows
     */
    double[] probabilities(String headline, String body) {
        var counts = new HashMap<Integer, Integer>();
        String before = "";
        int words = 0;
        var text = new SectionWords(headline, body);
        while (words++ < WORDS && text.hasNext()) {
            String word = text.next();
            count(declines ? known(word) : word, counts);
            count(before + " " + word, counts);
            before = word;
        }
        return counts.isEmpty() ? new double[topics()] : softmax(mean(counts));
    }

    /** The word as the file has it; the word itself if it is unknown. */
    private String known(String word) {
        if (terms.containsKey(word)) {
            return word;
        }
        for (int length = word.length() - 1;
                length >= Math.max(SHORTEST_STEM, word.length() - LONGEST_ENDING);
                length--) {
            if (terms.containsKey(word.substring(0, length))) {
                return word.substring(0, length);
            }
        }
        if (word.length() >= SHORTEST_COMPOUND) {
            for (int start = LONGEST_ENDING; start + SHORTEST_PART <= word.length(); start++) {
                if (terms.containsKey(word.substring(start))) {
                    return word.substring(start);
                }
            }
        }
        return word;
    }

    private void count(String term, Map<Integer, Integer> counts) {
        Integer index = terms.get(term);
        if (index != null) {
            counts.merge(index, 1, Integer::sum);
        }
    }

    /** Mean of the votes; a term that comes again counts less each time. */
    private double[] mean(Map<Integer, Integer> counts) {
        var sums = new double[topics()];
        double total = 0;
        for (var term : counts.entrySet()) {
            int index = term.getKey();
            double weight = (1 + StrictMath.log(term.getValue())) * (weights[index] & 0xff);
            total += weight;
            for (int topic = 0; topic < sums.length; topic++) {
                sums[topic] += weight * votes[index * sums.length + topic];
            }
        }
        for (int topic = 0; topic < sums.length; topic++) {
            sums[topic] = sums[topic] / total * unit + biases[topic];
        }
        return sums;
    }

    private static double[] softmax(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double total = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(scores[i] - highest);
            total += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= total;
        }
        return scores;
    }
}
