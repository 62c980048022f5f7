package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The dates that a page shows its readers anywhere. */
final class DatesElsewhere {
    private static final Pattern DATELINE_END =
            Pattern.compile("\\d{4}\\)?\\s?(?:[–—|:/„“\"-]|\\([\\p{L}./]{2,20}\\))");
    private static final int DATELINE = 70;

    /** Letters of running prose with which a text may begin. */
    private static final int PROSE = 70;

    /** Letters of a line that may give the page's date when nothing else does. */
    private static final int SHORT = 200;

    private final Marks marks;
    private final Blocks blocks;
    private final DateText reader;
    private @Nullable List<LabelledDates> lines;

    DatesElsewhere(Marks marks, Blocks blocks, DateText reader) {
        this.marks = marks;
        this.blocks = blocks;
        this.reader = reader;
    }

    /** The first time element; those that say to be of the publication before others. */
    Optional<Found<ClaimedTime>> time() {
        for (Element time : marks.times()) {
            if (time.hasAttr("pubdate")) {
                Optional<ClaimedTime> claim = reader.read(StatedDates.stated(time));
                if (claim.isPresent()) {
                    return claim.map(Found::inHtml);
                }
            }
        }
        for (Element time : marks.times()) {
            Optional<ClaimedTime> claim =
                    marks.areElsewhere(time) ? Optional.empty() : reader.read(StatedDates.stated(time));
            if (claim.isPresent()) {
                return claim.map(Found::inHtml);
            }
        }
        return Optional.empty();
    }

    /** The first element whose class or id speaks of a date. */
    Optional<Found<ClaimedTime>> named() {
        for (Element element : marks.dates()) {
            String text = Length.exceeds(element, SHORT) ? "" : element.text();
            if (text.length() < 160 && !marks.areElsewhere(element)) {
                Optional<ClaimedTime> claim = reader.read(text);
                if (claim.isPresent()) {
                    return claim.map(Found::inHtml);
                }
            }
        }
        return Optional.empty();
    }

    /** A line anywhere that says when the page was first published: others may say when it last changed. */
    Optional<Found<ClaimedTime>> first() {
        return announcement(DateLabel.FIRST::equals);
    }

    /** A line anywhere on the page that says that it gives the date of publication: "Published on …", "Stand: …". */
    Optional<Found<ClaimedTime>> announced() {
        return announcement(DateLabel::isPublication);
    }

    /** A line anywhere on the page that says that it gives the date of a change. */
    Optional<Found<ClaimedTime>> announcedChange() {
        return announcement(DateLabel.CHANGED::equals);
    }

    private Optional<Found<ClaimedTime>> announcement(Predicate<DateLabel> label) {
        for (LabelledDates line : lines()) {
            Optional<ClaimedTime> claim = line.first(label);
            if (claim.isPresent()) {
                return claim.map(Found::inHtml);
            }
        }
        return Optional.empty();
    }

    /** The short lines of the page that have a date and say of what. */
    private List<LabelledDates> lines() {
        if (lines == null) {
            lines = new ArrayList<>();
            for (Block block : blocks.all()) {
                if (block.letters() < SHORT) {
                    addLines(block, lines);
                }
            }
        }
        return lines;
    }

    private void addLines(Block block, List<LabelledDates> lines) {
        String[] texts = block.text().split("\n", 0);
        for (int i = 0; i < texts.length; i++) {
            if (DateText.mayHold(texts[i])) {
                DateLabel before = i > 0 ? LabelledDates.labelOf(texts[i - 1]) : LabelBefore.of(block, blocks);
                LabelledDates dates = LabelledDates.read(texts[i], before, reader);
                if (dates.isLabelled()) {
                    lines.add(dates);
                }
            }
        }
    }

    /** The date with which the text begins, after at most a place: "Berlin, 2 May 2020 – …". */
    Optional<Found<ClaimedTime>> dateline() {
        int prose = 0;
        for (Block block : blocks.all()) {
            if (block.mass() > PROSE && prose++ < 3) {
                String text = block.text();
                String head = text.substring(0, Math.min(text.length(), DATELINE));
                Matcher end = DATELINE_END.matcher(head);
                Optional<ClaimedTime> claim = end.find() ? reader.read(head.substring(0, end.end())) : Optional.empty();
                if (claim.isPresent()) {
                    return claim.map(Found::inHtml);
                }
            }
        }
        return Optional.empty();
    }

    /** Notices and events carry their day in the title or the description: "08.11.2021 | …". */
    Optional<Found<ClaimedTime>> title() {
        return reader.read(marks.title())
                .or(() -> marks.meta("description").flatMap(reader::readProse))
                .map(Found::inHtml);
    }

    /** The last resort: the first short line of the page, not a link or a copyright notice, with a spelled-out date. */
    Optional<Found<ClaimedTime>> anywhere() {
        for (Block block : blocks.all()) {
            boolean isLine = block.letters() < SHORT
                    && block.linkDensity() < 0.5
                    && block.text().indexOf('©') < 0;
            Optional<ClaimedTime> claim = isLine ? reader.readProse(block.text()) : Optional.empty();
            if (claim.isPresent()) {
                return claim.map(Found::inHtml);
            }
        }
        return Optional.empty();
    }
}
