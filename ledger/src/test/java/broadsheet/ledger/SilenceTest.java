package broadsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Times are of one autumn; day 0 is a Monday. */
@DisplayName("silence")
class SilenceTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final String SOURCE = "courier.example";

    private final Silence silence = new Silence();

    private static Instant at(int day, int hour) {
        return MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
    }

    private void add(String source, String language, Instant time) {
        silence.add(source, language, time, time);
    }

    /** Articles of an office day: so many in each hour from eight to seven. */
    private void officeDay(String source, String language, int day, int perHour) {
        for (int hour = 8; hour < 20; hour++) {
            for (int i = 0; i < perHour; i++) {
                add(source, language, at(day, hour).plusSeconds(i));
            }
        }
    }

    private List<Silence.Silent> silentAt(Instant now) {
        return silence.report(now).silent();
    }

    @Nested
    @DisplayName("of a source that comes by day")
    class ByDay {

        private void comeFor(int days) {
            for (int day = 0; day < days; day++) {
                officeDay(SOURCE, "en", day, 2);
            }
        }

        @Test
        void isNoneAtNight() {
            comeFor(4);
            for (int hour = 20; hour < 32; hour++) {
                assertThat(silentAt(at(3, hour))).isEmpty();
            }
        }

        @Test
        void isToldWhenItsPauseIsTwiceAsLongAsEver() {
            comeFor(4);
            assertThat(silentAt(at(3, 19).plusSeconds(1).plus(Duration.ofHours(26))))
                    .isEmpty();
            assertThat(silentAt(at(3, 19).plusSeconds(2).plus(Duration.ofHours(26))))
                    .containsExactly(new Silence.Silent(
                            SOURCE,
                            at(3, 19).plusSeconds(1),
                            Duration.ofHours(26).plusSeconds(1),
                            Duration.ofHours(12),
                            96 * 24.0 / 84,
                            ""));
        }

        @Test
        void endsWhenItComesAgain() {
            comeFor(4);
            assertThat(silentAt(at(5, 12))).hasSize(1);
            add(SOURCE, "en", at(5, 12));
            assertThat(silentAt(at(5, 13))).isEmpty();
        }

        @Test
        void isNotJudgedBeforeItIsKnownForThreeDays() {
            comeFor(2);
            assertThat(silentAt(at(2, 23))).isEmpty();
        }

        @Test
        void isForgottenAfterTwoWeeks() {
            comeFor(4);
            assertThat(silentAt(at(12, 0))).hasSize(1);
            assertThat(silentAt(at(18, 0))).isEmpty();
        }
    }

    @Test
    void isNoneOverTheWeekendForWhoHasPausedOverOneBefore() {
        for (int day : new int[] {0, 1, 2, 3, 4, 7, 8, 9, 10, 11}) {
            officeDay(SOURCE, "en", day, 2);
        }
        assertThat(silentAt(at(14, 8))).isEmpty();
        assertThat(silentAt(at(17, 8))).hasSize(1);
    }

    @Test
    void isNoneForASourceThatIsRare() {
        for (int day = 0; day < 8; day++) {
            add("rare.example", "en", at(day, 9));
        }
        assertThat(silentAt(at(13, 0))).isEmpty();
    }

    @Test
    void isTheSameInWhateverOrderTheLedgerIsRead() {
        List<Instant> times = new ArrayList<>();
        for (int hour = 0; hour < 24 * 13; hour++) {
            if (hour % 24 >= 6) {
                times.add(at(0, hour));
            }
        }
        times.forEach(time -> silence.add(SOURCE, "en", time, at(14, 0)));
        Collections.shuffle(times, new Random(7));
        Silence shuffled = new Silence();
        times.forEach(time -> shuffled.add(SOURCE, "en", time, at(14, 0)));
        for (int hour = 0; hour < 60; hour++) {
            Instant now = at(13, hour);
            assertThat(shuffled.report(now)).isEqualTo(silence.report(now));
        }
        assertThat(silentAt(at(13, 14))).hasSize(1);
    }

    @Test
    void isNotHiddenByARecordThatClaimsToBeOfNextYear() {
        for (int day = 0; day < 4; day++) {
            officeDay(SOURCE, "en", day, 2);
        }
        silence.add(SOURCE, "en", MONDAY.plus(Duration.ofDays(365)), at(4, 0));
        assertThat(silentAt(at(5, 12))).hasSize(1);
        assertThat(silence.latest()).isEqualTo(at(3, 19).plusSeconds(1));
    }

    @Nested
    @DisplayName("of a language")
    class OfALanguage {

        @Test
        void isToldWhenLessThanAQuarterComesOfWhatIsUsualInTheseHours() {
            for (int day = 0; day < 5; day++) {
                officeDay("courier.example", "fr", day, 10);
            }
            officeDay("courier.example", "fr", 5, 2);
            assertThat(silence.report(at(5, 15)).fallen()).containsExactly(new Silence.Fallen("fr", 12, 60));
            assertThat(silence.report(at(5, 15)).lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).matches("fallen   fr +to 12 articles in 6 h; usual are 60"));
        }

        @Test
        void isNoneAtNightNorOnADayThatIsAsQuietAsOneBefore() {
            for (int day = 0; day < 5; day++) {
                officeDay("courier.example", "fr", day, day == 1 ? 3 : 20);
            }
            assertThat(silence.report(at(5, 7)).fallen()).isEmpty();
            officeDay("courier.example", "fr", 5, 2);
            assertThat(silence.report(at(5, 15)).fallen()).isEmpty();
        }

        @Test
        void isNoneWhereFewCome() {
            for (int day = 0; day < 5; day++) {
                officeDay("courier.example", "fr", day, 3);
            }
            assertThat(silence.report(at(5, 15)).fallen()).isEmpty();
        }
    }

    @Nested
    @DisplayName("of very many sources")
    class OfVeryMany {

        @Test
        void isWatchedForThoseWithTheMostArticles() {
            for (int day = 0; day < 4; day++) {
                officeDay(SOURCE, "en", day, 2);
                for (int i = 0; i < 2_000; i++) {
                    add("flood-" + day + "-" + i + ".example", "x" + i, at(day, 21));
                }
            }
            Silence.Report report = silence.report(at(5, 12));
            assertThat(report.sources()).isEqualTo(Silence.MOST_SOURCES);
            assertThat(report.silent()).extracting(Silence.Silent::source).containsExactly(SOURCE);
        }

        @Test
        void isNamedForAtMostFifty() {
            for (int i = 0; i < 80; i++) {
                for (int day = 0; day < 4; day++) {
                    officeDay("paper-" + i + ".example", "en", day, 1);
                }
            }
            Silence.Report report = silence.report(at(5, 12));
            assertThat(report.silentSources()).isEqualTo(80);
            assertThat(report.silent()).hasSize(Silence.MOST_NAMED);
            assertThat(report.lines()).contains("silent   and 30 more sources");
        }
    }
}
