package broadsheet.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the tagger knows of words and names before training: Brown clusters and a gazetteer. Immutable.
 *
 * <p>Words and names are kept as hashes; see {@link Clusters} and {@link Gazetteer}.
 */
public final class Lexicon {
    private final Clusters clusters;
    private final Gazetteer gazetteer;

    Lexicon(Clusters clusters, Gazetteer gazetteer) {
        this.clusters = clusters;
        this.gazetteer = gazetteer;
    }

    /**
     * Compacts a lexicon.
     *
     * @param paths the Brown cluster of each word in lower case, as its path of {@code 0} and {@code 1}
     * @param names the kinds of each known name, one bit a kind, at most {@value Gazetteer#KINDS} kinds
     */
    public static Lexicon of(Map<String, String> paths, Map<String, Integer> names) {
        return new Lexicon(clusters(paths), gazetteer(names));
    }

    Clusters clusters() {
        return clusters;
    }

    Gazetteer gazetteer() {
        return gazetteer;
    }

    private static Clusters clusters(Map<String, String> paths) {
        List<String> numbered = new ArrayList<>();
        numbered.add("");
        numbered.addAll(new TreeSet<>(paths.values()));
        Map<String, Short> numbers = new TreeMap<>();
        for (int i = 0; i < numbered.size(); i++) {
            numbers.put(numbered.get(i), (short) i);
        }
        Map<Integer, Short> words = new TreeMap<>(Integer::compareUnsigned);
        // of two words with one hash the first in the alphabet wins, so that the file does not depend on chance
        new TreeMap<>(paths).forEach((word, path) -> words.putIfAbsent(Hashing.of(word), numbers.get(path)));
        int[] keys = words.keySet().stream().mapToInt(Integer::intValue).toArray();
        short[] values = new short[keys.length];
        int at = 0;
        for (short number : words.values()) {
            values[at++] = number;
        }
        return new Clusters(keys, values, numbered.toArray(String[]::new));
    }

    private static Gazetteer gazetteer(Map<String, Integer> names) {
        Map<Integer, Integer> kinds = new TreeMap<>(Integer::compareUnsigned);
        names.forEach((name, kind) -> {
            List<Token> tokens = Tokenizer.tokens(name, 0, name.length());
            if (!tokens.isEmpty() && tokens.size() <= Gazetteer.MAX_TOKENS) {
                int hash = 0;
                for (Token token : tokens) {
                    hash = Gazetteer.extend(hash, Gazetteer.token(token.text()));
                }
                kinds.merge(hash, kind, (first, second) -> first | second);
            }
        });
        int[] hashes = kinds.keySet().stream().mapToInt(Integer::intValue).toArray();
        byte[] flags = new byte[hashes.length];
        int at = 0;
        for (int flag : kinds.values()) {
            flags[at++] = (byte) flag;
        }
        return new Gazetteer(hashes, flags);
    }
}
