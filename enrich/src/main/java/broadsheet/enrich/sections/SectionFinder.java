package broadsheet.enrich.sections;

import broadsheet.enrich.sections.MediaTopics.MediaTopic;
import broadsheet.model.Article;
import broadsheet.model.Section;
import broadsheet.model.Section.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the subjects of an article: what the publisher's own section and keywords say, what the URL's path says, and
 * what the model says of an English text.
 *
 * <p>A topic that several of them name is given once, with the origin that knows it best (the
 * publisher before the URL before the model) and a confidence
 * {@code 1 − (1 − a)(1 − b)…} as of independent witnesses. A topic below the top level ({@code soccer}) brings its top
 * topic ({@code sport}). The model is left out where it is unsure. Thread-safe.
 */
public final class SectionFinder {

    /** By order of how often each named the subject of 50 pages checked by hand; see bench/README.md. */
    private static final double BY_SECTION = 0.9;

    private static final double BY_URL = 0.85;
    private static final double BY_KEYWORD = 0.5;

    /** Below this probability the model does not name a topic. */
    private static final double UNSURE = 0.4;

    /** More keywords than this are a list for search engines. */
    private static final int MOST_KEYWORDS = 15;

    private final MediaTopics topics;
    private final PublisherWords words;
    private final SectionModel model;

    private SectionFinder(MediaTopics topics, PublisherWords words, SectionModel model) {
        this.topics = topics;
        this.words = words;
        this.model = model;
    }

    /** Loads the vocabulary and the model that come with this module; once per process. */
    public static SectionFinder load() {
        MediaTopics topics = MediaTopics.load();
        try (InputStream file = Resources.open("model.bin.gz")) {
            return new SectionFinder(topics, PublisherWords.load(topics), SectionModel.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read section model", e);
        }
    }

    /** Whether the model knows this language; for others only publisher and URL are asked. */
    public static boolean modelKnows(String language) {
        return language.equals("en");
    }

    /** Whether a probability of the model is enough to name the topic. */
    public static boolean isSure(double score) {
        return score >= UNSURE;
    }

    /** The subjects of an article in the given language (BCP 47), the surest first. */
    public List<Section> find(Article article, String language) {
        var found = new Witnesses();
        article.section().ifPresent(section -> found.add(words.topics(section), BY_SECTION, Origin.PUBLISHER));
        article.keywords().stream()
                .limit(MOST_KEYWORDS)
                .forEach(keyword -> found.add(words.topic(keyword).stream().toList(), BY_KEYWORD, Origin.PUBLISHER));
        article.address().map(UrlWords::of).orElse(List.of()).stream()
                .map(words::topic)
                .flatMap(Optional::stream)
                .forEach(topic -> found.add(List.of(topic), BY_URL, Origin.URL));
        if (modelKnows(language)) {
            scores(article.headline(), article.body()).forEach((topic, score) -> {
                if (isSure(score)) {
                    found.add(List.of(topics.withCode(topic)), score, Origin.MODEL);
                }
            });
        }
        return found.sections();
    }

    /** The model's probability of each top topic by its qcode, the highest first; all of an English text. */
    public Map<String, Double> scores(String headline, String body) {
        double[] probabilities = model.probabilities(headline, body);
        var order = new ArrayList<Integer>();
        for (int topic = 0; topic < probabilities.length; topic++) {
            order.add(topic);
        }
        order.sort(Comparator.comparingDouble(topic -> -probabilities[topic]));
        var scores = new LinkedHashMap<String, Double>();
        order.forEach(topic -> scores.put("medtop:%02d000000".formatted(topic + 1), probabilities[topic]));
        return SportingWords.mended(headline, body, scores);
    }

    /** What has been said of each topic so far. */
    private final class Witnesses {

        private final Map<MediaTopic, Section> sections = new LinkedHashMap<>();

        /** One witness names these topics; one that names a topic and one below it has named the top topic once. */
        void add(Collection<MediaTopic> named, double confidence, Origin origin) {
            var all = new LinkedHashSet<MediaTopic>(named);
            named.forEach(topic -> all.add(topics.topOf(topic)));
            all.forEach(topic -> sections.merge(
                    topic, new Section(topic.qcode(), topic.name(), confidence, origin), Witnesses::agree));
        }

        List<Section> sections() {
            return sections.values().stream()
                    .sorted(Comparator.comparingDouble(section -> -section.confidence()))
                    .toList();
        }

        private static Section agree(Section a, Section b) {
            Origin closest = a.origin().compareTo(b.origin()) <= 0 ? a.origin() : b.origin();
            double confidence = 1 - (1 - a.confidence()) * (1 - b.confidence());
            return new Section(a.mediaTopic(), a.name(), confidence, closest);
        }
    }
}
