package broadsheet.ingest.metadata;

import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A number, a word or a time of day in a text that may give a date.
 *
 * @param kind what it is
 * @param start of its text
 * @param end of its text
 * @param text as written, words in lower case and without dots
 * @param number of a number, else 0; hour 12 to be added by PM is 12, by AM 0
 * @param month of a month's name, else null
 * @param clock of a time of day, else null
 * @param zone of a zone or of a time of day that has one, else null
 */
record DateItem(
        Kind kind,
        int start,
        int end,
        String text,
        int number,
        @Nullable MonthName month,
        @Nullable LocalTime clock,
        @Nullable ZoneId zone) {
    /** What an item is. */
    enum Kind {
        NUMBER,
        MONTH,
        CLOCK,
        /** Morning or afternoon. */
        HALF,
        ZONE,
        /** A word that joins the parts of dates: "de", "of", "gada", the name of a weekday. */
        JOINT,
        WORD
    }

    static DateItem number(int start, String text) {
        return new DateItem(Kind.NUMBER, start, start + text.length(), text, Integer.parseInt(text), null, null, null);
    }

    static DateItem month(int start, int end, String text, MonthName month) {
        return new DateItem(Kind.MONTH, start, end, text, 0, month, null, null);
    }

    static DateItem clock(int start, int end, LocalTime clock) {
        return new DateItem(Kind.CLOCK, start, end, "", 0, null, clock, null);
    }

    static DateItem half(int start, int end, boolean afternoon) {
        return new DateItem(Kind.HALF, start, end, "", afternoon ? 12 : 0, null, null, null);
    }

    static DateItem zone(int start, int end, ZoneId zone) {
        return new DateItem(Kind.ZONE, start, end, "", 0, null, null, zone);
    }

    static DateItem word(Kind kind, int start, int end, String text) {
        return new DateItem(kind, start, end, text, 0, null, null, null);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    int digits() {
        return kind == Kind.NUMBER ? text.length() : 0;
    }

    /** Whether this can be the number of a day of a month. */
    boolean isDay() {
        return digits() > 0 && digits() < 3 && number >= 1 && number <= 31;
    }

    /** Whether this can be a year with all its digits. */
    boolean isYear() {
        return digits() == 4;
    }
}
