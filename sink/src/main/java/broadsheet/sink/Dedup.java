package broadsheet.sink;

import broadsheet.model.CopyOf;
import broadsheet.model.Json;
import broadsheet.sink.copies.ArticleToJudge;
import broadsheet.sink.copies.CopyJudge;
import broadsheet.sink.copies.Fingerprint;
import broadsheet.sink.copies.Fingerprinter;
import broadsheet.sink.copies.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The judge of copies as a filter: articles in, one JSON object a line, and what is whose copy out. The same code that
 * the sink runs, without Kafka.
 *
 * <p>It reads {@code {id, url, title, text, published}}, where {@code published} is when the article was first seen, and
 * writes, in the same order, {@code {id, duplicate_of, kind, similarity}} as of the end of the input: {@code kind} is
 * {@code original}, {@code copy}, {@code update} or {@code correction} of its original, {@code exact} for a copy word by
 * word, or {@code revision} for an article under the URL of its original.
 */
public final class Dedup {

    private final Duration window;
    private final Fingerprinter fingerprinter = new Fingerprinter();

    /**
     * @param window see {@link SinkSettings}
     */
    public Dedup(Duration window) {
        this.window = window;
    }

    private record Line(String id, String url, Instant published, Fingerprint fingerprint) {

        boolean isBefore(Line other) {
            int order = published.compareTo(other.published);
            return order != 0 ? order < 0 : id.compareTo(other.id) < 0;
        }
    }

    /**
     * Reads all of {@code in}, then writes {@code out}.
     *
     * @throws IllegalArgumentException if a line is not an article; the message names the line
     */
    public void run(BufferedReader in, PrintWriter out) throws IOException {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            number++;
            if (!text.isBlank()) {
                lines.add(line(text, number));
            }
        }
        judge(lines, out);
    }

    private Line line(String text, int number) {
        try {
            JsonNode tree = Json.mapper().readTree(text);
            return new Line(
                    tree.required("id").asText(),
                    tree.path("url").asText(),
                    Instant.parse(tree.required("published").asText()),
                    fingerprinter.of(
                            tree.path("title").asText(), tree.required("text").asText()));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("line " + number + " is not an article: " + e.getMessage(), e);
        }
    }

    private void judge(List<Line> lines, PrintWriter out) {
        Map<String, Line> byId = new HashMap<>();
        Map<String, Line> firstByUrl = new HashMap<>();
        for (Line line : lines) {
            byId.put(line.id, line);
            firstByUrl.merge(line.url, line, (one, other) -> other.isBefore(one) ? other : one);
        }
        var judge = new CopyJudge(window, window);
        for (Line line : lines) {
            boolean first = line.equals(firstByUrl.get(line.url));
            judge.judge(
                    new ArticleToJudge(line.id, line.published, "und", host(line.url), first, line.fingerprint),
                    line.published);
        }
        judge.settle();
        for (Line line : lines) {
            out.println(Json.line(answer(line, judge.verdict(line.id).orElseThrow(), byId)));
        }
        out.flush();
    }

    private static ObjectNode answer(Line line, Verdict verdict, Map<String, Line> byId) {
        ObjectNode answer = Json.mapper().createObjectNode().put("id", line.id);
        verdict.match()
                .ifPresentOrElse(
                        match -> answer.put("duplicate_of", match.original())
                                .put("kind", kind(line, byId.getOrDefault(match.original(), line), match))
                                .put("similarity", match.similarity()),
                        () -> answer.putNull("duplicate_of")
                                .put("kind", "original")
                                .putNull("similarity"));
        return answer;
    }

    private static String kind(Line line, Line original, Verdict.Match match) {
        if (match.kind() != CopyOf.Kind.COPY) {
            return match.kind().word();
        }
        if (line.fingerprint.isSameText(original.fingerprint)) {
            return "exact";
        }
        return !line.url.isEmpty() && line.url.equals(original.url) ? "revision" : "copy";
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
