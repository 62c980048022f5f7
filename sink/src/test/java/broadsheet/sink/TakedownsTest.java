package broadsheet.sink;

import static broadsheet.sink.Samples.BRIDGE;
import static broadsheet.sink.Samples.FERRY;
import static broadsheet.sink.Samples.article;
import static broadsheet.sink.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Outcome;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.Receipt;
import broadsheet.sink.takedowns.Takedowns;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TakedownsTest {

    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        sink.close();
    }

    /** One of many articles of courier.example, each under a host and a URL of its own. */
    private static EnrichedArticle numbered(int number) {
        return article(
                String.format(Locale.ROOT, "%032x", number),
                "desk" + number % 3 + ".courier.example",
                "Story " + number,
                Samples.text(number, 6),
                Duration.ofMinutes(number));
    }

    private void put(int articles) {
        for (int i = 0; i < articles; i++) {
            sink.put(numbered(i));
        }
    }

    private List<Kind> kinds(EnrichedArticle article) {
        return sink.put(article).stream().map(Outcome::kind).toList();
    }

    @Nested
    @DisplayName("a takedown that reaches more articles than are withdrawn in one step")
    class OfMany {

        private static final int ARTICLES = 60;

        @Test
        void isDoneInStepsAndConfirmedWithAllOfThemAtTheEnd() {
            put(ARTICLES);
            sink.takeDown("courier.example");
            int afterOneStep = sink.published().size();

            assertThat(afterOneStep).isBetween(1, ARTICLES - 1);
            assertThat(sink.receipts()).isEmpty();

            sink.heedTakedowns();
            sink.heedTakedowns();
            assertThat(sink.published()).isEmpty();
            assertThat(sink.contents()).isZero();
            assertThat(sink.receipts())
                    .singleElement()
                    .satisfies(receipt -> assertThat(receipt.value.withdrawn()).isEqualTo(ARTICLES));
        }

        @Test
        void keepsOutFromTheFirstStepOnAndCountsWhatCameBetween() {
            put(ARTICLES);
            sink.takeDown("courier.example");

            assertThat(kinds(numbered(ARTICLES - 1))).containsExactly(Kind.WITHHELD);
            assertThat(kinds(numbered(ARTICLES))).containsExactly(Kind.WITHHELD);
            assertThat(kinds(article(id('a'), "herald.example", "Bridge opens", BRIDGE, Duration.ZERO)))
                    .containsExactly(Kind.PUBLISHED);

            sink.heedTakedowns();
            sink.heedTakedowns();
            assertThat(sink.published()).containsOnlyKeys(id('a'));
            assertThat(sink.receipts())
                    .singleElement()
                    .satisfies(receipt -> assertThat(receipt.value.withdrawn()).isEqualTo(ARTICLES));
        }

        @Test
        void isCalledOffByItsEndAndSaysHowFarItCame() {
            put(ARTICLES);
            sink.takeDown("courier.example");
            int left = sink.published().size();
            sink.lift("courier.example");
            sink.heedTakedowns();

            assertThat(sink.published()).hasSize(left);
            assertThat(sink.receipts())
                    .extracting(receipt -> receipt.value.withdrawn())
                    .containsExactly(ARTICLES - left, 0);
            assertThat(kinds(numbered(0))).containsExactly(Kind.PUBLISHED);
        }
    }

    @Test
    @DisplayName(
            "more takedowns than are heeded in one step are all in force for the next article, and are all confirmed")
    void areInForceBeforeTheirTurn() {
        put(3);
        for (int i = 0; i < 2 * Takedowns.STEP; i++) {
            sink.askToTakeDown("https://desk1.courier.example/story-" + (2 * Takedowns.STEP - 1 - i));
        }

        assertThat(kinds(numbered(1))).containsExactly(Kind.WITHHELD);

        for (int i = 0; i < 5; i++) {
            sink.heedTakedowns();
        }
        assertThat(sink.receipts()).hasSize(2 * Takedowns.STEP);
        assertThat(sink.published()).hasSize(2);
    }

    @Nested
    @DisplayName("two takedowns that overlap")
    class Overlapping {

        private final EnrichedArticle page = article(id('a'), "courier.example", "Bridge opens", BRIDGE, Duration.ZERO);
        private final EnrichedArticle printed =
                article(id('a'), "print.courier.example", "Bridge opens", BRIDGE, Duration.ofMinutes(5));

        private void takeDownUnderBothUrls() {
            sink.put(page);
            sink.put(printed);
            sink.takeDown("courier.example/bridge-opens");
            sink.takeDown("print.courier.example");
            sink.lift("courier.example/bridge-opens");
        }

        @Test
        void keepTheArticleOutUntilBothAreLifted() {
            takeDownUnderBothUrls();
            assertThat(kinds(page)).containsExactly(Kind.WITHHELD);

            sink.lift("print.courier.example");
            assertThat(kinds(page)).containsExactly(Kind.PUBLISHED);
        }

        @Test
        void keepItOutThoughTheSecondIsOfAUrlThatCameWhileItWasOut() {
            sink.put(page);
            sink.takeDown("courier.example/bridge-opens");
            assertThat(kinds(printed)).containsExactly(Kind.WITHHELD);
            sink.takeDown("print.courier.example");
            sink.lift("courier.example/bridge-opens");

            assertThat(kinds(page)).containsExactly(Kind.WITHHELD);
        }

        @Test
        void reachItAgainUnderAllThatItWasKnownByBefore() {
            takeDownUnderBothUrls();
            sink.lift("print.courier.example");
            sink.put(page);

            sink.takeDown("print.courier.example");

            assertThat(sink.published()).isEmpty();
        }
    }

    @Nested
    @DisplayName("a takedown by the id of a later story under a URL")
    class OfALaterStory {

        private final EnrichedArticle first =
                article(id('a'), "courier.example", "Bridge opens", BRIDGE, Duration.ZERO);
        private final EnrichedArticle second =
                article(id('a'), "courier.example", "Bridge opens", FERRY, Duration.ofDays(2));
        private final EnrichedArticle revised = article(
                id('a'),
                "courier.example",
                "Bridge opens",
                FERRY + "\n\nThe customs post will open again.",
                Duration.ofDays(2).plusHours(1));

        private String takeDown() {
            sink.put(first);
            sink.put(second);
            String later = sink.put(revised).get(0).articleId().orElseThrow();
            sink.takeDown(later);
            return later;
        }

        @Test
        void leavesNothingOfItsTextInTheState() {
            takeDown();

            assertThat(sink.published()).containsOnlyKeys(id('a'));
            assertThat(sink.contents()).isEqualTo(1);
        }

        @Test
        void keepsAllItsVersionsOut() {
            takeDown();

            for (EnrichedArticle again : List.of(revised, second, revised)) {
                assertThat(kinds(again)).containsExactly(Kind.WITHHELD);
            }
            assertThat(sink.published()).containsOnlyKeys(id('a'));
            assertThat(sink.contents()).isEqualTo(1);
        }

        @Test
        void keepsThemOutThoughAnEarlierVersionGivesTheStoryAnotherId() {
            takeDown();
            var earlier = article(
                    id('a'),
                    "courier.example",
                    "Bridge opens",
                    FERRY + "\n\nMore soon.",
                    Duration.ofDays(2).minusHours(1));

            assertThat(kinds(earlier)).containsExactly(Kind.WITHHELD);
            assertThat(kinds(revised)).containsExactly(Kind.WITHHELD);
            assertThat(sink.published()).containsOnlyKeys(id('a'));
        }

        @Test
        void letsItReturnWholeOnceItIsLifted() {
            sink.put(first);
            sink.put(second);
            String later = sink.put(revised).get(0).articleId().orElseThrow();
            var before = sink.published();
            sink.takeDown(later);
            sink.lift(later);

            assertThat(kinds(revised)).containsExactly(Kind.PUBLISHED);
            sink.put(second);

            assertThat(sink.published()).isEqualTo(before);
        }

        @Test
        void leavesTheFirstStoryToBeRevised() {
            takeDown();
            var corrected =
                    article(id('a'), "courier.example", "Bridge opens", BRIDGE + "\n\nCorrected.", Duration.ofHours(1));

            assertThat(kinds(corrected)).containsExactly(Kind.REVISED);
        }
    }

    @Test
    @DisplayName("a takedown of a domain reaches what is below it, and nothing of which the name only ends alike")
    void reachesWhatIsBelow() {
        sink.put(article(id('a'), "courier.example", "Bridge opens", BRIDGE, Duration.ZERO));
        sink.put(article(id('b'), "the-courier.example", "Ferry searched", FERRY, Duration.ZERO));
        sink.put(article(id('c'), "courier.example.net", "Third story", Samples.text(3, 8), Duration.ZERO));
        sink.put(article(id('d'), "a.b.courier.example", "Fourth story", Samples.text(4, 8), Duration.ZERO));

        sink.takeDown("Courier.example");

        assertThat(sink.published()).containsOnlyKeys(id('b'), id('c'));
        KeyValue<String, Receipt> receipt = sink.receipts().get(0);
        assertThat(receipt.value.ids()).containsExactly(id('a'), id('d'));
    }
}
