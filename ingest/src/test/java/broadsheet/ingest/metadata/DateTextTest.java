package broadsheet.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    private static final Instant FETCHED = Instant.parse("2026-11-25T12:00:00Z");

    private static DateText reader(String language) {
        return new DateText(FETCHED, language, DayOrder.of(language));
    }

    @Nested
    @DisplayName("a date with the name of a month")
    class Named {
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "en | Wednesday, September 9th, 2026",
                    "en | 9 Sept. 2026",
                    "de | 9. September 2026, 8.15 Uhr",
                    "fr | mercredi 9 septembre 2026 à 8h15",
                    "es | 9 de septiembre de 2026",
                    "pt | 9 de setembro de 2026 às 8h15",
                    "ca | 9 de setembre del 2026",
                    "it | mercoledì 9 settembre 2026 - ore 8.15",
                    "nl | woensdag 9 september 2026 om 08:15",
                    "sv | 9 september 2026 kl. 08.15",
                    "fi | 9. syyskuuta 2026 klo 8.15",
                    "et | 9. september 2026",
                    "lv | 2026. gada 9. septembris",
                    "lt | 2026 m. rugsėjo 9 d.",
                    "hu | 2026. szeptember 9., szerda",
                    "hu | 2026. szept. 9. 8:15",
                    "pl | 9 września 2026",
                    "cs | 9. září 2026",
                    "hr | 9. rujna 2026.",
                    "ro | 9 septembrie 2026",
                    "bg | 9 септември 2026 г.",
                    "ru | 9 сентября 2026 года, 08:15",
                    "uk | 9 вересня 2026 р.",
                    "kk | 2026 жылғы 9 қыркүйек",
                    "el | 9 Σεπτεμβρίου 2026",
                    "tr | 9 Eylül 2026 Çarşamba",
                    "az | 9 sentyabr 2026",
                    "eu | 2026ko irailaren 9a",
                    "id | Rabu, 9 September 2026 08:15 WIB",
                    "vi | Thứ tư, ngày 9 tháng 9 năm 2026",
                    "ar | ٩ سبتمبر ٢٠٢٦",
                    "ar | 9 أيلول 2026",
                    "he | 9 בספטמבר 2026",
                    "hi | 9 सितंबर 2026",
                    "bn | ৯ সেপ্টেম্বর ২০২৬",
                    "km | ថ្ងៃទី៩ ខែកញ្ញា ឆ្នាំ២០២៦",
                    "my | ၂၀၂၆ ခုနှစ် စက်တင်ဘာလ ၉ ရက်",
                    "ka | 9 სექტემბერი, 2026",
                })
        void isReadInAnyLanguageAndOrder(String language, String line) {
            assertThat(reader(language).read(line).map(ClaimedTime::day)).contains(LocalDate.of(2026, 9, 9));
        }

        @ParameterizedTest
        @CsvSource({"hr, 2026-10-09", "pl, 2025-11-09"})
        void isThatOfThePagesLanguageWhereTwoLanguagesShareItsName(String language, LocalDate day) {
            assertThat(reader(language).read("9. listopada " + day.getYear()).map(ClaimedTime::day))
                    .contains(day);
        }

        @Test
        void mayHaveAYearOfTwoDigitsButNotInRunningText() {
            assertThat(reader("de").read("9. Sept. 26, 8.15 Uhr").map(ClaimedTime::day))
                    .contains(LocalDate.of(2026, 9, 9));
            assertThat(reader("en").read("9 Sep '26").map(ClaimedTime::day)).contains(LocalDate.of(2026, 9, 9));
            assertThat(reader("en").readProse("On 9 September 26 people came")).isEmpty();
        }

        @Test
        void doesNotTakeAnHourForAYear() {
            assertThat(reader("de").read("9. September 14.05 Uhr")).isEmpty();
            assertThat(reader("en").read("9 September 14:05")).isEmpty();
        }
    }

    @Nested
    @DisplayName("a date in numbers")
    class Numeric {
        @ParameterizedTest
        @ValueSource(
                strings = {"2026. 03. 04. 14:05", "2026.3.4", "2026/03/04", "2026-03-04T14:05:00+01:00", "2026. 3. 4."})
        void hasTheMonthInTheMiddleWhereTheYearIsInFront(String line) {
            assertThat(reader("hu").read(line).map(ClaimedTime::day)).contains(LocalDate.of(2026, 3, 4));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"1.2.3.4", "192.168.10.12", "06.03.14.05.77", "call 020/7946/09/58", "version 12.10.4.2"})
        void isNotAPartOfAVersionAnAddressOrATelephoneNumber(String line) {
            assertThat(reader("en").read(line)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"03.04.26, 2026-04-03", "03.04.98, 1998-04-03", "31-12-25, 2025-12-31"})
        void mayHaveAYearOfTwoDigits(String line, LocalDate day) {
            assertThat(reader("de").read(line).map(ClaimedTime::day)).contains(day);
        }
    }

    @Nested
    @DisplayName("a date of another calendar")
    class OtherCalendars {
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "th | วันพุธที่ 9 กันยายน พ.ศ. 2569 | 2026-09-09",
                    "th | 9 ก.ย. 69 08:15 น. | 2026-09-09",
                    "th | 09/09/2569 | 2026-09-09",
                    "ja | 令和8年9月9日(水) 午前8時15分 | 2026-09-09",
                    "ja | 平成31年4月30日 | 2019-04-30",
                    "ja | 令和元年5月1日 | 2019-05-01",
                    "zh-TW | 中華民國115年9月9日 | 2026-09-09",
                    "zh | 2026年9月9日星期三 | 2026-09-09",
                    "zh | 二〇二六年九月九日 | 2026-09-09",
                    "ja | 令和七年十二月二十一日 | 2025-12-21",
                    "ko | 2026년 9월 9일 오전 8:15 | 2026-09-09",
                    "fa | ۱۸ شهریور ۱۴۰۵ | 2026-09-09",
                    "fa | ۱۴۰۵/۰۶/۱۸ - ۰۸:۱۵ | 2026-09-09",
                    "fa | چهارشنبه ۱۸ شهریور ۱۴۰۵ | 2026-09-09",
                    "am | መስከረም 1 2018 | 2025-09-11",
                    "ar | 1447/01/01 | 2025-06-26",
                })
        void isTheSameDayOfOurs(String language, String line, LocalDate day) {
            assertThat(reader(language).read(line).map(ClaimedTime::day)).contains(day);
        }
    }

    @Nested
    @DisplayName("the time of day")
    class Time {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "2026-09-09 11:15 PM | 2026-09-09T23:15:00Z",
                    "2026-09-09 12:15 a.m. | 2026-09-09T00:15:00Z",
                    "Wed, 09 Sep 2026 23:15:00 EST | 2026-09-10T04:15:00Z",
                    "Wed, 09 Sep 26 23:15 PDT | 2026-09-10T06:15:00Z",
                    "Wed Sep 09 23:15:00 CEST 2026 | 2026-09-09T21:15:00Z",
                    "Wed Sep 9 23:15:00 2026 | 2026-09-09T23:15:00Z",
                    "Wed Sep 09 2026 23:15:00 GMT-0400 (Eastern Daylight Time) | 2026-09-10T03:15:00Z",
                    "11:15 PM EDT, Wed September 9, 2026 | 2026-09-10T03:15:00Z",
                    "September 9, 2026 at 11:15 pm ET | 2026-09-10T03:15:00Z",
                    "December 9, 2025 at 11:15 pm ET | 2025-12-10T04:15:00Z",
                    "2026年9月9日下午11:15 | 2026-09-09T23:15:00Z",
                    "2026. 9. 9. 오후 11:15 | 2026-09-09T23:15:00Z",
                    "9 Σεπτεμβρίου 2026, 11:15 μ.μ. | 2026-09-09T23:15:00Z",
                    "9 de septiembre de 2026 11:15 p. m. | 2026-09-09T23:15:00Z",
                    "2026-09-09T23:15:00.123+05:30 | 2026-09-09T17:45:00Z",
                    "9 September 2026 | 2026-09-09T00:00:00Z",
                })
        void isReadWithItsHalfAndItsZone(String line, Instant at) {
            assertThat(reader("en").read(line).map(ClaimedTime::at)).contains(at);
        }

        @Test
        void inNoZoneKeepsTheDayOfItsOwnPlace() {
            assertThat(reader("en").read("Wed, 09 Sep 2026 23:15:00 EST").map(ClaimedTime::day))
                    .contains(LocalDate.of(2026, 9, 9));
        }
    }

    @Test
    void beforeTheWebOrAfterTheFetchIsNotBelieved() {
        assertThat(reader("en").read("9 September 1990")).isEmpty();
        assertThat(reader("en").read("9 September 2099")).isEmpty();
        assertThat(reader("en").read("0")).isEmpty();
    }

    @Test
    void knowsTheMonthsOfEveryLanguageOfTheJdkOnItsOwnPages() {
        for (String language : Locale.getISOLanguages()) {
            String name = java.time.Month.SEPTEMBER.getDisplayName(
                    java.time.format.TextStyle.FULL, Locale.forLanguageTag(language));
            boolean isWord = name.chars()
                    .allMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
            if (isWord && name.length() > 2) {
                assertThat(reader(language).read("9 " + name + " 2026").map(ClaimedTime::day))
                        .as(language + " " + name)
                        .contains(LocalDate.of(2026, 9, 9));
            }
        }
    }

    @Test
    void takesNoLongerForALongLine() {
        String line = "12.".repeat(200_000) + " 9 a ".repeat(100_000);
        assertThat(reader("en").read(line)).isEmpty();
        assertThat(reader("en").readProse(line)).isEmpty();
    }
}
