package broadsheet.ingest.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates that are nothing but digits: those of ISO 8601 without marks between their parts, and Unix time. */
final class MachineDate {
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2}):?(\\d{2}):?(\\d{2})?)?(Z|[+-]\\d{2}:?\\d{2})?");
    /** As a number, and as old JSON of .NET puts it. */
    private static final Pattern EPOCH = Pattern.compile("(?:/Date\\()?(1\\d{9}(?:\\d{3})?)(?:[+-]\\d{4})?(?:\\)/)?");

    private static final int MILLIS = 13;

    private MachineDate() {}

    /** The date that the whole text is, if it is nothing but digits and zone. */
    static Optional<ClaimedTime> whole(String text) {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            long number = Long.parseLong(epoch.group(1));
            return Optional.of(
                    ClaimedTime.of(Instant.ofEpochMilli(epoch.group(1).length() == MILLIS ? number : number * 1000)
                            .atOffset(ZoneOffset.UTC)));
        }
        Matcher at = COMPACT.matcher(text);
        try {
            return at.matches() ? Optional.of(claim(at)) : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static ClaimedTime claim(Matcher at) {
        var day = LocalDateTime.of(number(at, 1), number(at, 2), number(at, 3), 0, 0);
        if (at.group(4) == null) {
            return ClaimedTime.of(day.toLocalDate());
        }
        ZoneOffset zone = at.group(7) == null ? ZoneOffset.UTC : ZoneOffset.of(at.group(7));
        return ClaimedTime.of(day.withHour(number(at, 4))
                .withMinute(number(at, 5))
                .withSecond(at.group(6) == null ? 0 : number(at, 6))
                .atOffset(zone));
    }

    private static int number(Matcher at, int group) {
        return Integer.parseInt(at.group(group));
    }
}
