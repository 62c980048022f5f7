package broadsheet.train.stories;

import broadsheet.model.Json;
import broadsheet.stories.traits.TraitsReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Counts in how many passages each term of each language stands, and writes how rare it would be in articles of
 * {@value #ARTICLE} words: {@code CountFrequencies OUT < TEXTS}, lines {@code {language?, title?, text}}, English where no
 * language is said. No randomness, no order of the input: the same lines give the same bytes.
 */
public final class CountFrequencies {

    private static final int ARTICLE = 200;
    /** Passages have so many terms at most: texts of all lengths are to count alike. */
    private static final int PASSAGE = 100;

    private static final int FEWEST = 3;
    /** What no list has is taken for as rare as this in each language, however little text there was. */
    private static final double RAREST = 8.5;

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private final Map<String, long[]> sizes = new TreeMap<>();

    private CountFrequencies() {}

    public static void main(String[] arguments) throws IOException {
        var frequencies = new CountFrequencies();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode text = Json.mapper().readTree(line);
            frequencies.add(
                    text.path("language").asText("en"),
                    text.path("title").asText("") + "\n" + text.path("text").asText(""));
        }
        Files.write(Path.of(arguments[0]), packed(frequencies.lines()));
    }

    private void add(String language, String text) {
        List<String> terms = TraitsReader.terms(language, text);
        for (int from = 0; from < terms.size(); from += PASSAGE) {
            List<String> passage = terms.subList(from, Math.min(terms.size(), from + PASSAGE));
            Map<String, Integer> ofLanguage = counts.computeIfAbsent(language, key -> new TreeMap<>());
            new HashSet<>(passage).forEach(term -> ofLanguage.merge(term, 1, Integer::sum));
            long[] size = sizes.computeIfAbsent(language, key -> new long[2]);
            size[0]++;
            size[1] += passage.size();
        }
    }

    private String lines() {
        var lines = new StringBuilder();
        counts.forEach((language, terms) -> {
            line(lines, language, "*", 0);
            terms.forEach((term, count) -> {
                if (count >= FEWEST) {
                    line(lines, language, term, count);
                }
            });
        });
        return lines.toString();
    }

    private void line(StringBuilder lines, String language, String term, int count) {
        long[] size = sizes.getOrDefault(language, new long[] {1, 1});
        double passages = size[0];
        double length = size[1] / passages;
        double share = (count + 0.3) / (passages + 1);
        double inArticle = 1 - StrictMath.pow(1 - share, ARTICLE / length);
        long tenths = StrictMath.round(10 * Math.min(RAREST, -StrictMath.log(inArticle)));
        lines.append(language)
                .append('\t')
                .append(term)
                .append('\t')
                .append(tenths)
                .append('\n');
    }

    private static byte[] packed(String lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
