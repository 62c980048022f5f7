package broadsheet.runtime.records;

import java.time.Duration;

/** A step did not come to an end with a record. */
final class TookTooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TookTooLong(Duration time) {
        super("no end after " + time.toMillis() + " ms");
    }
}
