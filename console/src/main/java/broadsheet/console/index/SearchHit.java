package broadsheet.console.index;

import broadsheet.model.Article;
import broadsheet.model.PublishedArticle;
import java.time.Instant;

/**
 * An article that was found.
 *
 * @param published the record
 * @param json the same as it stands on the topic
 * @param outlets how many outlets carry it: its own, and those of its copies; 1 of a copy
 * @param passage some of its text, with what was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record SearchHit(PublishedArticle published, byte[] json, int outlets, MatchedPassage passage) {

    public Article article() {
        return published.enriched().article();
    }

    /** The time that it is sorted by. */
    public Instant time() {
        return IndexedArticle.published(article());
    }
}
