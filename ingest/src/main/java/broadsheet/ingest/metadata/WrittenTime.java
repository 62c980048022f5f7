package broadsheet.ingest.metadata;

import broadsheet.ingest.metadata.DateItem.Kind;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds the time of day that belongs to a date.
 *
 * @param items of the text
 * @param near whether little stands between the item of this number and the next
 */
record WrittenTime(List<DateItem> items, IntPredicate near) {
    private static final int MOST_JOINTS = 4;

    /** The first time of day behind the item of this number. */
    Optional<Integer> behind(int last) {
        for (int i = last + 1; i < items.size() && i - last <= MOST_JOINTS + 1 && near.test(i - 1); i++) {
            if (items.get(i).is(Kind.CLOCK)) {
                return Optional.of(i);
            }
            if (items.get(i).is(Kind.WORD)
                    || items.get(i).is(Kind.NUMBER)
                    || items.get(i).is(Kind.MONTH)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The time of day between the parts of a date, as Java and Unix print it. */
    Optional<Integer> within(int first, int last) {
        for (int i = first; i <= last; i++) {
            if (items.get(i).is(Kind.CLOCK)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The time of day in front of a date, but not before this item. */
    Optional<Integer> before(int first, int earliest) {
        for (int i = first - 1; i >= earliest && first - i <= MOST_JOINTS + 1 && near.test(i); i--) {
            if (items.get(i).is(Kind.CLOCK)) {
                return Optional.of(i);
            }
            if (items.get(i).is(Kind.WORD)
                    || items.get(i).is(Kind.NUMBER)
                    || items.get(i).is(Kind.MONTH)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The last item of a time of day with its half and its zone. */
    int endOf(int clock) {
        int end = clock;
        while (end + 1 < items.size()
                && near.test(end)
                && (items.get(end + 1).is(Kind.HALF) || items.get(end + 1).is(Kind.ZONE))) {
            end++;
        }
        return end;
    }

    /** The time of day, in 24 hours. */
    LocalTime of(int clock) {
        LocalTime time = Objects.requireNonNull(items.get(clock).clock());
        boolean halfBehind = clock + 1 < items.size() && items.get(clock + 1).is(Kind.HALF);
        boolean halfBefore = clock > 0 && items.get(clock - 1).is(Kind.HALF) && near.test(clock - 1);
        if (!halfBehind && !halfBefore) {
            return time;
        }
        boolean afternoon = items.get(halfBehind ? clock + 1 : clock - 1).number() > 0;
        if (time.getHour() > 12 || afternoon == time.getHour() >= 12) {
            return time;
        }
        return afternoon ? time.plusHours(12) : time.minusHours(12);
    }

    /** The zone that is named behind a time of day. */
    Optional<ZoneId> zone(int clock) {
        for (int i = clock + 1; i <= endOf(clock); i++) {
            if (items.get(i).is(Kind.ZONE)) {
                return Optional.ofNullable(items.get(i).zone());
            }
        }
        return Optional.empty();
    }
}
