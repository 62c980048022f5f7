package broadsheet.train.language;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Builds the language profiles of {@code broadsheet.enrich.language}: how probable each sequence of one to four
 * letters is in each language, from the letter statistics that the library lingua 1.2.2 (Apache-2.0) carries.
 *
 * <p>Lingua stores P(last letter | the letters before); the product along a sequence is the sequence's own probability.
 * Kept are the {@link #KEPT} most probable sequences of each length and language.
 */
public final class BuildLanguageProfiles {

    private static final List<String> LENGTHS = List.of("unigrams", "bigrams", "trigrams", "quadrigrams");

    /** How many sequences of each length a language keeps. */
    private static final int[] KEPT = {200, 1_500, 7_000, 12_000};

    /** A probability that counts as none, and the evidence per nat above it; as in NgramProfiles. */
    private static final double FLOOR = 1e-7;

    private static final double SCALE = 16;

    /** Tag to lingua's folder. Both Norwegians are one language here. */
    private static final Map<String, String> LANGUAGES = new TreeMap<>();

    static {
        for (String tag :
                ("af ar az be bg ca cs cy da de en es et eu fa fi fr ga hi hr hu id is it kk la lt lv mk mn mr"
                                + " nl pl pt ro ru sk sl so sq sr sv sw tl tr uk ur vi")
                        .split(" ", -1)) {
            LANGUAGES.put(tag, tag);
        }
        LANGUAGES.put("no", "nb");
    }

    private BuildLanguageProfiles() {}

    /** Reads lingua's language models from the class path, writes the file named by the only argument. */
    public static void main(String[] arguments) throws IOException {
        var tags = List.copyOf(LANGUAGES.keySet());
        var evidence = new TreeMap<String, List<int[]>>();
        for (int language = 0; language < tags.size(); language++) {
            for (var sequence : probabilities(LANGUAGES.getOrDefault(tags.get(language), ""))
                    .entrySet()) {
                int units = (int) Math.round(SCALE * Math.log(sequence.getValue() / FLOOR));
                if (units > 0) {
                    evidence.computeIfAbsent(sequence.getKey(), key -> new ArrayList<>())
                            .add(new int[] {language, Math.min(255, units)});
                }
            }
        }
        write(tags, evidence, Path.of(arguments[0]));
        System.out.println(tags.size() + " languages, " + evidence.size() + " sequences");
    }

    private static Map<String, Double> probabilities(String folder) throws IOException {
        var kept = new HashMap<String, Double>();
        Map<String, Double> shorter = Map.of("", 1.0);
        for (int i = 0; i < LENGTHS.size(); i++) {
            Map<String, Double> joint = joint(conditional(folder, LENGTHS.get(i)), shorter);
            joint.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(KEPT[i])
                    .forEach(e -> kept.put(e.getKey(), e.getValue()));
            shorter = joint;
        }
        return kept;
    }

    private static Map<String, Double> joint(Map<String, Double> conditional, Map<String, Double> shorter) {
        var joint = new HashMap<String, Double>();
        conditional.forEach((sequence, p) -> {
            Double before = shorter.get(sequence.substring(0, sequence.length() - 1));
            if (before != null) {
                joint.put(sequence, before * p);
            }
        });
        return joint;
    }

    /** Lingua's file: {"ngrams": {"count/total": "sequence sequence …"}}. */
    private static Map<String, Double> conditional(String folder, String length) throws IOException {
        var probabilities = new HashMap<String, Double>();
        try (var file = BuildLanguageProfiles.class.getResourceAsStream(
                "/language-models/" + folder + "/" + length + ".json")) {
            new ObjectMapper().readTree(file).get("ngrams").properties().forEach(entry -> {
                String[] fraction = entry.getKey().split("/", -1);
                double p = Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]);
                for (String sequence : entry.getValue().asText().split(" ", -1)) {
                    probabilities.put(sequence, p);
                }
            });
        }
        return probabilities;
    }

    private static void write(List<String> tags, Map<String, List<int[]>> evidence, Path file) throws IOException {
        int pairs = evidence.values().stream().mapToInt(e -> 1 + 2 * e.size()).sum();
        try (var out = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)))) {
            out.writeByte(tags.size());
            for (String tag : tags) {
                out.writeUTF(tag);
            }
            out.writeInt(evidence.size());
            out.writeInt(pairs);
            for (var sequence : evidence.entrySet()) {
                out.writeByte(sequence.getKey().length());
                out.writeChars(sequence.getKey());
                out.writeByte(sequence.getValue().size());
                for (int[] pair : sequence.getValue()) {
                    out.writeByte(pair[0]);
                    out.writeByte(pair[1]);
                }
            }
        }
    }
}
