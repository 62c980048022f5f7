import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Annotates texts with nlp4j, as a voter for training: arguments TEXTS OUT, offsets in code points, its own types. */
public final class Nlp4jTeacher {
    private static final String CONFIGURATION =
            """
            <configuration><tsv><column index="1" field="form"/></tsv><lexica>
            <ambiguity_classes field="word_form_simplified_lowercase">L/en-ambiguity-classes-simplified-lowercase.xz</ambiguity_classes>
            <word_clusters field="word_form_simplified_lowercase">L/en-brown-clusters-simplified-lowercase.xz</word_clusters>
            <word_embeddings field="word_form_undigitalized">L/en-word-embeddings-undigitalized.xz</word_embeddings>
            <named_entity_gazetteers field="word_form_simplified">L/en-named-entity-gazetteers-simplified.xz</named_entity_gazetteers>
            </lexica><models><pos>M/en-pos.xz</pos><ner>M/en-ner.xz</ner></models></configuration>
            """.replace(">L/", ">edu/emory/mathcs/nlp/lexica/").replace(">M/", ">edu/emory/mathcs/nlp/models/");

    private Nlp4jTeacher() {}

    public static void main(String[] args) throws Exception {
        NLPDecoder decoder = new NLPDecoder(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader in = Files.newBufferedReader(Path.of(args[0]));
                BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode text = json.readTree(line);
                ObjectNode annotation =
                        json.createObjectNode().put("id", text.get("id").asText());
                annotate(decoder, text.get("text").asText(), annotation.putArray("entities"));
                out.write(annotation.toString());
                out.newLine();
            }
        }
    }

    private static void annotate(NLPDecoder decoder, String text, ArrayNode entities) throws IOException {
        int lineStart = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                try {
                    for (NLPNode[] sentence : decoder.decodeDocument(line)) {
                        collect(sentence, text, lineStart, entities);
                    }
                } catch (RuntimeException e) {
                    // a few odd lines are beyond it; it then has no vote on them
                    System.err.println("nlp4j failed on a line: " + e);
                }
            }
            lineStart += line.length() + 1;
        }
    }

    /** The first node of a sentence is an artificial root. */
    private static void collect(NLPNode[] sentence, String text, int lineStart, ArrayNode entities) {
        int start = 0;
        for (int i = 1; i < sentence.length; i++) {
            String tag = sentence[i].getNamedEntityTag();
            if (tag.startsWith("B-") || tag.startsWith("U-")) {
                start = sentence[i].getStartOffset();
            }
            if (tag.startsWith("L-") || tag.startsWith("U-")) {
                ObjectNode entity = entities.addObject();
                entity.put("start", text.codePointCount(0, lineStart + start));
                entity.put("end", text.codePointCount(0, lineStart + sentence[i].getEndOffset()));
                entity.put("type", tag.substring(2));
            }
        }
    }
}
