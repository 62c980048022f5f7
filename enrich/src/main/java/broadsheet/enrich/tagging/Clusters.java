package broadsheet.enrich.tagging;

/**
 * Brown clusters of words: words that occur in like contexts share the first bits of their cluster's path.
 *
 * <p>Words are kept as 32-bit hashes in an open-addressing table; an unknown word is taken for a known one about once in
 * 7,000 times, which costs the tagger a little noise and saves 30 MB of strings.
 */
final class Clusters {
    private final int[] words;
    private final short[] clusters;
    private final String[] paths;
    private final int[] keys;
    private final short[] cluster;
    private final int[] prefix4;
    private final int[] prefix6;
    private final int[] prefix10;

    /**
     * @param words hashes of the words, in lower case
     * @param clusters the cluster of each word, an index into {@code paths}
     * @param paths the bits of each cluster, {@code 0} and {@code 1}; index 0 stands for "unknown"
     */
    Clusters(int[] words, short[] clusters, String[] paths) {
        this.words = words;
        this.clusters = clusters;
        this.paths = paths;
        int capacity = Integer.highestOneBit(Math.max(words.length, 1) * 2 - 1) * 2;
        keys = new int[capacity];
        cluster = new short[capacity];
        for (int i = 0; i < words.length; i++) {
            int slot = slot(words[i]);
            keys[slot] = words[i];
            cluster[slot] = clusters[i];
        }
        prefix4 = prefixes(paths, 4);
        prefix6 = prefixes(paths, 6);
        prefix10 = prefixes(paths, 10);
    }

    /** The cluster of the word with this hash, 0 if unknown. */
    int of(int word) {
        return cluster[slot(word)];
    }

    /** The hashes of the words, as given. */
    int[] words() {
        return words;
    }

    /** The cluster of each of {@link #words}. */
    short[] clusters() {
        return clusters;
    }

    /** The path of each cluster. */
    String[] paths() {
        return paths;
    }

    int prefix4(int cluster) {
        return prefix4[cluster];
    }

    int prefix6(int cluster) {
        return prefix6[cluster];
    }

    int prefix10(int cluster) {
        return prefix10[cluster];
    }

    private int slot(int word) {
        int mask = keys.length - 1;
        int slot = Hashing.scramble(word) & mask;
        while (keys[slot] != 0 && keys[slot] != word) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int[] prefixes(String[] paths, int length) {
        int[] hashes = new int[paths.length];
        for (int i = 0; i < paths.length; i++) {
            String path = paths[i];
            hashes[i] = Hashing.of(path.substring(0, Math.min(length, path.length())));
        }
        return hashes;
    }
}
