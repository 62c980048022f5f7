package broadsheet.enrich;

import broadsheet.model.Entity;
import broadsheet.model.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The core as a filter: a line {@code {id, title?, text}} in, a line
 * {@code {id, entities:[{start,end,type}], label, labels, scores, language}} out, in the same order.
 *
 * <p>{@code label} is the model's first guess, however unsure; {@code labels} are the topics that it would put into an
 * article, {@code scores} its probabilities. {@code label} is absent for a text in a language that the model does not
 * know. Offsets point into {@code text}.
 */
public final class Annotate {

    /** What {@code start} and {@code end} count. */
    public enum Offsets {
        CODEPOINTS,
        UTF16
    }

    /** One mention: where it starts, where it ends, what it is. */
    record Span(int start, int end, Entity.Type type) {}

    /** One line of output. */
    record Annotation(
            String id,
            List<Span> entities,
            Optional<String> label,
            List<String> labels,
            Map<String, Double> scores,
            String language) {}

    private final Annotator annotator;
    private final Offsets offsets;

    public Annotate(Annotator annotator, Offsets offsets) {
        this.annotator = annotator;
        this.offsets = offsets;
    }

    /**
     * Annotates each line; blank lines are passed over.
     *
     * @throws IOException if a line cannot be read, or is not such an object: the message names the line
     */
    public void run(BufferedReader in, PrintStream out) throws IOException {
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                try {
                    out.println(annotate(line));
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    throw new IOException("line " + number + " is no article: " + firstLine(e), e);
                }
            }
        }
        out.flush();
    }

    /**
     * One line of NDJSON for one line of NDJSON.
     *
     * @throws JsonProcessingException if the line is no JSON
     * @throws IllegalArgumentException if it is no object with an {@code id} and a {@code text}
     */
    public String annotate(String line) throws JsonProcessingException {
        JsonNode fields = Json.mapper().readTree(line);
        String title = fields.path("title").asText("");
        String text = required(fields, "text");
        String language = annotator.language(title, text);
        Map<String, Double> scores = annotator.sectionScores(language, title, text);
        return Json.line(new Annotation(
                required(fields, "id"),
                spans(annotator.entities(language, title, text), text),
                scores.keySet().stream().findFirst(),
                annotator.sureOf(scores),
                scores,
                language));
    }

    private static String required(JsonNode fields, String name) {
        if (!fields.path(name).isValueNode()) {
            throw new IllegalArgumentException("no " + name);
        }
        return fields.path(name).asText();
    }

    private List<Span> spans(List<Entity> entities, String text) {
        var spans = new ArrayList<Span>();
        for (Entity entity : entities) {
            entity.mentions().forEach(mention -> spans.add(new Span(mention.start(), mention.end(), entity.type())));
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return offsets == Offsets.UTF16 ? spans : inCodePoints(spans, text);
    }

    /** The same spans, in order and without overlap, counted in code points; one pass over the text. */
    private static List<Span> inCodePoints(List<Span> spans, String text) {
        var counted = new ArrayList<Span>();
        int units = 0;
        int codePoints = 0;
        for (Span span : spans) {
            codePoints += text.codePointCount(units, span.start());
            int end = codePoints + text.codePointCount(span.start(), span.end());
            counted.add(new Span(codePoints, end, span.type()));
            units = span.start();
        }
        return counted;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
