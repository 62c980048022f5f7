package broadsheet.stories.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.stories.traits.Rarities;
import broadsheet.stories.traits.TraitsReader;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("the likeness of two articles")
class PairLikenessTest {

    private static final TraitsReader READER = new TraitsReader(Rarities.load());
    private static final PairLikeness LIKENESS = PairLikeness.load();

    private static ComparedArticle article(String language, String time, String headline, String text) {
        return new ComparedArticle(READER.read(language, headline, text), Instant.parse(time));
    }

    private static double likeness(ComparedArticle one, ComparedArticle other) {
        return LIKENESS.of(one, other, PairLikeness.features(one, other, 0.5));
    }

    @Nested
    @DisplayName("of what is made from one template")
    class Templates {

        private ComparedArticle forecast(String time, String town, int high, int wind, int rain) {
            return article(
                    "en",
                    time,
                    "Weather for " + town,
                    "Here is the forecast for " + town
                            + " and the country around it for the next day. It will be dry with a"
                            + " high of " + high + " degrees by noon and a wind of " + wind
                            + " miles an hour from the sea. The chance of rain is " + rain
                            + " percent in the evening. Roads to " + town + " are free of ice.");
        }

        @Test
        void isNoneForTwoTowns() {
            assertThat(likeness(
                            forecast("2026-11-03T06:00:00Z", "Tarnby", 9, 14, 20),
                            forecast("2026-11-03T06:10:00Z", "Skell", 7, 22, 65)))
                    .isEqualTo(PairLikeness.VETO);
        }

        @Test
        void isNoneForTwoDays() {
            assertThat(likeness(
                            forecast("2026-11-03T06:00:00Z", "Tarnby", 9, 14, 20),
                            forecast("2026-11-04T06:00:00Z", "Tarnby", 7, 22, 65)))
                    .isEqualTo(PairLikeness.VETO);
        }

        @Test
        void isThatOfOneTextForTheSameBulletin() {
            assertThat(likeness(
                            forecast("2026-11-03T06:00:00Z", "Tarnby", 9, 14, 20),
                            forecast("2026-11-03T07:00:00Z", "Tarnby", 9, 14, 20)))
                    .isGreaterThan(0.9);
        }
    }

    @Test
    void isNextToNothingIfNeitherHasAnythingOfTheOthersHeadline() {
        String furniture =
                " We and our partners store and use information on a device, to show advertisements and content, to"
                        + " measure them, and to learn about those who see them. You can change your choice at any time.";
        assertThat(likeness(
                        article("en", "2026-11-03T06:00:00Z", "Ferry aground off Tarnby", furniture),
                        article("en", "2026-11-03T07:00:00Z", "Cup goes to Halden Rovers", furniture)))
                .isLessThan(0.01);
    }

    @Test
    void doesNotDependOnWhichComesFirst() {
        var one =
                article("en", "2026-11-03T06:00:00Z", "Ferry Isolde aground off Tarnby", "The ferry Isolde hit rocks.");
        var other = article(
                "en", "2026-11-03T09:00:00Z", "All safe on the Isolde", "Tarnby lifeboats took 112 people off.");
        assertThat(likeness(one, other)).isEqualTo(likeness(other, one));
    }

    @Nested
    @DisplayName("in scripts without spaces and with many endings")
    class Languages {

        @Test
        void isThereInJapanese() {
            var one = article("ja", "2026-11-03T06:00:00Z", "多鳴村のダムが決壊、住民避難", "多鳴村のダムが三日朝に決壊し、住民四百人が避難した。");
            var other = article("ja", "2026-11-03T09:00:00Z", "ダム決壊で多鳴村の四百人避難", "三日朝、多鳴村でダムが決壊し、四百人の住民が学校に避難した。");
            var another = article("ja", "2026-11-03T09:00:00Z", "駅前の商店街で火事、けが人なし", "三日夜、柏戸市の駅前で店舗が焼けた。");
            assertThat(likeness(one, other)).isGreaterThan(0.5).isGreaterThan(likeness(one, another));
        }

        @Test
        void isThereAcrossTheCasesOfRussian() {
            var one = article(
                    "ru",
                    "2026-11-03T06:00:00Z",
                    "Мэр Верхнелучинска ушёл в отставку",
                    "Мэр Верхнелучинска Сомов подал в отставку.");
            var other = article(
                    "ru",
                    "2026-11-03T09:00:00Z",
                    "Отставка мэра в Верхнелучинске",
                    "В Верхнелучинске отставку мэра Сомова приняла дума.");
            var another = article(
                    "ru", "2026-11-03T09:00:00Z", "Пожар на складе в Луговом", "В Луговом сгорел склад фабрики.");
            assertThat(likeness(one, other)).isGreaterThan(likeness(one, another));
        }
    }
}
