package broadsheet.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A point in time as an option gives it: RFC 3339, or how long ago. */
public final class PointInTime {

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})(d|h|m|s)");

    private PointInTime() {}

    /**
     * Reads one.
     *
     * @param option its name, for the mistake
     * @throws UsageException if it is neither
     */
    public static Instant read(String option, String text, Instant now) {
        var ago = AGO.matcher(text);
        if (ago.matches()) {
            String unit = ago.group(2).toUpperCase(Locale.ROOT);
            return now.minus(Duration.parse((unit.equals("D") ? "P" : "PT") + ago.group(1) + unit));
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new UsageException(option + " is neither RFC 3339 nor like 30m, 12h, 7d: " + text);
        }
    }
}
