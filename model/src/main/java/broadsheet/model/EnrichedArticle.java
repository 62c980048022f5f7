package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An article with its language decided, and with entities and sections. In JSON one flat object.
 *
 * @param article the article; its language is the one that was detected
 * @param entities named people, organisations and places, the most salient first
 * @param sections subjects, the surest first
 * @param annotated what was tried: {@code entities} and {@code sections} are in it only if the models know the language;
 *     and by which generation of models, {@code models-1}
 */
public record EnrichedArticle(
        @JsonUnwrapped Article article, List<Entity> entities, List<Section> sections, List<String> annotated) {

    private static final String MODELS = "models-";
    private static final Pattern GENERATION = Pattern.compile(MODELS + "(\\d{1,9})");

    public EnrichedArticle {
        entities = List.copyOf(entities);
        sections = List.copyOf(sections);
        annotated = List.copyOf(annotated);
    }

    /** The word in {@code annotated} for a generation of models; the newer one has the higher number. */
    public static String modelsWord(int generation) {
        return MODELS + generation;
    }

    /** The generation of the models that annotated it; 0 if it does not say. */
    public int models() {
        return annotated.stream()
                .map(GENERATION::matcher)
                .filter(Matcher::matches)
                .mapToInt(word -> Integer.parseInt(word.group(1)))
                .max()
                .orElse(0);
    }

    /** Characters of text in it, in UTF-16 code units: what its size comes from; a mention has some fifty besides. */
    public long characters() {
        long named = 0;
        for (Entity entity : entities) {
            named += 200 + entity.name().length();
            for (Entity.Mention mention : entity.mentions()) {
                named += 50 + mention.text().length();
            }
        }
        return article.characters() + named;
    }
}
