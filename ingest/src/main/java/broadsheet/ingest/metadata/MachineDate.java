package broadsheet.ingest.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in the order of ISO 8601, with dashes, slashes, dots or nothing between their parts, and Unix time. */
final class MachineDate {
    private static final Pattern ISO = Pattern.compile(
            "(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)(?:[T"
                    + " ,]{1,3}(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s{0,2}(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?");
    private static final Pattern COMPACT =
            Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2}):?(\\d{2}):?(\\d{2})?)?(Z|[+-]\\d{2}:?\\d{2})?$");
    private static final Pattern EPOCH = Pattern.compile("^1\\d{9}(\\d{3})?$");

    private MachineDate() {}

    /** The first such date anywhere in a text. */
    static Optional<Claim> in(String text) {
        Matcher at = ISO.matcher(text);
        return at.find() ? claim(at, 1, 2, 3, 4) : Optional.empty();
    }

    /** The date that the whole text is, if it is nothing but digits and zone. */
    static Optional<Claim> whole(String text) {
        if (EPOCH.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return Optional.of(Claim.of(Instant.ofEpochMilli(text.length() == 13 ? number : number * 1000)
                    .atOffset(ZoneOffset.UTC)));
        }
        Matcher at = COMPACT.matcher(text);
        return at.matches() ? claim(at, 1, 2, 3, 4) : Optional.empty();
    }

    /** The claim of a match whose groups have these numbers; the groups after {@code hour} are minute, second and zone. */
    private static Optional<Claim> claim(Matcher at, int year, int month, int day, int hour) {
        return day(number(at.group(year)), number(at.group(month)), number(at.group(day)))
                .map(date -> withTime(date, at, hour));
    }

    /** A day with the time of the groups from {@code hour} on: hour, minute, second, zone; without, where there is none. */
    static Claim withTime(LocalDate day, Matcher at, int hour) {
        if (at.group(hour) == null || at.group(hour + 1) == null) {
            return Claim.of(day);
        }
        int seconds = at.group(hour + 2) == null ? 0 : number(at.group(hour + 2));
        try {
            return Claim.of(day.atTime(number(at.group(hour)), number(at.group(hour + 1)), seconds)
                    .atOffset(zone(at.group(hour + 3))));
        } catch (DateTimeException noSuchTime) {
            return Claim.of(day);
        }
    }

    private static ZoneOffset zone(@Nullable String text) {
        if (text == null || text.equals("Z") || text.equals("UTC") || text.equals("GMT")) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.of(text);
    }

    /** A day of the calendar; empty if there is none such. */
    static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
