package broadsheet.ingest.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as people and machines write them: ISO 8601 and its relatives, RFC 1123, Unix time, numbers with dots or
 * slashes, and a day with the name of a month in the languages below. Only what is believable comes out: not before the
 * Web, and no more than a day after the page was fetched.
 *
 * <p>Names of months come from the JDK's CLDR data.
 */
final class DateText {
    private static final LocalDate WEB = LocalDate.of(1993, 1, 1);
    private static final Pattern ISO = Pattern.compile(
            "(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)(?:[T"
                    + " ,]{1,3}(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s{0,2}(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?");
    private static final Pattern COMPACT =
            Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2}):?(\\d{2}):?(\\d{2})?)?(Z|[+-]\\d{2}:?\\d{2})?$");
    private static final Pattern EPOCH = Pattern.compile("^1\\d{9}(\\d{3})?$");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})(?![\\d.]\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|ª|º|\\.)?[\\s,-]{1,3}(?:de |of"
                    + " |d')?(\\p{L}{3,14})\\.?,?[\\s-]{1,3}(?:de |del )?'?(\\d{4})"
                    + "(?:[\\s,–-]{1,4}(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<!\\p{L})(\\p{L}{3,14})\\.?[\\s-]{1,2}(\\d{1,2})(?:st|nd|rd|th)?[,.]?\\s{1,3}'?(\\d{4})(?!\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4})[\\s,-]{1,3}(\\p{L}{3,14})\\.?[\\s-]{1,2}(\\d{1,2})(?!\\d)");
    private static final Pattern CJK = Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");
    private static final Map<String, Integer> MONTHS = months();

    private final Instant fetchedAt;
    private final boolean monthFirst;

    /**
     * @param fetchedAt no date much later than this is believed
     * @param language of the page; in American English 2/3/2020 is in February
     */
    DateText(Instant fetchedAt, String language) {
        this.fetchedAt = fetchedAt;
        String tag = language.toLowerCase(Locale.ROOT);
        this.monthFirst = tag.isEmpty() || tag.equals("en") || tag.equals("en-us") || tag.equals("en_us");
    }

    /** The first believable date in a text; empty if there is none. */
    Optional<Claim> read(String text) {
        String line = text.length() > 300 ? text.substring(0, 300) : text;
        if (line.length() < 6) {
            return Optional.empty();
        }
        return iso(line)
                .or(() -> compact(line.strip()))
                .or(() -> named(line))
                .or(() -> numeric(line))
                .filter(this::isBelievable);
    }

    /** As {@link #read}, but only a date with the name of a month or in the order of ISO: safe in running text. */
    Optional<Claim> readProse(String text) {
        return named(text).or(() -> iso(text)).filter(this::isBelievable);
    }

    boolean isBelievable(Claim claim) {
        return !claim.day().isBefore(WEB) && !claim.at().isAfter(fetchedAt.plusSeconds(26 * 3600));
    }

    private static Optional<Claim> iso(String text) {
        Matcher at = ISO.matcher(text);
        return at.find() ? claim(at, 1, 2, 3, 4) : Optional.empty();
    }

    private static Optional<Claim> compact(String text) {
        if (EPOCH.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return Optional.of(Claim.of(Instant.ofEpochMilli(text.length() == 13 ? number : number * 1000)
                    .atOffset(ZoneOffset.UTC)));
        }
        Matcher at = COMPACT.matcher(text);
        return at.matches() ? claim(at, 1, 2, 3, 4) : Optional.empty();
    }

    private static Optional<Claim> named(String text) {
        Matcher cjk = CJK.matcher(text);
        if (cjk.find()) {
            return claim(cjk, 1, 2, 3, 0);
        }
        for (Matcher at = MONTH_FIRST.matcher(text); at.find(); ) {
            Integer month = MONTHS.get(at.group(1).toLowerCase(Locale.ROOT));
            if (month != null) {
                return date(number(at.group(3)), month, number(at.group(2))).map(Claim::of);
            }
        }
        for (Matcher at = DAY_FIRST.matcher(text); at.find(); ) {
            Integer month = MONTHS.get(at.group(2).toLowerCase(Locale.ROOT));
            if (month != null) {
                return date(number(at.group(3)), month, number(at.group(1))).map(day -> withTime(day, at, 4));
            }
        }
        return yearFirst(text);
    }

    private static Optional<Claim> yearFirst(String text) {
        for (Matcher at = YEAR_FIRST.matcher(text); at.find(); ) {
            Integer month = MONTHS.get(at.group(2).toLowerCase(Locale.ROOT));
            if (month != null) {
                return date(number(at.group(1)), month, number(at.group(3))).map(Claim::of);
            }
        }
        return Optional.empty();
    }

    private Optional<Claim> numeric(String text) {
        Matcher at = NUMERIC.matcher(text);
        if (!at.find()) {
            return Optional.empty();
        }
        int first = number(at.group(1));
        int second = number(at.group(3));
        int year = number(at.group(4));
        year = year < 100 ? 2000 + year : year;
        boolean american =
                second > 12 || (monthFirst && first <= 12 && !at.group(2).equals("."));
        return (american ? date(year, first, second) : date(year, second, first)).map(Claim::of);
    }

    private static Optional<Claim> claim(Matcher at, int year, int month, int day, int hour) {
        return date(number(at.group(year)), number(at.group(month)), number(at.group(day)))
                .map(date -> hour == 0 ? Claim.of(date) : withTime(date, at, hour));
    }

    private static Claim withTime(LocalDate day, Matcher at, int hour) {
        if (at.group(hour) == null || at.group(hour + 1) == null) {
            return Claim.of(day);
        }
        int seconds = at.group(hour + 2) == null ? 0 : number(at.group(hour + 2));
        try {
            OffsetDateTime time = day.atTime(number(at.group(hour)), number(at.group(hour + 1)), seconds)
                    .atOffset(zone(at.group(hour + 3)));
            return Claim.of(time);
        } catch (DateTimeException noSuchTime) {
            return Claim.of(day);
        }
    }

    private static ZoneOffset zone(@org.jspecify.annotations.Nullable String text) {
        if (text == null || text.equals("Z") || text.equals("UTC") || text.equals("GMT")) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.of(text);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> names = new HashMap<>();
        for (String language : List.of(
                "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "ru", "uk", "sv", "da", "nb", "fi", "tr",
                "id", "ro", "hu", "el", "bg", "hr", "sr", "ca", "lt", "lv", "et", "sl")) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = month.getDisplayName(style, locale)
                            .toLowerCase(Locale.ROOT)
                            .replace(".", "");
                    if (name.length() >= 3 && !Character.isDigit(name.charAt(0))) {
                        names.putIfAbsent(name, month.getValue());
                    }
                }
            }
        }
        names.put("sept", 9);
        names.put("jänner", 1);
        names.put("märz", 3);
        return Map.copyOf(names);
    }
}
