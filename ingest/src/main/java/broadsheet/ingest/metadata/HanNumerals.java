package broadsheet.ingest.metadata;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the numerals of Chinese dates in digits: 二〇二六年六月三日, 令和八年十二月二十一日. */
final class HanNumerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern BEFORE_SIGN = Pattern.compile("[〇零○一二三四五六七八九十]{1,4}+(?=[年月日號号])");

    private HanNumerals() {}

    /** The text with digits before the signs of year, month and day. */
    static String inDigits(String text) {
        if (text.indexOf('年') < 0 && text.indexOf('月') < 0) {
            return text;
        }
        Matcher numeral = BEFORE_SIGN.matcher(text);
        return numeral.replaceAll(found -> digits(found.group()));
    }

    /** A row of digits says itself; with a sign of ten it is counted. */
    private static String digits(String numeral) {
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            StringBuilder row = new StringBuilder();
            numeral.chars().forEach(sign -> row.append(value(sign)));
            return row.toString();
        }
        int tens = ten == 0 ? 1 : value(numeral.charAt(ten - 1));
        int ones = ten + 1 == numeral.length() ? 0 : value(numeral.charAt(ten + 1));
        return Integer.toString(10 * tens + ones);
    }

    private static int value(int sign) {
        return Math.max(0, DIGITS.indexOf(sign));
    }
}
