package broadsheet.console.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many articles were published on which day.
 *
 * @param days by the days of UTC, counted from 1970-01-01; days with none are left out
 */
public record DayCounts(SortedMap<Long, Integer> days) {

    /**
     * Some days that follow each other.
     *
     * @param first the first of them
     * @param days how many they are
     * @param count how many articles
     */
    public record Bar(LocalDate first, int days, int count) {

        /** The day after the last of them. */
        public LocalDate end() {
            return first.plusDays(days);
        }
    }

    public DayCounts {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /** The same in so many bars at most, all of the same length, without a gap between the first and the last. */
    public List<Bar> bars(int most) {
        if (days.isEmpty()) {
            return List.of();
        }
        long first = days.firstKey();
        long span = days.lastKey() - first + 1;
        int width = Math.toIntExact((span + most - 1) / most);
        List<Bar> bars = new ArrayList<>();
        for (long day = first; day < first + span; day += width) {
            int count = days.subMap(day, day + width).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            bars.add(new Bar(LocalDate.ofEpochDay(day), width, count));
        }
        return bars;
    }
}
