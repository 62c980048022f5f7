package broadsheet.ingest.metadata;

import broadsheet.ingest.metadata.DateItem.Kind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds dates among the items of a text: with the name of a month in any order of day, month and year, with the signs of
 * Chinese, Japanese and Korean, or as three numbers between the same marks.
 *
 * <p>A run of numbers between the same marks is one thing: where its first three are no date, it is a version, an address
 * or a number of a telephone, and no part of it is a date.
 */
final class WrittenDates {
    private static final int LONGEST_GAP = 6;
    /** How many words may stand between two parts of a date: "3 de junho de 2026", "2026 m. birželio 3 d.". */
    private static final int MOST_JOINTS = 4;

    private static final int LONGEST_RUN = 5;
    private static final String BETWEEN = ".,-–—/'’´()،ºª°\u200e\u200f\u200b";
    private static final String BEFORE_TIME = BETWEEN + "·•|@";

    private final String text;
    private final List<DateItem> items;
    private final DayOrder order;
    private final List<WrittenDate> found = new ArrayList<>();
    /** The item after those that found dates are made of. */
    private int next;

    private WrittenDates(String text, List<DateItem> items, DayOrder order) {
        this.text = text;
        this.items = items;
        this.order = order;
    }

    /** The dates of a text with western digits, in its order. */
    static List<WrittenDate> in(String text, MonthNames months, DayOrder order) {
        var dates = new WrittenDates(text, DateItems.of(text, months), order);
        for (int i = 0; i < dates.items.size(); i = Math.max(i + 1, dates.next)) {
            dates.at(i);
        }
        return dates.found;
    }

    private void at(int i) {
        if (items.get(i).is(Kind.MONTH)) {
            named(i);
        } else if (items.get(i).is(Kind.NUMBER)) {
            if (!signed(i) && !counted(i)) {
                numeric(i);
            }
        }
    }

    /** A month by its name, with day and year about it. */
    private void named(int i) {
        MonthName month = Objects.requireNonNull(items.get(i).month(), "a month has its name");
        int before = number(i, -1);
        int earlier = before < 0 ? -1 : number(before, -1);
        int after = number(i, 1);
        int later = after < 0 ? -1 : number(after, 1);
        if (isYear(after) && isDay(before)) {
            add(month, after, before, before, after, true);
        } else if (isDay(after) && isYear(later)) {
            add(month, later, after, i, later, true);
        } else if (isYear(before) && isDay(after)) {
            add(month, before, after, before, after, true);
        } else if (isDay(before) && isYear(earlier)) {
            add(month, earlier, before, earlier, i, true);
        } else if (isDay(before) && isShortYear(after)) {
            add(month, after, before, before, after, false);
        } else if (isDay(after) && isShortYear(later) && isApostrophe(later)) {
            add(month, later, after, i, later, false);
        }
    }

    /** "3 tháng 6, 2026", "2026 оны 6 сарын 3": the month is a number with the word for month. */
    private boolean counted(int i) {
        int month = number(i, 1);
        if (month < 0 || !(items.get(month).isDay() && items.get(month).number() <= 12) || month - i > 3) {
            return false;
        }
        int last = number(month, 1);
        boolean vietnamese = items.get(month - 1).text().startsWith("th") && isDay(i) && isYear(last);
        boolean mongolian =
                isYear(i) && isDay(last) && items.get(month + 1).text().startsWith("сар");
        if (!vietnamese && !mongolian) {
            return false;
        }
        var name = new MonthName(Reckoning.GREGORIAN, items.get(month).number());
        add(name, vietnamese ? last : i, vietnamese ? i : last, i, last, true);
        return true;
    }

    private void add(MonthName month, int year, int day, int first, int last, boolean sure) {
        DateItem written = items.get(year);
        boolean thai = items.subList(first, last + 1).stream().anyMatch(item -> WrittenYear.isThai(item.text()));
        List<LocalDate> days = WrittenYear.of(month.calendar(), written.text(), thai).stream()
                .flatMap(count -> month
                        .calendar()
                        .day(count, month.number(), items.get(day).number())
                        .stream())
                .toList();
        add(days, first, last, sure);
    }

    /** 2026年6月3日, 令和8年6月3日, 2026년 6월 3일. */
    private boolean signed(int i) {
        if (!isSign(i + 1, "年년") || !isNumber(i + 2) || !isSign(i + 3, "月월") || !isNumber(i + 4)) {
            return false;
        }
        String era = i > 0 ? items.get(i - 1).text() : "";
        List<LocalDate> days = WrittenYear.ofEra(era, items.get(i).text()).stream()
                .flatMap(year ->
                        Reckoning.GREGORIAN
                                .day(
                                        year,
                                        items.get(i + 2).number(),
                                        items.get(i + 4).number())
                                .stream())
                .toList();
        add(days, i, isSign(i + 5, "日일号號") ? i + 5 : i + 4, true);
        return true;
    }

    private boolean isSign(int i, String signs) {
        return i < items.size()
                && items.get(i).text().length() == 1
                && signs.contains(items.get(i).text());
    }

