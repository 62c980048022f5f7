package broadsheet.ingest.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The dates of a line, each with what the line says of it: "Updated 5 June 2026 | Published 3 June 2026".
 *
 * @param dates in the order of the line
 */
record LabelledDates(List<Entry> dates) {
    /**
     * A date and its label.
     *
     * @param claim what the date says
     * @param label what it is the date of
     * @param sure whether it cannot be anything but a date
     */
    record Entry(ClaimedTime claim, DateLabel label, boolean sure) {}

    /** Letters of words that are a label and nothing else. */
    private static final int LABEL = 40;
    /** Letters before a date among which its label is. */
    private static final int BEFORE = 32;

    /** Letters behind a date among which its label is. */
    private static final int BEHIND = 20;

    /**
     * Reads a line. Its labels stand before the dates; where none does, behind them.
     *
     * @param inherited what stands before the line, if it has no label of its own
     */
    static LabelledDates read(String text, DateLabel inherited, DateText reader) {
        String line = DateText.clipped(text);
        List<DateText.Place> places = reader.all(line);
        if (places.isEmpty()) {
            return new LabelledDates(List.of());
        }
        String head = line.substring(0, places.get(0).start());
        DateLabel ahead = DateLabel.lastIn(end(head, BEFORE));
        String tail = start(line.substring(places.get(places.size() - 1).end()), BEHIND);
        boolean behind =
                ahead == DateLabel.NONE && inherited == DateLabel.NONE && DateLabel.firstIn(tail) != DateLabel.NONE;
        List<Entry> dates = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            DateLabel label = behind
                    ? DateLabel.firstIn(start(after(line, places, i), BEHIND))
                    : i > 0 ? DateLabel.lastIn(end(after(line, places, i - 1), BEFORE)) : ahead;
            boolean first = i == 0 && label == DateLabel.NONE;
            dates.add(new Entry(
                    places.get(i).claim(),
                    first ? inherited : label,
                    places.get(i).sure()));
        }
        return new LabelledDates(dates);
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static String end(String text, int length) {
        return text.substring(Math.max(0, text.length() - length));
    }

    /** What stands between a date and the next. */
    private static String after(String line, List<DateText.Place> places, int i) {
        int end = i + 1 < places.size() ? places.get(i + 1).start() : line.length();
        return line.substring(places.get(i).end(), end);
    }

    /** The label that a line without a date is, for the line after it; {@code NONE} if it is more than that. */
    static DateLabel labelOf(String line) {
        boolean label = line.length() <= LABEL && line.chars().noneMatch(Character::isDigit);
        return label ? DateLabel.startOf(line) : DateLabel.NONE;
    }

    /** The first date with such a label. */
    Optional<ClaimedTime> first(Predicate<DateLabel> label) {
        return dates.stream()
                .filter(entry -> label.test(entry.label()))
                .map(Entry::claim)
                .findFirst();
    }

    /** The first date with such a label that cannot be anything but a date. */
    Optional<ClaimedTime> firstSure(Predicate<DateLabel> label) {
        return dates.stream()
                .filter(entry -> entry.sure() && label.test(entry.label()))
                .map(Entry::claim)
                .findFirst();
    }

    /** Whether any of its dates has a label. */
    boolean isLabelled() {
        return dates.stream().anyMatch(entry -> entry.label().isPublication() || entry.label() == DateLabel.CHANGED);
    }
}
