package broadsheet.enrich.entities;

import broadsheet.enrich.tagging.Lexicon;
import broadsheet.enrich.tagging.Token;
import java.util.List;

/**
 * What is known of English names beside the tagger, in this order: what plain rules mend ({@link Corrections}), names that
 * their form gives away ({@link NameForms}), and types that the words beside a name give away ({@link Cues}).
 */
final class EnglishRules {
    private final SmallWords smallWords = SmallWords.load();
    private final Lexicon lexicon;
    private final Recasing recasing;

    EnglishRules(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.recasing = new Recasing(smallWords, lexicon);
    }

    /** How lines in capitals and headlines are to be read. */
    Recasing recasing() {
        return recasing;
    }

    /** The names as they should be, in order and apart from each other. */
    List<Span> apply(String text, List<List<Token>> sentences, List<Span> spans) {
        Marked marked = new Marked(Corrections.of(text, sentences, spans));
        new NameForms(text, lexicon, smallWords, marked).mark();
        new Cues(text, lexicon, marked).apply();
        return marked.spans();
    }
}
