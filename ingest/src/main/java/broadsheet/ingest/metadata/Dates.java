package broadsheet.ingest.metadata;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Chooses when an article was published among what its page claims. The most deliberate statement counts: what is stated
 * for machines, then what is shown by the headline, then the address, then what stands elsewhere.
 */
final class Dates {
    /** Until this hour in UTC it is still the day before somewhere (Hawaii). */
    private static final int WESTERNMOST = 10;

    /** From this hour in UTC it is already the day after somewhere (Kiribati). */
    private static final int EASTERNMOST = 10;

    private final StatedDates stated;
    private final DatesByHeadline byHeadline;
    private final DatesElsewhere elsewhere;
    private final Optional<Found<Claim>> inUrl;

    Dates(StatedDates stated, DatesByHeadline byHeadline, DatesElsewhere elsewhere, Optional<Found<Claim>> inUrl) {
        this.stated = stated;
        this.byHeadline = byHeadline;
        this.elsewhere = elsewhere;
        this.inUrl = inUrl;
    }

    /** When the page says it was published. */
    Optional<Found<Claim>> published() {
        Optional<Found<Claim>> inTime = byHeadline.time();
        Optional<Found<Claim>> inLine = byHeadline.shownDay();
        return stated.published()
                .map(found -> onItsOwnDay(found, inUrl.or(() -> inLine).or(() -> inTime)))
                .map(found -> byHeadline
                        .earlierThan(found.value())
                        .filter(shown -> !isDayOfChange(shown.value()))
                        .orElse(found))
                .or(elsewhere::first)
                .or(() -> inUrl)
                .or(() -> inTime.map(found -> onItsOwnDay(found, inLine)))
                .or(() -> inLine)
                .or(stated::vague)
                .or(elsewhere::dateline)
                .or(byHeadline::change)
                .or(elsewhere::time)
                .or(elsewhere::named)
                .or(elsewhere::announced)
                .or(stated::modified)
                .or(elsewhere::announcedChange)
                .or(byHeadline::mention)
                .or(elsewhere::title)
                .or(elsewhere::anywhere);
    }

    private boolean isDayOfChange(Claim claim) {
        return stated.modified()
                .filter(changed -> changed.value().day().equals(claim.day()))
                .isPresent();
    }

    /** When the page says it last changed. */
    Optional<Found<Claim>> modified() {
        return stated.modified();
    }

    /**
     * A time in UTC may fall on the day before or after the publisher's own; where the page or its URL shows the day, that
     * one counts as the day.
     */
    private static Found<Claim> onItsOwnDay(Found<Claim> found, Optional<Found<Claim>> shown) {
        Claim claim = found.value();
        LocalTime time = claim.at().atOffset(ZoneOffset.UTC).toLocalTime();
        boolean dayOnly = time.equals(LocalTime.MIDNIGHT);
        long days = shown.isEmpty()
                ? 0
                : ChronoUnit.DAYS.between(claim.day(), shown.get().value().day());
        boolean before = days == -1 && (dayOnly || time.getHour() < WESTERNMOST);
        boolean after = days == 1 && (dayOnly || time.getHour() >= EASTERNMOST);
        boolean neighbour = before || after;
        return neighbour ? new Found<>(new Claim(claim.at(), shown.get().value().day()), found.where()) : found;
    }
}
