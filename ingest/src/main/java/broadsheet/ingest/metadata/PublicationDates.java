package broadsheet.ingest.metadata;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses when an article was published among what its page claims. The most deliberate statement counts: what is stated
 * for machines, then what is shown by the headline, then the address, then what stands elsewhere.
 */
final class PublicationDates {
    /** Until this hour in UTC it is still the day before somewhere (Hawaii). */
    private static final int WESTERNMOST = 10;

    /** From this hour in UTC it is already the day after somewhere (Kiribati). */
    private static final int EASTERNMOST = 10;

    private static final List<Step<PublicationDates, Found<ClaimedTime>>> STEPS = List.of(
            new Step<>("date-republished", PublicationDates::republished),
            new Step<>("date-stated", dates -> dates.statedOnItsOwnDay),
            new Step<>("date-first-published", dates -> dates.elsewhere.first()),
            new Step<>("date-in-url", dates -> dates.inUrl),
            new Step<>("date-time-by-headline", PublicationDates::timeByHeadline),
            new Step<>("date-line-by-headline", dates -> dates.byHeadline.shownDay()),
            new Step<>("date-stated-vaguely", dates -> dates.stated.vague()),
            new Step<>("date-dateline", dates -> dates.elsewhere.dateline()),
            new Step<>("date-change-by-headline", dates -> dates.byHeadline.change()),
            new Step<>("date-time-anywhere", dates -> dates.elsewhere.time()),
            new Step<>("date-announced", dates -> dates.elsewhere.announced()),
            new Step<>("date-named-element", dates -> dates.elsewhere.named()),
            new Step<>("date-stated-change", dates -> dates.modified),
            new Step<>("date-announced-change", dates -> dates.elsewhere.announcedChange()),
            new Step<>("date-mentioned-by-headline", dates -> dates.byHeadline.mention()),
            new Step<>("date-in-title", dates -> dates.elsewhere.title()),
            new Step<>("date-anywhere", dates -> dates.elsewhere.anywhere()));

    private final StatedDates stated;
    private final DatesByHeadline byHeadline;
    private final DatesElsewhere elsewhere;
    private final Optional<Found<ClaimedTime>> inUrl;
    /** When the page states that it was published, on the day that it shows, and that it last changed: asked more than once. */
    private final Optional<Found<ClaimedTime>> statedOnItsOwnDay;

    private final Optional<Found<ClaimedTime>> modified;

    PublicationDates(
            StatedDates stated,
            DatesByHeadline byHeadline,
            DatesElsewhere elsewhere,
            Optional<Found<ClaimedTime>> inUrl) {
        this.stated = stated;
        this.byHeadline = byHeadline;
        this.elsewhere = elsewhere;
        this.inUrl = inUrl;
        statedOnItsOwnDay = stated.published()
                .map(found -> onItsOwnDay(found, inUrl.or(byHeadline::shownDay).or(byHeadline::time)));
        modified = stated.modified();
    }

    /** When the page says it was published, without asking the steps of these names. */
    Optional<Found<ClaimedTime>> published(Set<String> without) {
        return Step.first(STEPS, this, without);
    }

    /** Who publishes again states the new time and shows the old. */
    private Optional<Found<ClaimedTime>> republished() {
        return statedOnItsOwnDay
                .flatMap(found -> byHeadline.earlierThan(found.value()))
                .filter(shown -> !isDayOfChange(shown.value()));
    }

    private Optional<Found<ClaimedTime>> timeByHeadline() {
        return byHeadline.time().map(found -> onItsOwnDay(found, byHeadline.shownDay()));
    }

    static List<String> steps() {
        return Step.names(STEPS);
    }

    private boolean isDayOfChange(ClaimedTime claim) {
        return modified.filter(changed -> changed.value().day().equals(claim.day()))
                .isPresent();
    }

    /** When the page says it last changed. */
    Optional<Found<ClaimedTime>> modified() {
        return modified;
    }

    /**
     * A time in UTC may fall on the day before or after the publisher's own; where the page or its URL shows the day, that
     * one counts as the day.
     */
    private static Found<ClaimedTime> onItsOwnDay(Found<ClaimedTime> found, Optional<Found<ClaimedTime>> shown) {
        ClaimedTime claim = found.value();
        LocalTime time = claim.at().atOffset(ZoneOffset.UTC).toLocalTime();
        boolean dayOnly = time.equals(LocalTime.MIDNIGHT);
        long days = shown.isEmpty()
                ? 0
                : ChronoUnit.DAYS.between(claim.day(), shown.get().value().day());
        boolean before = days == -1 && (dayOnly || time.getHour() < WESTERNMOST);
        boolean after = days == 1 && (dayOnly || time.getHour() >= EASTERNMOST);
        boolean neighbour = before || after;
        return neighbour
                ? new Found<>(new ClaimedTime(claim.at(), shown.get().value().day()), found.where())
                : found;
    }
}
