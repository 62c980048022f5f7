package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Lower;
import broadsheet.ingest.metadata.DateItem.Kind;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parts a text into the numbers, words and times of day that dates are made of; each place is looked at once. */
final class DateItems {
    private static final Pattern COLON =
            Pattern.compile("(\\d{1,2})[:：](\\d{2})(?:[:：](\\d{2})(?:[.,]\\d{1,9}+)?)?(?![:：]?\\d)");
    /** 14h05, 14.05 Uhr, 14時05分, 오후 2시 5분. */
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})(?:h|hs|時|点|點|时|시)\\s?(\\d{2}|\\d(?=[분分]))?(?![\\d\\p{L}&&[^분分]])[분分]?"
                    + "|(\\d{1,2})[.](\\d{2})\\s?(?:Uhr|uhr|hrs|hs|h|น|WIB|WITA|WIT)(?!\\p{L})");
    /** 2pm, 2.05 p.m. */
    private static final Pattern HALVED =
            Pattern.compile("(\\d{1,2})(?:\\.(\\d{2}))?(?=\\s?[aApP]\\.?\\s?[mM](?!\\p{L}))");

    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{2})(?![.\\d])");
    private static final Pattern ENGLISH_HALF = Pattern.compile("\\s{0,2}([aApP])\\.?\\s?[mM](?:\\.|(?!\\p{L}))");
    private static final Pattern OFFSET = Pattern.compile(
            "\\s{0,2}\\(?(?:(?:GMT|UTC|UT)\\s?([+−-])(\\d{1,2})(?::?(\\d{2}))?|([+−-])(\\d{2}):?(\\d{2})|([+−-])(\\d{2}))(?!\\d)");
    /** Words behind which 14.05 is a time. */
    private static final Set<String> AT =
            Set.of("kl", "klo", "klockan", "um", "alle", "ore", "ora", "at", "pukul", "jam", "om", "la", "as", "às");

    /** Signs of Chinese, Japanese and Korean for year, month and day. */
    private static final String SIGNS = "年년月월日일号號";

    /** The first year of an era has a word and no number. */
    private static final String FIRST_YEAR = "元年";

    private static final int LONGEST_NUMBER = 4;
    private static final int DOTTED_WORD = 4;

    private final String text;
    private final MonthNames months;
    private final List<DateItem> items = new ArrayList<>();
    private int at;

    private DateItems(String text, MonthNames months) {
        this.text = text;
        this.months = months;
    }

    /** The items of a text with western digits, in its order. */
    static List<DateItem> of(String text, MonthNames months) {
        var items = new DateItems(text, months);
        while (items.at < text.length()) {
            items.next();
        }
        return items.items;
    }

    private void next() {
        char c = text.charAt(at);
        if (isDigit(c)) {
            if (!clock()) {
                number();
            }
        } else if (SIGNS.indexOf(c) >= 0 && isBehindNumber()) {
            items.add(DateItem.word(Kind.JOINT, at, at + 1, String.valueOf(c)));
            at++;
        } else if (isLetter(c)) {
            word();
        } else {
            at++;
        }
    }

    private void number() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(start, at);
        boolean fits = digits.length() <= LONGEST_NUMBER;
        items.add(fits ? DateItem.number(start, digits) : DateItem.word(Kind.WORD, start, at, digits));
    }

    private boolean clock() {
        int end = at + 1 < text.length() && isDigit(text.charAt(at + 1)) ? at + 2 : at + 1;
        return switch (end < text.length() ? text.charAt(end) : ',') {
            case ':', '：' -> clock(COLON, 1);
            case '.' -> clock(NAMED, 1) || clock(HALVED, 1) || (isAfterAt() && clock(DOTTED, 1));
            case 'h', '時', '点', '點', '时', '시' -> clock(NAMED, 1);
            case 'a', 'A', 'p', 'P', ' ', '\t', '\n', '\u000b', '\f', '\r' -> clock(HALVED, 1);
            default -> false;
        };
    }

    private boolean isAfterAt() {
        return !items.isEmpty() && AT.contains(items.get(items.size() - 1).text());
    }

    private boolean clock(Pattern pattern, int group) {
        Matcher found = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!found.lookingAt()) {
            return false;
        }
        int hours = group;
        while (found.group(hours) == null) {
            hours++;
        }
        Optional<LocalTime> time = time(found.group(hours), part(found, hours + 1), part(found, hours + 2));
        if (time.isEmpty()) {
            return false;
        }
        items.add(DateItem.clock(at, found.end(), time.get()));
        at = found.end();
        half();
        zone();
        return true;
    }

    private static @Nullable String part(Matcher found, int group) {
        return group <= found.groupCount() ? found.group(group) : null;
    }

    private static Optional<LocalTime> time(String hour, @Nullable String minute, @Nullable String second) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        int seconds = second == null ? 0 : Math.min(59, Integer.parseInt(second));
        return hours > 23 || minutes > 59 ? Optional.empty() : Optional.of(LocalTime.of(hours, minutes, seconds));
    }

    private void half() {
        Matcher half = ENGLISH_HALF.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (half.lookingAt()) {
            items.add(DateItem.half(at, half.end(), half.group(1).equalsIgnoreCase("p")));
            at = half.end();
        }
    }

    private void zone() {
        Matcher offset = OFFSET.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (offset.lookingAt()) {
            int group = offset.group(1) != null ? 1 : offset.group(4) != null ? 4 : 7;
            String minutes = group < 7 ? offset.group(group + 2) : null;
            offset(offset.group(group), offset.group(group + 1), minutes).ifPresent(zone -> {
                items.add(DateItem.zone(at, offset.end(), zone));
                at = offset.end();
            });
        }
    }

    private static Optional<ZoneId> offset(String sign, String hours, @Nullable String minutes) {
        int total = Integer.parseInt(hours) * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
        return total > 14 * 60
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds((sign.equals("+") ? 60 : -60) * total));
    }

    private void word() {
        int start = at;
        run();
        while (isAbbreviation(start)) {
            at++;
            run();
        }
        int era = at - FIRST_YEAR.length();
        if (era > start && text.startsWith(FIRST_YEAR, era)) {
            items.add(DateItem.word(Kind.WORD, start, era, text.substring(start, era)));
            items.add(DateItem.number(era, "1"));
            items.add(DateItem.word(Kind.JOINT, at - 1, at, text.substring(at - 1, at)));
            return;
        }
        String written = text.substring(start, at);
        String word = Lower.of(written.indexOf('.') < 0 ? written : written.replace(".", ""));
        Optional<MonthName> month = months.find(word);
        if (month.isEmpty() && MonthNames.isFirstWord(word)) {
            month = withNext(word);
        }
        if (month.isPresent()) {
            items.add(DateItem.month(start, at, word, month.get()));
            return;
        }
        Optional<ZoneId> zone = isAfterClock() ? ZoneNames.find(written) : Optional.empty();
        items.add(
                zone.isPresent()
                        ? DateItem.zone(start, at, zone.get())
                        : switch (DateWords.of(word)) {
                            case MORNING -> DateItem.half(start, at, false);
                            case AFTERNOON -> DateItem.half(start, at, true);
                            case JOINT -> DateItem.word(Kind.JOINT, start, at, word);
                            case NONE -> DateItem.word(Kind.WORD, start, at, word);
                        });
    }

    /** Reads the word behind a blank too where both together name a month. */
    private Optional<MonthName> withNext(String word) {
        int end = at;
        if (at + 1 < text.length() && text.charAt(at) == ' ' && isLetter(text.charAt(at + 1))) {
            at++;
            int start = at;
            run();
            Optional<MonthName> month = months.find(word + " " + Lower.of(text.substring(start, at)));
            if (month.isPresent()) {
                return month;
            }
        }
        at = end;
        return Optional.empty();
    }

    private void run() {
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
    }

    /** Whether a dot and more letters follow a few letters: "ต.ค.", "a.m.". */
    private boolean isAbbreviation(int start) {
        return at - start <= DOTTED_WORD
                && at + 1 < text.length()
                && text.charAt(at) == '.'
                && isLetter(text.charAt(at + 1));
    }

    private boolean isBehindNumber() {
        return !items.isEmpty()
                && items.get(items.size() - 1).is(Kind.NUMBER)
                && at - items.get(items.size() - 1).end() <= 1;
    }

    private boolean isAfterClock() {
        if (items.isEmpty()) {
            return false;
        }
        Kind last = items.get(items.size() - 1).kind();
        return last == Kind.CLOCK || last == Kind.HALF || last == Kind.ZONE;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == '\u200c';
    }
}
