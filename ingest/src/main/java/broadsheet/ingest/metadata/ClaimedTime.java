package broadsheet.ingest.metadata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A time that a page claims.
 *
 * @param at the moment in UTC; the start of the day if the page gives only a day, in UTC if it gives no zone
 * @param day the day as the page writes it, in its own time zone
 */
public record ClaimedTime(Instant at, LocalDate day) {
    static ClaimedTime of(LocalDate day) {
        return new ClaimedTime(day.atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC), day);
    }

    static ClaimedTime of(OffsetDateTime time) {
        return new ClaimedTime(time.toInstant(), time.toLocalDate());
    }
}
