package broadsheet.fetch.plan;

import broadsheet.fetch.http.RetryAfter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times of publication as feeds write them, read well enough to count them; what an article's date is, ingest decides. */
final class FeedDates {

    private FeedDates() {}

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeParseException other) {
            return RetryAfter.date(text.strip().replaceFirst("\\s(UTC|UT|Z)$", " GMT"));
        }
    }
}
