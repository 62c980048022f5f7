package broadsheet.ingest.metadata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a year can mean as it is written: of two digits or four, of the Buddhist era, of an emperor, of another calendar.
 *
 * @param calendar of its months
 * @param number of the year in that calendar
 */
record WrittenYear(Reckoning calendar, int number) {
    /** Years of the Buddhist era are that many ahead of ours. */
    private static final int BUDDHIST = 543;

    private static final int FIRST_BUDDHIST = 2400;
    private static final int FIRST_OURS = 1600;
    private static final int PERSIAN_CENTURY = 1400;

    /** The year before the first of each era. */
    private static final Map<String, Integer> ERAS =
            Map.of("令和", 2018, "平成", 1988, "昭和", 1925, "民國", 1911, "民国", 1911, "中華民國", 1911, "중화민국", 1911);

    private static final int MINGUO = 1911;

    Optional<LocalDate> day(int month, int day) {
        return calendar.day(number, month, day);
    }

    /** The numbers of a year that stands with the name of a month of this calendar, the likelier first. */
    static List<Integer> of(Reckoning calendar, String digits, boolean thai) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return List.of(calendar == Reckoning.GREGORIAN && year >= FIRST_BUDDHIST ? year - BUDDHIST : year);
        }
        return switch (calendar) {
            case GREGORIAN ->
                thai ? List.of(2500 + year - BUDDHIST, 2000 + year, 1900 + year) : List.of(2000 + year, 1900 + year);
            case PERSIAN, HIJRI -> List.of(PERSIAN_CENTURY + year, PERSIAN_CENTURY - 100 + year);
            case ETHIOPIAN -> List.of(2000 + year);
        };
    }

    /** What a year among numbers can mean: before 1600 it is of the Persian calendar or the Islamic. */
    static List<WrittenYear> alone(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4 && year < FIRST_OURS) {
            return List.of(new WrittenYear(Reckoning.PERSIAN, year), new WrittenYear(Reckoning.HIJRI, year));
        }
        List<WrittenYear> years = new ArrayList<>();
        of(Reckoning.GREGORIAN, digits, false).forEach(each -> years.add(new WrittenYear(Reckoning.GREGORIAN, each)));
        if (digits.length() == 2) {
            years.add(new WrittenYear(Reckoning.GREGORIAN, 2500 + year - BUDDHIST));
            years.add(new WrittenYear(Reckoning.PERSIAN, PERSIAN_CENTURY + year));
        }
        return years;
    }

    /** The year of an era of Japan or Taiwan; the plain year behind any other word. */
    static List<Integer> ofEra(String word, String digits) {
        int year = Integer.parseInt(digits);
        for (Map.Entry<String, Integer> era : ERAS.entrySet()) {
            if (word.endsWith(era.getKey())) {
                return List.of(era.getValue() + year);
            }
        }
        return digits.length() == 3 ? List.of(MINGUO + year) : of(Reckoning.GREGORIAN, digits, false);
    }

    /** Whether a word is in Thai letters. */
    static boolean isThai(String word) {
        return !word.isEmpty() && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.THAI;
    }
}
