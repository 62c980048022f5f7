package broadsheet.ingest.metadata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.util.Optional;

/**
 * The calendars in which news is dated, and what their days are in ours.
 *
 * <p>Sources: Persian leap years by the 33-year cycle, exact from 1178 to 1633 (Heydari-Malayeri, "A concise review of the
 * Iranian calendar", 2004); the Islamic calendar of Umm al-Qura as the JDK has it; Ethiopian days by Dershowitz and Reingold,
 * "Calendrical Calculations".
 */
enum Reckoning {
    GREGORIAN {
        @Override
        LocalDate count(int year, int month, int day) {
            return LocalDate.of(year, month, day);
        }
    },
    PERSIAN {
        @Override
        LocalDate count(int year, int month, int day) {
            if (Math.abs(year - KNOWN_YEAR) > 100 || month > 12 || day > 31 || (month > 6 && day > 30)) {
                throw new DateTimeException("no such Persian day");
            }
            LocalDate first = KNOWN_NEW_YEAR;
            for (int at = KNOWN_YEAR; at < year; at++) {
                first = first.plusDays(daysOfPersianYear(at));
            }
            for (int at = KNOWN_YEAR; at > year; at--) {
                first = first.minusDays(daysOfPersianYear(at - 1));
            }
            return first.plusDays((month - 1) * 30L + Math.min(month - 1, 6) + day - 1);
        }
    },
    HIJRI {
        @Override
        LocalDate count(int year, int month, int day) {
            return LocalDate.from(HijrahDate.of(year, month, day));
        }
    },
    ETHIOPIAN {
        @Override
        LocalDate count(int year, int month, int day) {
            if (month > 13 || day > 30 || (month == 13 && day > 6)) {
                throw new DateTimeException("no such Ethiopian day");
            }
            return LocalDate.ofEpochDay(ETHIOPIAN_ERA + 365L * (year - 1) + year / 4 + 30L * (month - 1) + day - 1);
        }
    };

    private static final int KNOWN_YEAR = 1400;
    private static final LocalDate KNOWN_NEW_YEAR = LocalDate.of(2021, 3, 21);
    /** The first day of the Ethiopian year 1 as a day since 1970. */
    private static final long ETHIOPIAN_ERA = 1_724_221L - 2_440_588L;

    /** The day as the calendar counts it. */
    abstract LocalDate count(int year, int month, int day);

    /** The same day in our calendar; empty if there is none such. */
    Optional<LocalDate> day(int year, int month, int day) {
        try {
            return month < 1 || day < 1 ? Optional.empty() : Optional.of(count(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int daysOfPersianYear(int year) {
        return (year * 8 + 29) % 33 < 8 ? 366 : 365;
    }
}
