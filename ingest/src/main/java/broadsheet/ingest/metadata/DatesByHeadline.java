package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The dates that a page shows its readers by the headline. */
final class DatesByHeadline {
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
    private @Nullable List<LabelledDates> dateLines;

    DatesByHeadline(Marks marks, List<Block> near, Blocks blocks, String headline, DateText reader) {
        this.marks = marks;
        this.near = near;
        this.blocks = blocks;
        this.headline = Block.plain(headline);
        this.reader = reader;
    }

    /** A time element by the headline: one that says that it is of the publication before one that says nothing. */
    Optional<Found<ClaimedTime>> time() {
        return time(DateLabel::isPublication).or(() -> time(DateLabel.NONE::equals));
    }

    private Optional<Found<ClaimedTime>> time(Predicate<DateLabel> label) {
        int at = marks.place(headline);
        if (at < 0) {
            return Optional.empty();
        }
        for (Element time : marks.times()) {
            int steps = marks.place(time) - at;
            if (steps > -ABOVE && steps < BELOW && label.test(ElementLabel.of(time)) && !marks.areElsewhere(time)) {
                Optional<ClaimedTime> claim = reader.read(StatedDates.stated(time));
                if (claim.isPresent()) {
                    return claim.map(Found::inHtml);
                }
            }
        }
        return Optional.empty();
    }

    /** A line by the headline that gives a date and little more, and not that of a change. */
    Optional<Found<ClaimedTime>> shownDay() {
        return line(DateLabel::isPublication)
                .or(() -> line(DateLabel.NONE::equals))
                .map(Found::inHtml);
    }

    /** A line by the headline that gives the date of a change. */
    Optional<Found<ClaimedTime>> change() {
        return line(DateLabel.CHANGED::equals).map(Found::inHtml);
    }

    private Optional<ClaimedTime> line(Predicate<DateLabel> label) {
        for (LabelledDates line : dateLines()) {
            Optional<ClaimedTime> claim = line.first(label);
            if (claim.isPresent()) {
                return claim;
            }
        }
        return Optional.empty();
    }

    /** The lines by the headline that give a date and little more, or say what date they give. */
    private List<LabelledDates> dateLines() {
        if (dateLines == null) {
            dateLines = new ArrayList<>();
            for (Block line : near) {
                if (line.kind() != Block.Kind.CAPTION && !sharesHeadline(Block.plain(line.text()))) {
                    LabelledDates dates = LabelledDates.read(line.text(), LabelBefore.of(line, blocks), reader);
                    if (!dates.dates().isEmpty() && (line.letters() < DATE_LINE || dates.isLabelled())) {
                        dateLines.add(dates);
                    }
                }
            }
        }
        return dateLines;
    }

    private boolean sharesHeadline(String line) {
        return line.length() > SHARED && (headline.contains(line) || line.contains(headline)) && !headline.isEmpty();
    }

    /**
     * A date by the headline that is earlier than the stated time: who publishes again states the new time and shows the
     * old. Not where the page shows the stated day too, and not in numbers, whose order may have been misread.
     */
    Optional<Found<ClaimedTime>> earlierThan(ClaimedTime stated) {
        Optional<ClaimedTime> earlier = dateLines().stream()
                .flatMap(line -> line.firstSure(label -> label == DateLabel.NONE || label.isPublication()).stream())
                .findFirst();
        return earlier.filter(shown -> shown.day().isBefore(stated.day().minusDays(BEFORE - 1)))
                .map(Found::inHtml)
                .filter(shown -> blocks.all().stream()
                        .filter(block -> block.letters() < SHORT)
                        .flatMap(block -> reader.read(block.text()).stream())
                        .noneMatch(claim -> claim.day().equals(stated.day())));
    }

    /** A line by the headline in which a date stands among other words. */
    Optional<Found<ClaimedTime>> mention() {
        for (Block line : near) {
            Optional<ClaimedTime> claim =
                    LabelledDates.read(line.text(), DateLabel.NONE, reader).first(label -> label != DateLabel.OTHER);
            if (claim.isPresent()) {
                return claim.map(Found::inHtml);
            }
        }
        return Optional.empty();
    }
}
