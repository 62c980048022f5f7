package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Lower;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them: with the name of a month, with the signs for year, month and day, or in numbers. */
final class WrittenDate {
    private static final String NAME = "([\\p{L}\\p{M}]{3,14})";
    private static final Pattern NUMERIC =
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})(?![\\d.]\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|ª|º|\\.)?[\\s,-]{1,3}(?:de |of"
                    + " |d')?" + NAME + "\\.?,?[\\s-]{1,3}(?:de |del )?'?(\\d{4})"
                    + "(?:[\\s,–-]{1,4}(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<![\\p{L}\\p{M}])" + NAME + "\\.?[\\s-]{1,2}(\\d{1,2})(?:st|nd|rd|th)?[,.]?\\s{1,3}'?(\\d{4})(?!\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4})[\\s,-]{1,3}" + NAME + "\\.?[\\s-]{1,2}(\\d{1,2})(?!\\d)");
    private static final Pattern CJK = Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");

    private WrittenDate() {}

    /** The first date with the name of a month, or with the signs of Chinese, Japanese and Korean. */
    static Optional<Claim> named(String text) {
        Matcher cjk = CJK.matcher(text);
        if (cjk.find()) {
            return day(cjk.group(1), cjk.group(2), cjk.group(3));
        }
        for (Matcher at = MONTH_FIRST.matcher(text); at.find(); ) {
            Optional<Integer> month = MonthNames.number(at.group(1));
            if (month.isPresent()) {
                return day(at.group(3), month.get(), at.group(2));
            }
        }
        for (Matcher at = DAY_FIRST.matcher(text); at.find(); ) {
            Optional<Integer> month = MonthNames.number(at.group(2));
            if (month.isPresent()) {
                return MachineDate.day(number(at.group(3)), month.get(), number(at.group(1)))
                        .map(day -> MachineDate.withTime(day, at, 4));
            }
        }
        for (Matcher at = YEAR_FIRST.matcher(text); at.find(); ) {
            Optional<Integer> month = MonthNames.number(at.group(2));
            if (month.isPresent()) {
                return day(at.group(1), month.get(), at.group(3));
            }
        }
        return Optional.empty();
    }

    /**
     * What the first date in numbers can mean, the likelier first: day before month, or month before day.
     *
     * @param monthFirst whether the page's language has the month first; with dots between, no language has
     */
    static List<Claim> numeric(String text, boolean monthFirst) {
        Matcher at = NUMERIC.matcher(text);
        List<Claim> readings = new ArrayList<>();
        if (at.find()) {
            int year = number(at.group(4));
            String full = String.valueOf(year < 100 ? 2000 + year : year);
            Optional<Claim> dayFirst = day(full, at.group(3), at.group(1));
            Optional<Claim> american = day(full, at.group(1), at.group(3));
            boolean likelyAmerican = monthFirst && !at.group(2).equals(".");
            (likelyAmerican ? american : dayFirst).ifPresent(readings::add);
            (likelyAmerican ? dayFirst : american).ifPresent(readings::add);
        }
        return readings;
    }

    private static Optional<Claim> day(String year, String month, String day) {
        return day(year, number(month), day);
    }

    private static Optional<Claim> day(String year, int month, String day) {
        return MachineDate.day(number(year), month, number(day)).map(Claim::of);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Whether a language writes the month before the day in numbers: that of the United States, and English unnamed. */
    static boolean isMonthFirst(String language) {
        String tag = Lower.of(language);
        return tag.isEmpty() || tag.equals("en") || tag.equals("en-us") || tag.equals("en_us");
    }
}
