package broadsheet.train;

import broadsheet.enrich.tagging.Label;
import broadsheet.enrich.tagging.Orthography;
import broadsheet.enrich.tagging.Sentences;
import broadsheet.enrich.tagging.Token;
import broadsheet.model.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text and its sentences, with the place of each character's token.
 *
 * @param id names it in all files
 * @param text its characters
 * @param sentences its tokens
 */
record Document(String id, String text, List<List<Token>> sentences) {
    static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A name in one sentence.
     *
     * @param sentence number of the sentence
     * @param first number of its first token
     * @param last number of its last token
     * @param type what it names
     */
    record Name(int sentence, int first, int last, Entity.Type type) {
        int length() {
            return last - first + 1;
        }

        int label(int at) {
            return Label.of(type, at - first, length());
        }
    }

    static Document of(JsonNode line, Orthography orthography) {
        String text = line.get("text").asText();
        return new Document(line.get("id").asText(), text, Sentences.of(text, orthography));
    }

    /**
     * The names that an annotation {@code {entities: [{start, end, type}]}} marks, offsets in code points. A name that
     * begins or ends within a token is widened to the whole token if that adds no letter, else left out, as is one that
     * crosses the end of a sentence or is of another type.
     */
    List<Name> names(JsonNode annotation) {
        return marked(annotation, Document::type);
    }

    /** What an annotation leaves open; see {@code train/project.py}. */
    List<Name> open(JsonNode annotation) {
        return marked(annotation, name -> name.equals("OPEN") ? Optional.of(Entity.Type.PERSON) : Optional.empty());
    }

    private List<Name> marked(JsonNode annotation, Function<String, Optional<Entity.Type>> types) {
        Map<Integer, int[]> starts = new HashMap<>();
        Map<Integer, int[]> ends = new HashMap<>();
        for (int s = 0; s < sentences.size(); s++) {
            for (int t = 0; t < sentences.get(s).size(); t++) {
                starts.put(sentences.get(s).get(t).start(), new int[] {s, t});
                ends.put(sentences.get(s).get(t).end(), new int[] {s, t});
            }
        }
        List<Name> names = new ArrayList<>();
        for (JsonNode entity : annotation.get("entities")) {
            Optional<Entity.Type> type = types.apply(entity.get("type").asText());
            if (type.isEmpty()) {
                continue;
            }
            int[] first =
                    starts.get(text.offsetByCodePoints(0, entity.get("start").asInt()));
            int end = text.offsetByCodePoints(0, entity.get("end").asInt());
            int[] last = ends.get(end);
            if (last == null && end < text.length() && text.charAt(end) == '.') {
                last = ends.get(end + 1);
            }
            if (first != null && last != null && first[0] == last[0] && first[1] <= last[1]) {
                names.add(new Name(first[0], first[1], last[1], type.get()));
            }
        }
        return names;
    }

    private static Optional<Entity.Type> type(String name) {
        return switch (name) {
            case "PERSON" -> Optional.of(Entity.Type.PERSON);
            case "ORGANIZATION", "ORG" -> Optional.of(Entity.Type.ORGANIZATION);
            case "LOCATION", "LOC", "GPE", "FAC" -> Optional.of(Entity.Type.LOCATION);
            default -> Optional.empty();
        };
    }
}
