package broadsheet.stories;

import broadsheet.enrich.language.LanguageDetector;
import broadsheet.enrich.language.LanguageDetector.Detection;
import broadsheet.model.Json;
import broadsheet.stories.forest.ArticleToPlace;
import broadsheet.stories.forest.StoryForest;
import broadsheet.stories.likeness.ComparedArticle;
import broadsheet.stories.likeness.PairLikeness;
import broadsheet.stories.traits.Rarities;
import broadsheet.stories.traits.StoryTraits;
import broadsheet.stories.traits.TraitsReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The forest of stories as a filter: lines {@code {id, url, title, text, published, language}} in, a line {@code {id, story}}
 * out for each id, as of the end of the input and in the order of ids. The same lines in any order, and more than once, give
 * the same bytes.
 *
 * <p>Title or text may be missing, or both. A language that is not said is detected. Who has no time that can be read is
 * taken for the latest. Of two lines with one id the one that was published later counts.
 */
final class FindStories {

    /** Of two lines with one id the greater counts: whichever came first. */
    private static final Comparator<Known> WHICH_COUNTS = Comparator.comparing(
                    Known::published, Comparator.comparing(time -> time.orElse(Instant.MIN)))
            .thenComparing(Known::title)
            .thenComparing(Known::textHash);

    private final StoryForest forest;
    private final TraitsReader reader = new TraitsReader(Rarities.load());
    private final Supplier<LanguageDetector> detector;
    private final Consumer<String> problems;
    private final Map<String, Known> articles = new TreeMap<>();

    /** What is kept of a line. */
    private record Known(String id, String title, int textHash, Optional<Instant> published, StoryTraits traits) {}

    /**
     * @param window see {@link StoryForest}
     * @param detector asked once, and only if a language is missing
     * @param problems is told of each line that is no article
     */
    FindStories(Duration window, Supplier<LanguageDetector> detector, Consumer<String> problems) {
        forest = new StoryForest(PairLikeness.load(), window);
        this.detector = new AskedFor(detector);
        this.problems = problems;
    }

    /** Reads all of {@code in}, then writes {@code out}; returns whether each line was an article. */
    boolean run(BufferedReader in, PrintStream out) throws IOException {
        boolean isWhole = true;
        int number = 0;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            number++;
            if (!text.isBlank()) {
                isWhole &= take(text, number);
            }
        }
        place();
        for (String id : articles.keySet()) {
            String story = forest.placement(id).orElseThrow().story();
            out.println(Json.line(Json.mapper().createObjectNode().put("id", id).put("story", story)));
        }
        out.flush();
        return isWhole;
    }

    private boolean take(String text, int number) {
        ArticleLine line;
        try {
            line = ArticleLine.read(text);
        } catch (IllegalArgumentException e) {
            problems.accept("line " + number + " is no article: " + e.getMessage());
            return false;
        }
        String language = line.language().orElseGet(() -> detect(line));
        var known = new Known(
                line.id(),
                line.title(),
                line.text().hashCode(),
                line.published(),
                reader.read(language, line.title(), line.text()));
        articles.merge(line.id(), known, (one, other) -> WHICH_COUNTS.compare(one, other) >= 0 ? one : other);
        return true;
    }

    /** The detector's best guess, even if it is unsure: a short headline is to find its like all the same. */
    private String detect(ArticleLine line) {
        Detection detection = detector.get().detect(line.title(), line.text());
        return detection.tag().equals("und") ? detection.alternative() : detection.tag();
    }

    private void place() {
        Instant latest = articles.values().stream()
                .flatMap(article -> article.published().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<ArticleToPlace> inOrder = new ArrayList<>();
        articles.forEach((id, article) -> inOrder.add(ArticleToPlace.original(
                id, new ComparedArticle(article.traits(), article.published().orElse(latest)))));
        // Only because it is quicker: to come in order costs a posting nothing.
        inOrder.sort(Comparator.comparing(article -> article.article().time()));
        inOrder.forEach(forest::put);
        forest.settle();
    }

    /** A detector that is loaded once, if at all. */
    private static final class AskedFor implements Supplier<LanguageDetector> {

        private final Supplier<LanguageDetector> load;
        private Optional<LanguageDetector> loaded = Optional.empty();

        AskedFor(Supplier<LanguageDetector> load) {
            this.load = load;
        }

        @Override
        public LanguageDetector get() {
            if (loaded.isEmpty()) {
                loaded = Optional.of(load.get());
            }
            return loaded.get();
        }
    }
}
