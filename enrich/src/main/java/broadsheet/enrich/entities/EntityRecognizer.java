package broadsheet.enrich.entities;

import broadsheet.enrich.entities.Grouping.Group;
import broadsheet.enrich.tagging.Label;
import broadsheet.enrich.tagging.Sentences;
import broadsheet.enrich.tagging.Tagger;
import broadsheet.enrich.tagging.Token;
import broadsheet.model.Entity;
import broadsheet.model.Entity.Mention;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the people, organisations and places that an English article names.
 *
 * <p>Immutable and safe for use by many threads; load it once per process. It knows English only: ask it nothing about
 * other languages, it would answer. Time grows linearly with the text. Data, figures and known faults are in
 * {@code docs/model-cards/entities.md}.
 *
 * <pre>{@code
 * EntityRecognizer recognizer = EntityRecognizer.load();
 * List<Entity> entities = recognizer.recognize(article.headline(), article.body());
 * }</pre>
 */
public final class EntityRecognizer {
    /** Characters; what is longer is no name. */
    private static final int LONGEST = 300;

    private static final String MODEL = "english.model";

    private final Tagger tagger;

    /** Makes one around a model; {@link #load} is the usual way. */
    public EntityRecognizer(Tagger tagger) {
        this.tagger = tagger;
    }

    /** Reads the model that comes with this module. */
    public static EntityRecognizer load() {
        try (InputStream in = EntityRecognizer.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("entity model is not on the class path: " + MODEL);
            }
            return new EntityRecognizer(Tagger.read(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("entity model is unreadable: " + MODEL, e);
        }
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
        List<List<Token>> sentences = Sentences.of(text);
        List<int[]> labels = tagger.label(sentences);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            collect(sentences.get(i), labels.get(i), spans);
        }
        return Consistency.agree(text, Corrections.of(text, sentences, spans));
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
