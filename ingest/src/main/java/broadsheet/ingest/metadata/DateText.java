package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads dates as people and machines write them, see {@link MachineDate} and {@link WrittenDate}. Only what is believable
 * comes out: not before the Web, and no more than a day after the page was fetched.
 */
final class DateText {
    private static final LocalDate WEB = LocalDate.of(1993, 1, 1);
    static final int LONGEST = 300;
    private static final int SHORTEST = 6;
    private static final int SECONDS_AHEAD = 26 * 3600;

    private final Instant fetchedAt;
    private final boolean monthFirst;

    /**
     * @param fetchedAt no date much later than this is believed
     * @param language of the page; in American English 2/3/2020 is in February
     */
    DateText(Instant fetchedAt, String language) {
        this.fetchedAt = fetchedAt;
        this.monthFirst = WrittenDate.isMonthFirst(language);
    }

    /** The first believable date in a text; empty if there is none. */
    Optional<Claim> read(String text) {
        String line = westernDigits(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        if (line.length() < SHORTEST) {
            return Optional.empty();
        }
        return MachineDate.in(line)
                .or(() -> MachineDate.whole(line.strip()))
                .or(() -> WrittenDate.named(line))
                .filter(this::isBelievable)
                .or(() -> WrittenDate.numeric(line, monthFirst).stream()
                        .filter(this::isBelievable)
                        .findFirst());
    }

    /** As {@link #read}, but only a date with the name of a month or in the order of ISO: safe in running text. */
    Optional<Claim> readProse(String text) {
        String line = westernDigits(Clip.to(Limits.LINE, text));
        return WrittenDate.named(line).or(() -> MachineDate.in(line)).filter(this::isBelievable);
    }

    private boolean isBelievable(Claim claim) {
        return !claim.day().isBefore(WEB) && !claim.at().isAfter(fetchedAt.plusSeconds(SECONDS_AHEAD));
    }

    /** Arabic, Persian and Indian digits mean the same numbers. */
    private static String westernDigits(String text) {
        StringBuilder western = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '9' && Character.isDigit(c)) {
                western = western == null ? new StringBuilder(text) : western;
                western.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        return western == null ? text : western.toString();
    }
}
