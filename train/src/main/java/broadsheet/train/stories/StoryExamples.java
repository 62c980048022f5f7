package broadsheet.train.stories;

import broadsheet.model.Json;
import broadsheet.stories.forest.ArticleToPlace;
import broadsheet.stories.forest.Comparison;
import broadsheet.stories.forest.StoryForest;
import broadsheet.stories.likeness.ComparedArticle;
import broadsheet.stories.likeness.PairLikeness;
import broadsheet.stories.traits.Rarities;
import broadsheet.stories.traits.TraitsReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A set of articles whose stories are known, in one of the forms in which articles come: each article with all that a forest
 * compares it with.
 */
final class StoryExamples {

    static final Duration WINDOW = Duration.ofDays(7);
    static final int FOLDS = 5;
    /** What is compared is the same whatever the weights. */
    private static final PairLikeness NO_MATTER = PairLikeness.parse(List.of());

    private static final Pattern SUBJECT = Pattern.compile("ecb-(\\d+)-.*");

    /** How much of an article is taken. */
    enum Form {
        WHOLE(1),
        /** Its headline and its first thirty words, as a brief. */
        BRIEF(0.25),
        /** Its headline alone, as a teaser. */
        HEADLINE(0.25);

        private final double importance;

        Form(double importance) {
            this.importance = importance;
        }

        double importance() {
            return importance;
        }

        private String text(String text) {
            return switch (this) {
                case WHOLE -> text;
                case HEADLINE -> "";
                case BRIEF -> {
                    String[] words = text.split("\\s+", 31);
                    yield String.join(" ", List.of(words).subList(0, Math.min(30, words.length)));
                }
            };
        }
    }

    /**
     * One comparison.
     *
     * @param features what was told of the two
     * @param same whether they tell of the same event
     * @param folds the folds of the subjects of both
     * @param importance its weight: comparisons of one article share what it has
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    record Example(double[] features, boolean same, int[] folds, double importance) {

        boolean isOf(int fold) {
            return folds[0] == fold || folds[1] == fold;
        }
    }

    private final Map<String, ArticleToPlace> articles = new LinkedHashMap<>();
    private final Map<String, String> stories = new LinkedHashMap<>();

    private StoryExamples() {}

    static StoryExamples read(Path file, Form form) throws IOException {
        var examples = new StoryExamples();
        var reader = new TraitsReader(Rarities.load());
        for (String line : Files.readAllLines(file)) {
            JsonNode fields = Json.mapper().readTree(line);
            String id = fields.get("id").asText();
            var article = new ComparedArticle(
                    reader.read(
                            fields.get("language").asText(),
                            fields.get("title").asText(),
                            form.text(fields.get("text").asText())),
                    Instant.parse(fields.get("published").asText()));
            examples.articles.put(id, ArticleToPlace.original(id, article));
            examples.stories.put(id, fields.get("story").asText());
        }
        return examples;
    }

    List<Example> examples(Form form) {
        StoryForest forest = forest(NO_MATTER);
        List<Example> examples = new ArrayList<>();
        for (String id : articles.keySet()) {
            List<Comparison> compared = forest.compare(id);
            for (Comparison comparison : compared) {
                examples.add(new Example(
                        comparison.features(),
                        story(id).equals(story(comparison.earlier())),
                        new int[] {fold(id), fold(comparison.earlier())},
                        form.importance() / Math.sqrt(compared.size())));
            }
        }
        return examples;
    }

    /** A forest of all its articles. */
    StoryForest forest(PairLikeness likeness) {
        var forest = new StoryForest(likeness, WINDOW);
        articles.values().forEach(forest::put);
        forest.settle();
        return forest;
    }

    Iterable<String> ids() {
        return articles.keySet();
    }

    /** The fold of an article's subject: all events of one subject are in one. */
    int fold(String id) {
        Matcher subject = SUBJECT.matcher(story(id));
        String name = subject.matches() ? subject.group(1) : story(id);
        return Math.floorMod(name.hashCode() * 31 + name.length(), FOLDS);
    }

    private String story(String id) {
        return stories.getOrDefault(id, id);
    }
}
