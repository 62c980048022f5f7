package broadsheet.sink.publication;

import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import broadsheet.sink.versions.Versions;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A line of the ledger that may have to wait for a ruling.
 *
 * @param origin the input
 * @param kind what became of it, if the article is not found to be a copy
 * @param reason what is to be said besides, a stable word; empty if nothing is
 */
public record Pending(Origin origin, Outcome.Kind kind, Optional<String> reason) {

    /** The reason of a text that took over the URL of another. */
    static final String URL_REUSED = "URL_REUSED";

    /** The reason of a story that has another URL and another text than those that share its canonical URL. */
    static final String CANONICAL_SHARED = "CANONICAL_SHARED";

    /** The first version of a story is a new article. It says why, where there are others under its URL. */
    public Pending ofNewStory(Versions all, String hash) {
        if (kind != Outcome.Kind.REVISED) {
            return this;
        }
        String why = all.isAlone(hash) ? CANONICAL_SHARED : URL_REUSED;
        return new Pending(origin, Outcome.Kind.PUBLISHED, Optional.of(why));
    }

    /**
     * Headers of a record that carries a line, if it carries one: where the step that reads it has an accident, that is
     * the input of which the ledger must say so.
     */
    public static Headers headers(Optional<Pending> carried) {
        var headers = new RecordHeaders();
        carried.ifPresent(line -> line.origin.writeTo(headers));
        return headers;
    }

    /** The line, once it is known whether the article is a copy. */
    public Outcome outcome(String articleId, boolean copy) {
        return line(articleId, copy && kind != Outcome.Kind.UNCHANGED ? Outcome.Kind.COPY : kind);
    }

    /** The line of an input that is under a takedown. */
    public Outcome withheld(String articleId) {
        return line(articleId, Outcome.Kind.WITHHELD);
    }

    private Outcome line(String articleId, Outcome.Kind became) {
        return new Outcome(
                StageName.SINK, became, origin, reason, Optional.of(articleId), Optional.empty(), Optional.empty());
    }
}
