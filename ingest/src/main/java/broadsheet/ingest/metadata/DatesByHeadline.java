package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The dates that a page shows its readers by the headline. */
final class DatesByHeadline {
    /** The date after it is that of a person, an event or the site. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "^\\W{0,200}+(?:joined|registered|member since|registriert|copyright|©|beitritt)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Letters of a line that is little more than a date, a name and what joins them. */
    private static final int DATE_LINE = 70;

    /** Letters of a line that can show the page's date. */
    private static final int SHORT = 200;

    /** How many elements below the headline's a time element still is that of the headline. */
    private static final int BELOW = 60;

    private static final int ABOVE = 25;

    /** Letters and digits of a line that repeats the headline or a part of it. */
    private static final int SHARED = 12;

    /** Days before the stated time at which the date by the headline must be that of a first publication. */
    private static final int BEFORE = 2;

    private final Marks marks;
    private final List<Block> near;
    private final Blocks blocks;
    private final String headline;
    private final DateText reader;

    DatesByHeadline(Marks marks, List<Block> near, Blocks blocks, String headline, DateText reader) {
        this.marks = marks;
        this.near = near;
        this.blocks = blocks;
        this.headline = Block.plain(headline);
        this.reader = reader;
    }

    /** A time element by the headline that does not say that it is that of a change. */
    Optional<Found<Claim>> time() {
        int at = marks.place(headline);
        if (at < 0) {
            return Optional.empty();
        }
        for (Element time : marks.times()) {
            int steps = marks.place(time) - at;
            if (steps > -ABOVE && steps < BELOW && !isOfChange(time) && !marks.areElsewhere(time)) {
                Optional<Claim> claim = reader.read(StatedDates.stated(time));
                if (claim.isPresent()) {
                    return claim.map(Found::inHtml);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOfChange(Element time) {
        String names = Clip.to(Limits.LINE, time.className() + " " + time.attr("itemprop"));
        if (names.contains("ublished")) {
            return false;
        }
        Element parent = time.parent();
        String around = parent == null ? "" : Length.ownText(parent, SHORT);
        return DateWords.CHANGED.isIn(
                names + " " + (around.length() < SHORT ? around : "") + " " + Length.text(time, SHORT));
    }

    /** A line by the headline that gives a date and little more, and not that of a change. */
    Optional<Found<Claim>> shownDay() {
        return line(false).map(Found::inHtml);
    }

    /** A line by the headline that gives the date of a change. */
    Optional<Found<Claim>> change() {
        return line(true).map(Found::inHtml);
    }

    private Optional<Claim> line(boolean ofChange) {
        for (Block line : near) {
            if (isDateLine(line) && DateWords.CHANGED.isIn(line.text()) == ofChange) {
                Optional<Claim> claim = reader.read(line.text());
                if (claim.isPresent()) {
                    return claim;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isDateLine(Block line) {
        return line.kind() != Block.Kind.CAPTION
                && !OF_OTHERS.matcher(line.text()).find()
                && (line.letters() < DATE_LINE || DateWords.ANNOUNCED.isIn(line.text()))
                && !sharesHeadline(Block.plain(line.text()));
    }

    private boolean sharesHeadline(String line) {
        return line.length() > SHARED && (headline.contains(line) || line.contains(headline)) && !headline.isEmpty();
    }

    /**
     * A date by the headline that is earlier than the stated time: who publishes again states the new time and shows the
     * old. Not where the page shows the stated day too, and not in numbers, whose order may have been misread.
     */
    Optional<Found<Claim>> earlierThan(Claim stated) {
        Optional<Claim> earlier = near.stream()
                .filter(line -> isDateLine(line) && !DateWords.CHANGED.isIn(line.text()))
                .flatMap(line -> reader.readProse(line.text()).stream())
                .findFirst();
        return earlier.filter(shown -> shown.day().isBefore(stated.day().minusDays(BEFORE - 1)))
                .map(Found::inHtml)
                .filter(shown -> blocks.all().stream()
                        .filter(block -> block.letters() < SHORT)
                        .flatMap(block -> reader.read(block.text()).stream())
                        .noneMatch(claim -> claim.day().equals(stated.day())));
    }

    /** A line by the headline in which a date stands among other words. */
    Optional<Found<Claim>> mention() {
        for (Block line : near) {
            Optional<Claim> claim = reader.read(line.text());
            if (claim.isPresent()) {
                return claim.map(Found::inHtml);
            }
        }
        return Optional.empty();
    }
}