    private boolean isNumber(int i) {
        return i < items.size() && items.get(i).isDay();
    }

    /** Three numbers between the same marks. */
    private void numeric(int i) {
        int end = runEnd(i);
        if (end - i < 3) {
            return;
        }
        next = end;
        DateItem first = items.get(i);
        DateItem second = items.get(i + 1);
        DateItem third = items.get(i + 2);
        boolean yearFirst = first.isYear() && second.isDay() && third.isDay();
        boolean yearLast = first.isDay() && second.isDay() && (third.isYear() || (third.digits() == 2 && end - i == 3));
        if (yearFirst) {
            List<LocalDate> days = new ArrayList<>();
            for (WrittenYear year : WrittenYear.alone(first.text())) {
                year.day(second.number(), third.number()).ifPresent(days::add);
            }
            add(days, i, i + 2, true);
        } else if (yearLast) {
            add(inOrder(first.number(), second.number(), third.text(), mark(i)), i, i + 2, false);
        }
    }

    /** The readings of two numbers before a year, the likelier first; with dots between them, the day is always first. */
    private List<LocalDate> inOrder(int first, int second, String written, char mark) {
        boolean monthFirst = order == DayOrder.MONTH_FIRST && mark != '.';
        List<LocalDate> days = new ArrayList<>();
        for (WrittenYear year : WrittenYear.alone(written)) {
            Optional<LocalDate> dayFirst = year.day(second, first);
            Optional<LocalDate> american = year.day(first, second);
            (monthFirst ? american : dayFirst).ifPresent(days::add);
            (monthFirst ? dayFirst : american).ifPresent(days::add);
        }
        return days;
    }

    /** The item after a run of numbers between the same marks. */
    private int runEnd(int i) {
        int end = i + 1;
        char mark = mark(i);
        while (mark != 0 && end < items.size() && end - i < LONGEST_RUN && mark(end - 1) == mark) {
            end++;
        }
        return end;
    }

    /** The one mark between two numbers; 0 if there is none or more than it and blanks. */
    private char mark(int i) {
        if (i + 1 >= items.size()
                || !items.get(i).is(Kind.NUMBER)
                || !items.get(i + 1).is(Kind.NUMBER)) {
            return 0;
        }
        int gap = items.get(i + 1).start() - items.get(i).end();
        String between = gap > 3
                ? ""
                : text.substring(items.get(i).end(), items.get(i + 1).start()).strip();
        return between.length() == 1 && "./-．／－−‐‑".contains(between) ? plain(between.charAt(0)) : 0;
    }

    private static char plain(char mark) {
        return switch (mark) {
            case '．' -> '.';
            case '／' -> '/';
            case '.', '/' -> mark;
            default -> '-';
        };
    }

    private void add(List<LocalDate> days, int first, int last, boolean sure) {
        if (days.isEmpty()) {
            return;
        }
        var time = new WrittenTime(items, this::isNear);
        int clock = time.behind(last).or(() -> time.within(first, last)).orElse(-1);
        int end = Math.max(last, clock < 0 ? last : time.endOf(clock));
        int start = first;
        if (clock < 0) {
            clock = time.before(first, next).orElse(-1);
        }
        Optional<LocalTime> at = clock < 0 ? Optional.empty() : Optional.of(time.of(clock));
        Optional<ZoneId> zone = clock < 0 ? Optional.empty() : time.zone(clock);
        found.add(new WrittenDate(
                List.copyOf(days),
                at,
                zone,
                items.get(start).start(),
                items.get(end).end(),
                sure));
        next = end + 1;
    }

    /** The next number in a direction, with only joints, times and zones between; -1 without one. */
    private int number(int from, int step) {
        int joints = 0;
        for (int i = from + step; i >= next && i < items.size() && joints <= MOST_JOINTS; i += step, joints++) {
            if (!isNear(Math.min(i, i - step), BETWEEN)) {
                return -1;
            }
            DateItem item = items.get(i);
            if (item.is(Kind.NUMBER)) {
                return i;
            }
            if (item.is(Kind.WORD) || item.is(Kind.MONTH)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether little stands between an item and the next. */
    private boolean isNear(int i, String marks) {
        if (i + 1 >= items.size()) {
            return false;
        }
        int start = items.get(i).end();
        int end = items.get(i + 1).start();
        boolean near = end - start <= LONGEST_GAP;
        for (int at = start; near && at < end; at++) {
            char c = text.charAt(at);
            near = c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || marks.indexOf(c) >= 0);
        }
        return near;
    }

    private boolean isNear(int i) {
        return isNear(i, BEFORE_TIME);
    }

    private boolean isDay(int i) {
        return i >= 0 && items.get(i).isDay();
    }

    private boolean isYear(int i) {
        return i >= 0 && items.get(i).isYear();
    }

    /** Two digits, and not the hour of a time that is written with a dot. */
    private boolean isShortYear(int i) {
        return i >= 0 && items.get(i).digits() == 2 && mark(i) == 0;
    }

    private boolean isApostrophe(int i) {
        int start = items.get(i).start();
        return start > 0 && "'’´".indexOf(text.charAt(start - 1)) >= 0;
    }
}
