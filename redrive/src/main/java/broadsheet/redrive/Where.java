package broadsheet.redrive;

import broadsheet.model.StageName;
import java.util.Map;
import java.util.Optional;

/**
 * Which records are meant.
 *
 * @param values what each of them must have; everything if empty
 */
public record Where(Map<Criterion, String> values) {

    /** What can be asked of a record. */
    public enum Criterion {
        REASON,
        STAGE,
        URL
    }

    public Where {
        values = Map.copyOf(values);
    }

    /** Whether a record of that kind is meant. */
    boolean fits(StageName stage, String reason, Optional<String> url) {
        return allows(Criterion.STAGE, stage.word())
                && allows(Criterion.REASON, reason)
                && allows(Criterion.URL, url.orElse(""));
    }

    /** Whether a record with that value is meant, as far as it goes. */
    boolean allows(Criterion criterion, String value) {
        return values.getOrDefault(criterion, value).equals(value);
    }
}
