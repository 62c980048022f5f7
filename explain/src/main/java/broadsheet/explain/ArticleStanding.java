package broadsheet.explain;

import broadsheet.model.Origin;
import broadsheet.model.Takedown;
import broadsheet.model.Version;
import java.util.Optional;

/**
 * Where an article stands now.
 *
 * @param id article id
 * @param place where it is
 * @param record of it there: {@code topic partition@offset}
 * @param origin the input that brought the version that is there
 * @param url of the article
 * @param version which one it is, with its history
 * @param copy whose copy it is
 * @param takedown which holds it back
 */
public record ArticleStanding(
        String id,
        Place place,
        Optional<String> record,
        Optional<Origin> origin,
        Optional<String> url,
        Optional<Version> version,
        Optional<Copy> copy,
        Optional<Removed> takedown) {

    /** Where an article is. */
    public enum Place {
        PUBLISHED,
        COPIES,
        /** It was there and was taken away. */
        WITHDRAWN,
        /** The judge of copies has not answered yet. */
        AWAITS_RULING,
        NOWHERE
    }

    /**
     * Whose copy an article is.
     *
     * @param id of the original
     * @param url of the original; empty if it is not to be seen
     * @param similarity share of the shorter text that both have, from 0 to 1
     * @param method by which that was found
     * @param fuller whether the copy has notably more text
     * @param passages what the two texts share; empty if the original is not to be seen
     */
    public record Copy(
            String id,
            Optional<String> url,
            double similarity,
            String method,
            boolean fuller,
            Optional<SharedPassages> passages) {}

    /**
     * A takedown in force.
     *
     * @param key the article id, URL or domain that it names
     * @param takedown who asked for it and why
     */
    public record Removed(String key, Takedown takedown) {}
}
