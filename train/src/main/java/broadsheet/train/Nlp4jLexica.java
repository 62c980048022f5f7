package broadsheet.train;

import edu.emory.mathcs.nlp.common.collection.tree.PrefixNode;
import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tukaani.xz.XZInputStream;

/**
 * Reads the Brown clusters and the gazetteer of {@code nlp4j-english} (Apache-2.0) from the class path.
 *
 * <p>The gazetteer numbers its kinds in the alphabetical order of the lists that it was made of (those of Ratinov and
 * Roth, "Design Challenges and Misconceptions in Named Entity Recognition", 2009); {@link #KINDS} folds them into eight.
 */
final class Nlp4jLexica {
    private static final String FOLDER = "/edu/emory/mathcs/nlp/lexica/";
    private static final int PERSON = 1;
    private static final int LOCATION = 2;
    private static final int ORGANIZATION = 4;
    private static final int WORK = 8;
    private static final int EVENT_OR_OBJECT = 16;
    private static final int PERSONAL_NAME = 32;
    private static final int KNOWN_PLACE = 64;
    private static final int NATIONALITY_OR_JOB = 128;

    private static final Map<String, Integer> KINDS = Map.ofEntries(
            Map.entry("0", ORGANIZATION),
            Map.entry("1", KNOWN_PLACE),
            Map.entry("2", NATIONALITY_OR_JOB),
            Map.entry("3", PERSONAL_NAME),
            Map.entry("4", PERSONAL_NAME),
            Map.entry("5", NATIONALITY_OR_JOB),
            Map.entry("6", KNOWN_PLACE),
            Map.entry("7", KNOWN_PLACE),
            Map.entry("8", WORK),
            Map.entry("9", EVENT_OR_OBJECT),
            Map.entry("10", WORK),
            Map.entry("11", LOCATION),
            Map.entry("12", EVENT_OR_OBJECT),
            Map.entry("13", ORGANIZATION),
            Map.entry("14", PERSON),
            Map.entry("15", WORK));

    private Nlp4jLexica() {}

    /** The path of the cluster of each word, in lower case. */
    static Map<String, String> clusterPaths() throws IOException {
        Map<?, ?> words = (Map<?, ?>) read("en-brown-clusters-simplified-lowercase.xz");
        Map<String, String> paths = new HashMap<>();
        words.forEach((word, prefixes) -> paths.put(
                (String) word,
                ((Collection<?>) prefixes)
                        .stream()
                                .map(String.class::cast)
                                .max(Comparator.comparingInt(String::length))
                                .orElseThrow()));
        return paths;
    }

    /** The kinds of each known name, one bit a kind. */
    static Map<String, Integer> names() throws IOException {
        Map<String, Integer> names = new HashMap<>();
        collect(((PrefixTree<?, ?>) read("en-named-entity-gazetteers-simplified.xz")).getRoot(), "", names);
        return names;
    }

    private static void collect(PrefixNode<?, ?> node, String name, Map<String, Integer> names) {
        if (node.hasValue()) {
            int kinds = ((Collection<?>) Objects.requireNonNull(node.getValue()))
                    .stream()
                            .mapToInt(kind -> KINDS.getOrDefault(kind.toString(), 0))
                            .reduce(0, (a, b) -> a | b);
            names.put(name, kinds);
        }
        node.forEach((word, next) -> collect(next, name.isEmpty() ? (String) word : name + " " + word, names));
    }

    private static Object read(String file) throws IOException {
        InputStream resource = Objects.requireNonNull(Nlp4jLexica.class.getResourceAsStream(FOLDER + file), file);
        try (ObjectInputStream in = new ObjectInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
            return in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("unreadable lexicon " + file, e);
        }
    }
}
