package broadsheet.sink.copies;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.CopyOf;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("of two texts that are all but equal")
class FormsTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final String CLUB =
            "%s have signed the winger %s until the summer, the club said. He trained with his new colleagues for the"
                    + " first time and will wear the shirt that hung unused since the autumn. The coach praised his speed"
                    + " and asked for patience, as the player is coming back from a long injury to his knee.";

    private final Fingerprinter fingerprinter = new Fingerprinter();

    private Optional<Verdict.Match> match(String earlier, String headline, String later) {
        var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(30));
        judge.judge(article("a", 0, fingerprinter.of("Signed", earlier)), START);
        return judge.judge(article("b", 9, fingerprinter.of(headline, later)), START)
                .get(0)
                .match();
    }

    private Optional<Verdict.Match> match(String earlier, String later) {
        return match(earlier, "Signed", later);
    }

    private static ArticleToJudge article(String id, int hours, Fingerprint fingerprint) {
        return new ArticleToJudge(id, START.plus(Duration.ofHours(hours)), "und", id + ".example", true, fingerprint);
    }

    @Nested
    @DisplayName("the later is no copy if it")
    class NoCopy {

        @Test
        void tellsOfOthers() {
            assertThat(match(CLUB.formatted("Norhaven", "Ivo Brandt"), CLUB.formatted("Elmsworth", "Chidi Eze")))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "The harbour pilots have agreed to % the new rota of the port from the first of the month. Their"
                    + " spokeswoman thanked the members for a long and open debate in the old customs house. Ships had"
                    + " queued outside the breakwater since the weekend.,follow,not follow",
            "Der Rat der Gemeinde hat am Abend % das alte Freibad am Mühlbach zu schließen. Viele Bürger waren"
                    + " gekommen und füllten den Saal bis auf den Flur. Der Bürgermeister dankte allen für ihre"
                    + " Geduld.,zugestimmt,nicht zugestimmt",
            "El pleno % cerrar la piscina municipal junto al molino viejo. Muchos vecinos llenaron la sala hasta el"
                    + " pasillo y escucharon el debate de pie. La alcaldesa agradeció la paciencia de los"
                    + " asistentes.,aprobó,no aprobó",
        })
        void deniesWhatTheOtherSays(String text, String one, String other) {
            assertThat(match(text.replace("%", one), text.replace("%", other))).isEmpty();
        }

        @Test
        void turnsWhoBeatWhom() {
            String text =
                    "The indoor bowls league of the valley was decided last night: %s overcame %s by a single end. The"
                            + " hall was full and the tea ran out before the last wood was played.";
            assertThat(match(text.formatted("Wendhope", "Tarnby"), text.formatted("Tarnby", "Wendhope")))
                    .isEmpty();
        }

        @Test
        void hasOtherNumbersInWords() {
            String text =
                    "The night ferry carried %s lorries and %s coaches across the sound, the purser noted in his book."
                            + " The crossing was calm and the kitchen stayed open until the lights of the pier came up.";
            assertThat(match(text.formatted("seven", "three"), text.formatted("nine", "five")))
                    .isEmpty();
        }

        @Test
        void hasOtherFiguresInIdeographs() {
            String text = "镇政府昨天通知，老码头的仓库将在%s个月之内拆除，工人共有%s十名。附近的居民需要提前搬走车辆，施工期间道路暂时封闭，请大家互相理解。";
            assertThat(match(text.formatted("四", "五"), text.formatted("六", "八")))
                    .isEmpty();
        }

        @Test
        void differsInTheNounOfABrief() {
            String text = "Un camion chargé de %s s'est renversé à l'entrée du tunnel ; personne n'a été blessé.";
            assertThat(match(text.formatted("tomates"), text.formatted("bouteilles")))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("the later is a copy though it")
    class ACopy {

        @Test
        void hasSlipsOfThePen() {
            String text = CLUB.formatted("Norhaven", "Ivo Brandt");
            assertThat(match(text, text.replace("colleagues", "collaegues").replace("patience", "patiense")))
                    .isPresent();
        }

        @Test
        void hasAnAbbreviationThatMeansNoInAnotherLanguage() {
            String text = "Norfields Mining % said it expects to sell more copper this year and in the two after. The"
                    + " company owns most of the pits in the valley and employs nearly everyone there.";
            assertThat(match(text.replace("%", "<NEM>"), text.replace("% ", "")))
                    .isPresent();
        }

        @Test
        void hasANegationAtAnotherPlace() {
            String text =
                    "The harbour pilots said they would % follow the new rota and % strike over it this summer. Their"
                            + " spokeswoman thanked the members for a long and open debate in the old customs house.";
            assertThat(match(
                            text.replaceFirst("%", "not").replaceFirst("% ", ""),
                            text.replaceFirst("% ", "").replaceFirst("%", "not")))
                    .isPresent();
        }

        @Test
        void isInTheStyleOfAnotherHouse() {
            String text =
                    "Mr Brandt said the club had paid £4m for six players. " + CLUB.formatted("Norhaven", "Ivo Brandt");
            assertThat(match(
                            text,
                            text.replace("Mr ", "")
                                    .replace("£4m", "4 million pounds")
                                    .replace("six", "6")))
                    .isPresent();
        }
    }

    @Nested
    @DisplayName("the later is")
    class Kinds {

        private final String text =
                "The bridge will be shut for 12 weeks from Monday. " + CLUB.formatted("Norhaven", "Ivo Brandt");

        private Optional<CopyOf.Kind> kind(String headline, String later) {
            return match(text, headline, later).map(Verdict.Match::kind);
        }

        @Test
        void aCopyIfItSaysTheSame() {
            assertThat(kind("Club signs winger", text)).contains(CopyOf.Kind.COPY);
        }

        @Test
        void aCorrectionIfItSaysSo() {
            assertThat(kind("CORRECTED-Club signs winger", text)).contains(CopyOf.Kind.CORRECTION);
            assertThat(kind("Club signs winger", "(Corrects name of club)\n\n" + text))
                    .contains(CopyOf.Kind.CORRECTION);
        }

        @Test
        void anUpdateIfItSaysSo() {
            assertThat(kind("UPDATE 2-Club signs winger", "He will play on Saturday.\n\n" + text))
                    .contains(CopyOf.Kind.UPDATE);
        }

        @Test
        void aCorrectionIfItHasAnotherFigureInTheSameSentence() {
            String more = " The council hopes that drivers will take the ring road, where 40 new signs were put up"
                    + " overnight. Shops on both banks plan to stay open until 9, and 3 small boats will carry"
                    + " those who come on foot. The last repair took 5 weeks and cost 8 million.";
            assertThat(match(text + more, "Club signs winger", (text + more).replace("12", "11"))
                            .map(Verdict.Match::kind))
                    .contains(CopyOf.Kind.CORRECTION);
        }
    }
}
