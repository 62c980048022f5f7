package broadsheet.fetch.plan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Hours and days in which a feed does not want to be read.
 *
 * @param hours 0 to 23, UTC
 * @param days {@code Monday} to {@code Sunday}
 */
public record QuietTimes(List<Integer> hours, List<String> days) {

    static final QuietTimes NONE = new QuietTimes(List.of(), List.of());

    private static final int HOURS_OF_A_WEEK = 168;

    public QuietTimes {
        hours = List.copyOf(hours);
        days = List.copyOf(days);
    }

    /** The first moment from then on that is not quiet; then itself if none is. */
    public Instant after(Instant then) {
        Instant at = then;
        for (int hour = 0; hour < HOURS_OF_A_WEEK; hour++) {
            ZonedDateTime time = at.atZone(ZoneOffset.UTC);
            String day = time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            if (!hours.contains(time.getHour()) && !days.contains(day)) {
                return at;
            }
            at = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return then;
    }
}
