package broadsheet.console.query;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A point in time as a search names it: a year, a month, a day (all begin at midnight UTC), RFC 3339, or so long ago. */
final class QueryTime {

    private static final Pattern AGO = Pattern.compile("(\\d{1,5})([mhdw])");
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");

    private QueryTime() {}

    static Optional<Instant> read(String text, Instant now) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return Optional.of(now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1)))));
        }
        Matcher date = DATE.matcher(text);
        try {
            return Optional.of(date.matches() ? midnight(date) : moment(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }

    /** Years of four digits alone: beyond, milliseconds overflow. */
    private static Instant moment(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 0 || time.getYear() > 9_999) {
            throw new DateTimeException("not a year of four digits: " + text);
        }
        return time.toInstant();
    }

    private static Instant midnight(Matcher date) {
        int year = Integer.parseInt(date.group(1));
        int month = Optional.ofNullable(date.group(2)).map(Integer::parseInt).orElse(1);
        YearMonth first = YearMonth.of(year, month);
        LocalDate day = first.atDay(
                Optional.ofNullable(date.group(3)).map(Integer::parseInt).orElse(1));
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
