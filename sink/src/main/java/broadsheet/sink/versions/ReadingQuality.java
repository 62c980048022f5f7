package broadsheet.sink.versions;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import java.util.Comparator;

/**
 * How good that is which we say of a text ourselves: its annotation, its source, the provenance of its fields. Of several
 * fetches with the same words the best one is carried, whichever came first: that of the newest models, then one that was
 * fetched under a URL, then the one of which most fields were found, then any, but always the same.
 *
 * @param models generation of the models that annotated it; see {@link EnrichedArticle#models()}
 * @param addressed whether it was fetched under a URL
 * @param found how many fields have a provenance
 * @param hash of all of it
 */
public record ReadingQuality(int models, boolean addressed, int found, String hash)
        implements Comparable<ReadingQuality> {

    private static final Comparator<ReadingQuality> ORDER = Comparator.comparingInt(ReadingQuality::models)
            .thenComparing(ReadingQuality::addressed)
            .thenComparingInt(ReadingQuality::found)
            .thenComparing(ReadingQuality::hash);

    /**
     * That of a fetch.
     *
     * @param content the same without what tells one fetch from another
     */
    static ReadingQuality of(EnrichedArticle fetched, EnrichedArticle content) {
        return new ReadingQuality(
                fetched.models(),
                fetched.article().url().isPresent(),
                fetched.article().provenance().size(),
                Content.hash(Json.bytes(content), 8));
    }

    @Override
    public int compareTo(ReadingQuality other) {
        return ORDER.compare(this, other);
    }
}
