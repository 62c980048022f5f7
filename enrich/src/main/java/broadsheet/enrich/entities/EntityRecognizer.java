package broadsheet.enrich.entities;

import broadsheet.enrich.entities.Grouping.Group;
import broadsheet.enrich.tagging.Label;
import broadsheet.enrich.tagging.Tagger;
import broadsheet.enrich.tagging.Token;
import broadsheet.model.Entity;
import broadsheet.model.Entity.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the people, organisations and places that an article in one language names.
 *
 * <p>Immutable and safe for use by many threads. Ask it nothing about other languages, it would answer. Time grows linearly with the text. Data, figures and known faults are in
 * {@code docs/model-cards/entities.md} and {@code languages.md}.
 *
 * <pre>{@code
 * EntityRecognizer recognizer = LanguageModels.load().of("en").orElseThrow();
 * List<Entity> entities = recognizer.recognize(article.headline(), article.body());
 * }</pre>
 */
public final class EntityRecognizer {
    /** Characters; what is longer is no name. */
    private static final int LONGEST = 300;

    private final Tagger tagger;
    private final Optional<EnglishRules> english;

    /** Makes one around a model; {@link LanguageModels} is the usual way. */
    public EntityRecognizer(Tagger tagger) {
        this.tagger = tagger;
        this.english = tagger.lexicon().isOther() ? Optional.empty() : Optional.of(new EnglishRules(tagger.lexicon()));
    }

    /** Reads the model of English. */
    public static EntityRecognizer load() {
        return new EntityRecognizer(LanguageModels.englishTagger());
    }

    /**
     * The entities of an article, the most salient first. Mentions are those in the body; the headline counts for
     * salience, for names and as context, and an entity that it alone names has no mentions.
     */
    public List<Entity> recognize(String headline, String body) {
        String text = headline + "\n" + body;
        int bodyStart = headline.length() + 1;
        List<Group> groups = Grouping.of(text, spans(text));
        double[] shares = new Salience(text, bodyStart).shares(groups);
        List<Entity> entities = new ArrayList<>(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            List<Mention> mentions = mentions(group.spans(), bodyStart, body);
            entities.add(new Entity(group.name(), group.type(), mentions, shares[i], Optional.empty()));
        }
        entities.sort(Comparator.comparingDouble(entity -> -entity.salience()));
        return List.copyOf(entities);
    }

    /** The names in a text, in order and apart from each other. */
    public List<Span> spans(String text) {
        List<List<Token>> sentences = tagger.sentences(text);
        List<Span> found = english.map(rules -> english(text, sentences, rules)).orElseGet(() -> tagged(sentences));
        Marked marked = new Marked(Consistency.agree(text, found));
        new Repeats(text, marked).mark();
        return marked.spans();
    }

    private List<Span> english(String text, List<List<Token>> sentences, EnglishRules rules) {
        List<List<Token>> read = rules.recasing().unshouted(sentences);
        Marked marked = new Marked(tagged(read));
        List<List<Token>> headlines = rules.recasing().untitled(read);
        if (!headlines.isEmpty()) {
            marked.addFree(tagged(headlines));
        }
        return rules.apply(text, sentences, marked.spans());
    }

    private List<Span> tagged(List<List<Token>> sentences) {
        List<int[]> labels = tagger.label(sentences);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            collect(sentences.get(i), labels.get(i), spans);
        }
        return spans;
    }

    private static void collect(List<Token> sentence, int[] labels, List<Span> spans) {
        int start = 0;
        for (int at = 0; at < labels.length; at++) {
            if (Label.starts(labels[at])) {
                start = sentence.get(at).start();
            }
            if (Label.ends(labels[at]) && sentence.get(at).end() - start <= LONGEST) {
                spans.add(new Span(start, sentence.get(at).end(), Label.type(labels[at])));
            }
        }
    }

    private static List<Mention> mentions(List<Span> spans, int bodyStart, String body) {
        return spans.stream()
                .filter(span -> span.start() >= bodyStart)
                .map(span -> mention(span.start() - bodyStart, span.end() - bodyStart, body))
                .toList();
    }

    private static Mention mention(int start, int end, String body) {
        return new Mention(start, end, body.substring(start, end));
    }
}
