package broadsheet.train;

import broadsheet.enrich.tagging.Encoder;
import broadsheet.enrich.tagging.Token;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects the sentences to learn from: gold, and silver that several annotators vote on. */
final class Examples {
    private final Encoder encoder;
    private final InventedHeadlines headlines;
    private final List<Example> examples = new ArrayList<>();

    Examples(Encoder encoder, InventedHeadlines headlines) {
        this.encoder = encoder;
        this.headlines = headlines;
    }

    /**
     * An annotator's file and how much it counts.
     *
     * @param file lines {@code {id, entities}} in the order of the texts
     * @param weight how many votes it has
     */
    record Annotator(Path file, double weight) {}

    List<Example> all() {
        return examples;
    }

    /** Adds texts with their annotations in one file, taken as they are. */
    void addGold(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode json = Document.JSON.readTree(line);
                Document document = Document.of(json, encoder.orthography());
                Votes votes = new Votes(document);
                votes.add(document.names(json), 1);
                add(document, votes.allowed(1, 1));
            }
        }
    }

    /** Adds texts that annotators vote on; {@code certain} and {@code doubtful} as in {@link Votes}. */
    void addSilver(Path texts, List<Annotator> annotators, double certain, double doubtful) throws IOException {
        List<BufferedReader> readers = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(texts)) {
            for (Annotator annotator : annotators) {
                readers.add(Files.newBufferedReader(annotator.file()));
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Document document = Document.of(Document.JSON.readTree(line), encoder.orthography());
                Votes votes = new Votes(document);
                for (int i = 0; i < readers.size(); i++) {
                    JsonNode annotation = next(readers.get(i), document.id());
                    votes.add(document.names(annotation), annotators.get(i).weight());
                    votes.leaveOpen(document.open(annotation));
                }
                add(document, votes.allowed(certain, doubtful));
            }
        } finally {
            for (BufferedReader reader : readers) {
                reader.close();
            }
        }
    }

    private static JsonNode next(BufferedReader reader, String id) throws IOException {
        String line = reader.readLine();
        if (line == null) {
            throw new IOException("annotations end before text " + id);
        }
        JsonNode annotation = Document.JSON.readTree(line);
        if (!annotation.get("id").asText().equals(id)) {
            throw new IOException("annotation of " + annotation.get("id") + " where that of " + id + " should be");
        }
        return annotation;
    }

    private void add(Document document, List<int[]> allowed) {
        List<int[][]> encoded = encoder.encode(document.sentences());
        for (int i = 0; i < encoded.size(); i++) {
            add(encoded.get(i), allowed.get(i).clone());
            List<Token> headline = headlines.of(document.sentences().get(i));
            if (!headline.isEmpty()) {
                add(encoder.encode(List.of(headline)).get(0), allowed.get(i).clone());
            }
        }
    }

    /** A sentence in which no token can be part of a name teaches nothing. */
    private void add(int[][] rows, int[] allowed) {
        for (int[] row : rows) {
            if (row.length > 0) {
                Votes.fit(allowed, rows);
                examples.add(new Example(rows, allowed));
                return;
            }
        }
    }
}
