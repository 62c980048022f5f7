import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.util.Triple;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Annotates texts with one of CoreNLP's models, as a voter for training: arguments MODEL TEXTS OUT, where MODEL is a resource,
 * offsets in code points. A line break ends a sentence.
 */
public final class CoreNlpTeacher {
    private CoreNlpTeacher() {}

    public static void main(String[] args) throws Exception {
        CRFClassifier<CoreLabel> classifier = CRFClassifier.getClassifier(args[0]);
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader in = Files.newBufferedReader(Path.of(args[1]));
                BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode text = json.readTree(line);
                ObjectNode annotation =
                        json.createObjectNode().put("id", text.get("id").asText());
                annotate(classifier, text.get("text").asText(), annotation.putArray("entities"));
                out.write(annotation.toString());
                out.newLine();
            }
        }
    }

    private static void annotate(CRFClassifier<CoreLabel> classifier, String text, ArrayNode entities) {
        int lineStart = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                for (Triple<String, Integer, Integer> name : classifier.classifyToCharacterOffsets(line)) {
                    ObjectNode entity = entities.addObject();
                    entity.put("start", text.codePointCount(0, lineStart + name.second()));
                    entity.put("end", text.codePointCount(0, lineStart + name.third()));
                    entity.put("type", type(name.first()));
                }
            }
            lineStart += line.length() + 1;
        }
    }

    /** The type by the name that all our files have for it; other models say {@code PERS}, {@code LUG}, {@code I-LOC}. */
    private static String type(String label) {
        String bare = label.replaceFirst("^[BIES]-", "");
        if (bare.startsWith("PER")) {
            return "PERSON";
        }
        if (bare.startsWith("ORG")) {
            return "ORGANIZATION";
        }
        return bare.startsWith("LOC") || bare.equals("LUG") ? "LOCATION" : bare;
    }
}
