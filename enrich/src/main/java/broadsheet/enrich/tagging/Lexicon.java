package broadsheet.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the tagger knows of words and names before training: Brown clusters and a gazetteer of English, how the language is
 * written, and the language's own vocabulary. Immutable.
 *
 * <p>Words and names are kept as hashes; see {@link Clusters} and {@link KnownNames}. All languages share those of English.
 */
public final class Lexicon {
    private final Clusters clusters;
    private final KnownNames gazetteer;
    private final Orthography orthography;
    private final WordKinds vocabulary;

    private Lexicon(Clusters clusters, KnownNames gazetteer, Orthography orthography, WordKinds vocabulary) {
        this.clusters = clusters;
        this.gazetteer = gazetteer;
        this.orthography = orthography;
        this.vocabulary = vocabulary;
    }

    /** What is known of English. */
    static Lexicon english(Clusters clusters, KnownNames gazetteer) {
        return new Lexicon(clusters, gazetteer, Orthography.ENGLISH, WordKinds.NONE);
    }

    /**
     * Compacts a lexicon.
     *
     * @param paths the Brown cluster of each word in lower case, as its path of {@code 0} and {@code 1}
     * @param names the kinds of each known name, one bit a kind, at most {@value KnownNames#KINDS} kinds
     */
    public static Lexicon of(Map<String, String> paths, Map<String, Integer> names) {
        return english(clusters(paths), gazetteer(names));
    }

    /**
     * The lexicon of another language: its own words, and what this one knows of the Latin form of a word. Names of
     * people, companies and towns are much the same in all languages.
     */
    public Lexicon in(Orthography other, WordKinds words) {
        return new Lexicon(clusters, gazetteer, other, words);
    }

    /** What the gazetteer says of a whole name: one {@link NameKind#bit} a kind, 0 if it does not know it. */
    public int kinds(String name) {
        int hash = 0;
        for (Token token : Tokenizer.of(orthography).tokens(name, 0, name.length())) {
            hash = KnownNames.extend(hash, KnownNames.token(token.text()));
        }
        return gazetteer.kinds(hash);
    }

    /** How the language is written. */
    public Orthography orthography() {
        return orthography;
    }

    WordKinds vocabulary() {
        return vocabulary;
    }

    /** Whether the language has words of its own, and is not the one that clusters and gazetteer were made of. */
    public boolean isOther() {
        return !orthography.equals(Orthography.ENGLISH);
    }

    Clusters clusters() {
        return clusters;
    }

    KnownNames gazetteer() {
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

    private static KnownNames gazetteer(Map<String, Integer> names) {
        Map<Integer, Integer> kinds = new TreeMap<>(Integer::compareUnsigned);
        Tokenizer tokenizer = Tokenizer.of(Orthography.ENGLISH);
        names.forEach((name, kind) -> {
            List<Token> tokens = tokenizer.tokens(name, 0, name.length());
            if (!tokens.isEmpty() && tokens.size() <= KnownNames.MAX_TOKENS) {
                int hash = 0;
                for (Token token : tokens) {
                    hash = KnownNames.extend(hash, KnownNames.token(token.text()));
                }
                kinds.merge(hash, kind, (first, second) -> first | second);
            }
        });
        return KnownNames.of(kinds);
    }
}
