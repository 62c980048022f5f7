package broadsheet.ingest.metadata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads dates as people and machines write them, see {@link MachineDate} and {@link WrittenDates}. Only what is believable
 * comes out: not before the Web, and no more than a day after the page was fetched.
 */
final class DateText {
    /**
     * A date in a text.
     *
     * @param claim what it says
     * @param start where it begins
     * @param end where it ends
     * @param sure whether it cannot be anything but a date
     */
    record Place(ClaimedTime claim, int start, int end, boolean sure) {}

    private static final LocalDate WEB = LocalDate.of(1993, 1, 1);
    static final int LONGEST = 300;
    private static final int SHORTEST = 6;
    private static final int SECONDS_AHEAD = 26 * 3600;

    private final Instant fetchedAt;
    private final MonthNames months;
    private final DayOrder order;

    /**
     * @param fetchedAt no date much later than this is believed
     * @param language of the page: its names of months are known first
     * @param order of day and month in numbers
     */
    DateText(Instant fetchedAt, String language, DayOrder order) {
        this.fetchedAt = fetchedAt;
        this.months = MonthNames.of(language);
        this.order = order;
    }

    /** The first believable date in a text; empty if there is none. */
    Optional<ClaimedTime> read(String text) {
        String line = clipped(text);
        Optional<ClaimedTime> whole = MachineDate.whole(line.strip()).filter(this::isBelievable);
        return whole.isPresent() ? whole : places(line).map(Place::claim).findFirst();
    }

    /** As {@link #read}, but only a date with the name of a month or the year in front: safe in running text. */
    Optional<ClaimedTime> readProse(String text) {
        return places(clipped(text)).filter(Place::sure).map(Place::claim).findFirst();
    }

    /** Whether a text is worth reading: dates have at least two digits, or numerals before the signs of a date. */
    static boolean mayHold(String text) {
        String line = clipped(text);
        return line.length() >= SHORTEST && digits(line) >= 2;
    }

    /** All believable dates of a text, in its order, by their places in {@link #clipped}. */
    List<Place> all(String text) {
        return places(text).toList();
    }

    private Stream<Place> places(String line) {
        if (line.length() < SHORTEST || digits(line) < 2) {
            return Stream.empty();
        }
        return WrittenDates.in(line, months, order).stream()
                .flatMap(date -> date.claims().stream()
                        .filter(this::isBelievable)
                        .findFirst()
                        .map(claim -> new Place(claim, date.start(), date.end(), date.sure()))
                        .stream());
    }

    private boolean isBelievable(ClaimedTime claim) {
        return !claim.day().isBefore(WEB) && !claim.at().isAfter(fetchedAt.plusSeconds(SECONDS_AHEAD));
    }

    private static int digits(String line) {
        int digits = 0;
        for (int i = 0; i < line.length() && digits < 2; i++) {
            digits += line.charAt(i) >= '0' && line.charAt(i) <= '9' ? 1 : 0;
        }
        return digits;
    }

    /** The beginning of a text in western digits: those of other writing, and numerals before the signs of a date, mean the same numbers. */
    static String clipped(String text) {
        String line = HanNumerals.inDigits(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        StringBuilder western = null;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= 0x80 && Character.isDigit(c)) {
                western = western == null ? new StringBuilder(line) : western;
                western.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        return western == null ? line : western.toString();
    }
}
