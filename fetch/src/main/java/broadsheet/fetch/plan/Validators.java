package broadsheet.fetch.plan;

import broadsheet.model.Fetch;
import java.util.Optional;

/**
 * By what an answer is known to be as it was.
 *
 * @param etag byte for byte as it came
 * @param lastModified likewise
 * @param bodyHash of the body; decides, since servers give the same tag to other bodies and other tags to the same
 */
public record Validators(Optional<String> etag, Optional<String> lastModified, Optional<String> bodyHash) {

    static final Validators NONE = new Validators(Optional.empty(), Optional.empty(), Optional.empty());

    /** After an answer: a full one that could be read brings its own, any other changes nothing. */
    Validators after(Fetch fetch) {
        return fetch.bodyHash().isPresent()
                ? new Validators(fetch.etag(), fetch.lastModified(), fetch.bodyHash())
                : this;
    }

    /** To ask for the whole body whatever the server believes. */
    Validators unconditional() {
        return new Validators(Optional.empty(), Optional.empty(), bodyHash);
    }
}
