package broadsheet.train.sections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads the texts that the section model is trained on. Topics are numbered from 0 in the order of their qcodes. */
final class Corpus {

    static final int TOPICS = 17;

    /** A piece of a page long enough to have a subject, and how many of one page are taken. */
    private static final int PIECE = 450;

    private static final int PIECES = 5;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A text; its topic is empty if it is only there to be labelled by the teacher. */
    record Example(String text, OptionalInt topic) {}

    private Corpus() {}

    /**
     * Labelled news: lines {@code {title, text, label, source}}. Wikinews is left out: it is the held-out check.
     *
     * @throws IOException if it cannot be read
     */
    static List<Example> news(Path file) throws IOException {
        var examples = new ArrayList<Example>();
        for (String line : Files.readAllLines(file)) {
            JsonNode article = JSON.readTree(line);
            if (!article.path("source").asText().equals("wikinews")) {
                String title = article.path("title").asText("").strip();
                String text = article.path("text").asText().strip();
                String whole = title.isEmpty() || text.startsWith(title) ? text : title + ". " + text;
                examples.add(new Example(whole, topic(article.path("label").asText(""))));
            }
        }
        return examples;
    }

    /**
     * Definitions of all media topics, each under its top topic.
     *
     * @throws IOException if it cannot be read
     */
    static List<Example> definitions(Path file) throws IOException {
        var examples = new ArrayList<Example>();
        for (JsonNode topic : JSON.readTree(file.toFile())) {
            String text = topic.path("name").asText() + ": "
                    + topic.path("definition").asText();
            examples.add(new Example(text, topic(topic.path("top").asText())));
        }
        return examples;
    }

    /**
     * Our own sentences: lines of two-digit topic and sentence, tab-separated.
     *
     * @throws IOException if it cannot be read
     */
    static List<Example> sentences(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> new Example(line.substring(3), OptionalInt.of(Integer.parseInt(line.substring(0, 2)) - 1)))
                .toList();
    }

    /**
     * Unlabelled pieces of English pages: lines {@code {title, text, language?}}.
     *
     * @throws IOException if it cannot be read
     */
    static List<Example> pages(Path file) throws IOException {
        var examples = new ArrayList<Example>();
        for (String line : Files.readAllLines(file)) {
            JsonNode page = JSON.readTree(line);
            if (page.path("language").asText("en").equals("en")) {
                pieces(page.path("title").asText(""), page.path("text").asText(""))
                        .forEach(piece -> examples.add(new Example(piece, OptionalInt.empty())));
            }
        }
        return examples;
    }

    /**
     * Labelled texts by their source: lines {@code {title, text, label, source}}.
     *
     * @throws IOException if it cannot be read
     */
    static Map<String, List<Example>> bySource(Path file) throws IOException {
        var sources = new TreeMap<String, List<Example>>();
        for (String line : Files.readAllLines(file)) {
            JsonNode article = JSON.readTree(line);
            String text = article.path("title").asText("") + ". "
                    + article.path("text").asText();
            sources.computeIfAbsent(article.path("source").asText(), source -> new ArrayList<>())
                    .add(new Example(text, topic(article.path("label").asText(""))));
        }
        return sources;
    }

    private static List<String> pieces(String title, String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder(title.isBlank() ? "" : title + ". ");
        for (String line : text.split("\n", -1)) {
            piece.append(line).append(' ');
            if (piece.length() > PIECE && pieces.size() < PIECES) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        return pieces;
    }

    private static OptionalInt topic(String qcode) {
        return qcode.startsWith("medtop:")
                ? OptionalInt.of(Integer.parseInt(qcode.substring(7, 9)) - 1)
                : OptionalInt.empty();
    }
}
