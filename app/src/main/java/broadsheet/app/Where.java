package broadsheet.app;

import broadsheet.model.StageName;
import java.util.Map;
import java.util.Optional;

/**
 * Which records are meant.
 *
 * @param values what each of them must have; everything if empty
 */
record Where(Map<Criterion, String> values) {

    /** What can be asked of a record. */
    enum Criterion {
        REASON,
        STAGE,
        URL
    }

    Where {
        values = Map.copyOf(values);
    }

    /** Whether a record of that kind is meant. */
    boolean fits(StageName stage, String reason, Optional<String> url) {
        return is(Criterion.STAGE, stage.word()) && is(Criterion.REASON, reason) && is(Criterion.URL, url.orElse(""));
    }

    private boolean is(Criterion criterion, String value) {
        return values.getOrDefault(criterion, value).equals(value);
    }
}
