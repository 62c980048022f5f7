package broadsheet.ingest.metadata;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A date as a text has it.
 *
 * @param days what it can mean, the likelier first
 * @param time of day
 * @param zone of the time
 * @param start where it begins in the text
 * @param end where it ends, its time of day with it
 * @param sure whether its parts cannot be taken for something else: it names its month, or has a whole year in front
 */
record WrittenDate(
        List<LocalDate> days, Optional<LocalTime> time, Optional<ZoneId> zone, int start, int end, boolean sure) {
    /** The claims that it can mean, the likelier first; in UTC where it names no zone. */
    List<ClaimedTime> claims() {
        return days.stream()
                .map(day -> time.map(clock -> ClaimedTime.of(day.atTime(clock)
                                .atZone(zone.orElse(ZoneOffset.UTC))
                                .toOffsetDateTime()))
                        .orElseGet(() -> ClaimedTime.of(day)))
                .toList();
    }
}
