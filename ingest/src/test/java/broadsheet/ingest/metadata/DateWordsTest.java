package broadsheet.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.limits.Lower;
import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;

@DisplayName("The words of dates")
class DateWordsTest {
    @Test
    void joinDays() {
        assertThat(List.of("de", "of", "gada", "donnerstag", "星期四")).allMatch(DateWordsTest::isKnown);
        assertThat(List.of("", "news", "january")).noneMatch(DateWordsTest::isKnown);
    }

    @Test
    void halveThem() {
        assertThat(DateWords.of("pm")).isEqualTo(DateWord.AFTERNOON);
        assertThat(DateWords.of("午前")).isEqualTo(DateWord.MORNING);
        assertThat(DateWords.of("")).isEqualTo(DateWord.NONE);
    }

    /** Whether it may stand between the parts of a date: in some language the halves of a day are words for others in another. */
    private static boolean isKnown(String word) {
        return DateWords.of(word) != DateWord.NONE;
    }

    @Nested
    @DisplayName("that CLDR has")
    @EnabledOnJre(value = JRE.JAVA_17, disabledReason = "the lists are those of its edition of CLDR")
    class OfTheJdk {
        private static final List<String> LANGUAGES = List.of(
                ("en de fr es it pt nl pl cs sk ru uk sv da nb fi tr id ro hu el bg hr sr ca lt lv et sl ar he hi bn ms sq mk"
                                + " be eu gl is az kk uz ka hy ta th fa vi ko ja zh ur am my km")
                        .split(" ", 0));

        @Test
        void areAllJoints() {
            Set<String> joints = new HashSet<>();
            for (String language : LANGUAGES) {
                Locale locale = Locale.forLanguageTag(language);
                for (FormatStyle style : FormatStyle.values()) {
                    String[] parts = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                                    style, null, IsoChronology.INSTANCE, locale)
                            .split("'", -1);
                    for (int quoted = 1; quoted < parts.length; quoted += 2) {
                        joints.add(plain(parts[quoted]));
                    }
                }
                for (DayOfWeek day : DayOfWeek.values()) {
                    joints.add(plain(day.getDisplayName(TextStyle.FULL, locale)));
                    joints.add(plain(day.getDisplayName(TextStyle.SHORT, locale)));
                }
            }
            joints.remove("");
            assertThat(joints).allMatch(DateWordsTest::isKnown);
        }

        @Test
        void halveTheDayAsItSays() {
            Map<String, Boolean> halves = new HashMap<>(Map.of("am", false, "pm", true));
            for (String language : LANGUAGES) {
                String[] written = DateFormatSymbols.getInstance(Locale.forLanguageTag(language))
                        .getAmPmStrings();
                halves.putIfAbsent(plain(written[0]), false);
                halves.putIfAbsent(plain(written[1]), true);
            }
            halves.remove("");
            halves.forEach((word, afternoon) -> assertThat(DateWords.of(word))
                    .as(word)
                    .isEqualTo(afternoon ? DateWord.AFTERNOON : DateWord.MORNING));
        }

        private static String plain(String text) {
            return Lower.of(text).replaceAll("[.\\s\u00a0\u202f]", "");
        }
    }
}
