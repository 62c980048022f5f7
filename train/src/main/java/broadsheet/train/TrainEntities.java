package broadsheet.train;

import broadsheet.enrich.entities.EntityRecognizer;
import broadsheet.enrich.entities.LanguageModels;
import broadsheet.enrich.entities.Span;
import broadsheet.enrich.tagging.Encoder;
import broadsheet.enrich.tagging.Lexicon;
import broadsheet.enrich.tagging.Orthography;
import broadsheet.enrich.tagging.Tagger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Trains the model of {@link EntityRecognizer} and annotates texts with it. {@code train/run} shows how the shipped model
 * is made.
 */
@Command(name = "train-entities", mixinStandardHelpOptions = true)
public final class TrainEntities {
    private TrainEntities() {}

    /** Runs one of the two commands. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new TrainEntities()).execute(args));
    }

    /** Learns a model; the same files and options give the same bytes. */
    @Command(name = "fit", description = "Learns a model from gold and voted texts.")
    int fit(
            @Option(names = "--gold", description = "annotated texts") List<Path> gold,
            @Mixin SilverTexts silver,
            @Option(names = "--bits", defaultValue = "21") int bits,
            @Option(names = "--epochs", defaultValue = "6") int epochs,
            @Option(names = "--dropout", defaultValue = "0.2") float dropout,
            @Option(names = "--decay", defaultValue = "1e-6") float decay,
            @Option(names = "--titled", defaultValue = "0") double titled,
            @Option(names = "--capitals", defaultValue = "0") double capitals,
            @Option(names = "--seed", defaultValue = "1") long seed,
            @Option(names = "--out", required = true) Path out)
            throws IOException {
        Lexicon lexicon = Lexicon.of(Nlp4jLexica.clusterPaths(), Nlp4jLexica.names());
        Examples examples = new Examples(new Encoder(lexicon, bits), new InventedHeadlines(titled, capitals, seed));
        for (Path file : gold) {
            examples.addGold(file);
        }
        silver.addTo(examples);
        System.err.printf("%d sentences%n", examples.all().size());
        var options = new CrfTrainer.Options(bits, epochs, 0.1f, dropout, decay, seed, 0);
        Tagger tagger = new CrfTrainer(options).train(examples.all(), lexicon);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
            tagger.write(file);
        }
        return 0;
    }

    /** Annotates texts as the scorers and the votes read them: offsets in code points. */
    @Command(name = "annotate", description = "Annotates texts, one JSON object a line.")
    int annotate(
            @Option(names = "--language", defaultValue = "en") String language,
            @Option(names = "--model", required = true) Path model,
            @Option(names = "--text", required = true) Path text,
            @Option(names = "--out", required = true) Path out)
            throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(model));
                BufferedReader in = Files.newBufferedReader(text);
                BufferedWriter target = Files.newBufferedWriter(out)) {
            EntityRecognizer recognizer = new EntityRecognizer(read(language, file));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                target.write(annotated(Document.JSON.readTree(line), recognizer));
                target.newLine();
            }
        }
        return 0;
    }

    private static Tagger read(String language, InputStream file) throws IOException {
        return language.equals("en")
                ? Tagger.read(file)
                : LanguageModels.englishTagger().read(file, Orthography.of(language));
    }

    private static String annotated(JsonNode line, EntityRecognizer recognizer) {
        String text = line.get("text").asText();
        ObjectNode annotation = Document.JSON.createObjectNode();
        annotation.put("id", line.get("id").asText());
        ArrayNode entities = annotation.putArray("entities");
        for (Span span : recognizer.spans(text)) {
            int start = text.codePointCount(0, span.start());
            ObjectNode entity = entities.addObject();
            entity.put("start", start);
            entity.put("end", start + text.codePointCount(span.start(), span.end()));
            entity.put("type", span.type().name());
        }
        return annotation.toString();
    }
}
