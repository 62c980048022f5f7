package broadsheet.enrich;

import static broadsheet.model.Article.UNDETERMINED;

import broadsheet.enrich.entities.LanguageModels;
import broadsheet.enrich.language.LanguageDetector;
import broadsheet.enrich.language.LanguageDetector.Detection;
import broadsheet.enrich.places.PlaceLinker;
import broadsheet.enrich.sections.SectionFinder;
import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds out what an article is about: its language, the entities that it names, its sections.
 *
 * <p>Entities are found in the languages that {@link LanguageModels} has, those of an article in another are not. The
 * same holds for sections by a model; those that publisher and URL name are given in any language. {@link EnrichedArticle#annotated()} says what was tried. The same article gives
 * the same answer always.
 *
 * <p>Thread-safe and immutable: loaded once per process and shared by its threads.
 *
 * <pre>{@code
 * var annotator = Annotator.load(EnrichSettings.defaults());
 * EnrichedArticle enriched = annotator.annotate(article);
 * }</pre>
 */
public final class Annotator {

    /**
     * Generation of the models, and of the code that reads them. It goes up by one whenever the same text is annotated in
     * another way than before: the newest annotation of a text is the one that is published.
     */
    static final int MODELS = 3;

    private final EnrichSettings settings;
    private final LanguageDetector languages;
    private final LanguageModels recognizers;
    private final Map<String, PlaceLinker> places;
    private final SectionFinder sections;

    private Annotator(
            EnrichSettings settings,
            LanguageDetector languages,
            LanguageModels recognizers,
            Map<String, PlaceLinker> places,
            SectionFinder sections) {
        this.settings = settings;
        this.languages = languages;
        this.recognizers = recognizers;
        this.places = places;
        this.sections = sections;
    }

    /** Loads the models that come with this module. */
    public static Annotator load(EnrichSettings settings) {
        return new Annotator(
                settings,
                LanguageDetector.load(),
                LanguageModels.load(),
                PlaceLinker.byLanguage(),
                SectionFinder.load());
    }

    /** The article with its language decided, and with what is known of its subject. */
    public EnrichedArticle annotate(Article article) {
        String language = decideLanguage(article);
        var annotated = new ArrayList<String>();
        List<Entity> entities = List.of();
        if (recognizers.know(language)) {
            annotated.add("entities");
            entities = entities(language, article.headline(), article.body());
        }
        if (SectionFinder.modelKnows(language)) {
            annotated.add("sections");
        }
        annotated.add(EnrichedArticle.modelsWord(MODELS));
        return new EnrichedArticle(
                article.withLanguage(language), entities, sections.find(article, language), annotated);
    }

    /** The language of a text alone; {@code und} if unsure. */
    String language(String headline, String body) {
        return languages.detect(headline, body).tag();
    }

    /** The entities of a text in a language that is known; none otherwise. */
    List<Entity> entities(String language, String headline, String body) {
        List<Entity> entities = recognizers
                .of(language)
                .map(recognizer -> recognizer.recognize(headline, start(body)))
                .orElse(List.of());
        PlaceLinker linker = places.get(language);
        return linker == null ? entities : linker.link(entities, body);
    }

    /** What the model alone thinks of each top topic, by qcode, the highest first; none if the language is unknown. */
    Map<String, Double> sectionScores(String language, String headline, String body) {
        return sections.scores(language, headline, body);
    }

    /** Those topics of {@link #sectionScores} of which the model is sure enough to name them. */
    List<String> sureOf(Map<String, Double> scores) {
        return scores.keySet().stream()
                .filter(topic -> SectionFinder.isSure(scores.getOrDefault(topic, 0.0)))
                .toList();
    }

    /** The text's language; where the text leaves it open, the page's word counts if the text speaks for it. */
    private String decideLanguage(Article article) {
        Detection detection = languages.detect(article.headline(), article.body());
        String declared = primary(article.language());
        boolean supported =
                detection.tag().equals(UNDETERMINED) && detection.alternative().equals(declared);
        return supported ? declared : detection.tag();
    }

    /** {@code en} of {@code en-GB}. Bokmål and Nynorsk count as Norwegian, as in the detector. */
    private static String primary(String tag) {
        String primary = tag.split("-", 2)[0];
        return primary.equals("nb") || primary.equals("nn") ? "no" : primary;
    }

    private String start(String body) {
        int end = Math.min(body.length(), settings.annotatedCharacters());
        return body.substring(0, end > 0 && Character.isHighSurrogate(body.charAt(end - 1)) ? end - 1 : end);
    }
}
