package broadsheet.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The time of a record: by the standard, in universal time and to the second; since WARC 1.1 to the fraction of a second,
 * or only to the day; as tools write it besides, with an offset, without a zone, or in fourteen digits as in ARC.
 */
final class WarcDate {

    private static final List<Function<String, Instant>> FORMS = List.of(
            Instant::parse,
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDateTime.parse(text, DateTimeFormatter.ofPattern("uuuuMMddHHmmss"))
                    .toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

    /** More than any form has. */
    private static final int LONGEST = 40;

    private WarcDate() {}

    /** Reads it; empty if it is none. */
    static Optional<Instant> read(String text) {
        String date = text.strip().replace(' ', 'T');
        return date.length() > LONGEST
                ? Optional.empty()
                : FORMS.stream().flatMap(form -> tried(form, date).stream()).findFirst();
    }

    private static Optional<Instant> tried(Function<String, Instant> form, String date) {
        try {
            return Optional.of(form.apply(date));
        } catch (DateTimeException notThis) {
            return Optional.empty();
        }
    }
}
