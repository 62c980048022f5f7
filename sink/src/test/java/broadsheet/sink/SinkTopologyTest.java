package broadsheet.sink;

import static broadsheet.sink.Samples.BRIDGE;
import static broadsheet.sink.Samples.FERRY;
import static broadsheet.sink.Samples.article;
import static broadsheet.sink.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.Version;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SinkTopologyTest {

    private static final Duration NOW = Duration.ZERO;
    private static final EnrichedArticle BRIDGE_AT_COURIER =
            article(id('a'), "courier.example", "Bridge opens", BRIDGE, NOW);
    private static final EnrichedArticle BRIDGE_AT_HERALD = article(
            id('b'),
            "herald.example",
            "Traffic flows again",
            "PORT SELBY (NNA) \u2014 " + BRIDGE.replace("said.", "said on its site."),
            Duration.ofHours(2));

    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void namesEveryNodeAndTopic() {
        assertThat(Sink.topology(SinkSettings.defaults()).describe().toString()).doesNotContain("KSTREAM-", "KTABLE-");
    }

    @Nested
    @DisplayName("an article that is new")
    class New {

        @Test
        void isPublishedAsItsFirstVersion() {
            assertThat(sink.put(BRIDGE_AT_COURIER)).singleElement().satisfies(line -> {
                assertThat(line.kind()).isEqualTo(Kind.PUBLISHED);
                assertThat(line.articleId()).contains(id('a'));
            });
            assertThat(sink.publishedArticle(id('a')).enriched()).isEqualTo(BRIDGE_AT_COURIER);
            assertThat(sink.publishedArticle(id('a')).version().number()).isEqualTo(1);
            assertThat(sink.copies()).isEmpty();
        }

        @Test
        void carriesItsOriginAndTheHeadersOfCloudEvents() {
            sink.put(BRIDGE_AT_COURIER);

            var headers = sink.newlyPublished().get(0).headers();

            assertThat(headers.lastHeader("broadsheet-origin").value())
                    .asString()
                    .isEqualTo("0@0");
            assertThat(headers.lastHeader("ce_type").value()).asString().isEqualTo("broadsheet.article.published");
            assertThat(headers.lastHeader("ce_subject").value()).asString().isEqualTo(id('a'));
        }
    }

    @Nested
    @DisplayName("the same content again")
    class Unchanged {

        @Test
        void publishesNothing() {
            sink.put(BRIDGE_AT_COURIER);
            sink.newlyPublished();

            var later = article(id('a'), "courier.example", "Bridge opens", BRIDGE, Duration.ofDays(1));

            assertThat(sink.put(later)).extracting("kind").containsExactly(Kind.UNCHANGED);
            assertThat(sink.newlyPublished()).isEmpty();
        }
    }

    @Nested
    @DisplayName("a version with other content")
    class Revised {

        private final EnrichedArticle second = article(
                id('a'),
                "courier.example",
                "Bridge opens",
                BRIDGE + "\n\nThe first lorry crossed at six in the morning, to applause from the school choir.",
                Duration.ofHours(1));

        @Test
        void takesThePlaceOfTheEarlierOne() {
            sink.put(BRIDGE_AT_COURIER);

            assertThat(sink.put(second)).extracting("kind").containsExactly(Kind.REVISED);
            Version version = sink.publishedArticle(id('a')).version();
            assertThat(version.number()).isEqualTo(2);
            assertThat(version.change()).isEqualTo(Version.Change.REVISED);
            assertThat(version.substantive()).isTrue();
            assertThat(version.changedFields()).containsExactly("body", "wordCount");
            assertThat(version.history()).hasSize(2);
        }

        @Test
        void changesTheHistoryOnlyIfItIsOlderAndLate() {
            sink.put(second);

            assertThat(sink.put(BRIDGE_AT_COURIER)).extracting("kind").containsExactly(Kind.REVISED);
            var published = sink.publishedArticle(id('a'));
            assertThat(published.enriched().article().body())
                    .isEqualTo(second.article().body());
            assertThat(published.version().number()).isEqualTo(2);
            assertThat(published.version().firstPublished()).isEqualTo(Samples.MONDAY);
        }
    }

    @Nested
    @DisplayName("a URL that another story takes over")
    class Reused {

        private final EnrichedArticle next =
                article(id('a'), "courier.example", "Bridge opens", FERRY, Duration.ofDays(2));

        @Test
        void becomesANewArticleAndSaysWhy() {
            sink.put(BRIDGE_AT_COURIER);

            var line = sink.put(next).get(0);

            assertThat(line.kind()).isEqualTo(Kind.PUBLISHED);
            assertThat(line.reason()).contains("URL_REUSED");
            assertThat(line.articleId()).get().isNotEqualTo(id('a'));
            assertThat(sink.published()).hasSize(2);
        }

        @Test
        void isTheSameIfTheEarlierStoryComesLater() {
            sink.put(BRIDGE_AT_COURIER);
            sink.put(next);
            var inOrder = sink.published();

            try (var other = new Sink()) {
                other.put(next);
                other.put(BRIDGE_AT_COURIER);
                assertThat(other.published()).isEqualTo(inOrder);
            }
        }
    }

    @Nested
    @DisplayName("a copy of another outlet's article")
    class Copied {

        @Test
        void goesToTheCopiesWithALinkToTheOriginal() {
            sink.put(BRIDGE_AT_COURIER);

            assertThat(sink.put(BRIDGE_AT_HERALD)).extracting("kind").containsExactly(Kind.COPY);
            assertThat(sink.published()).containsOnlyKeys(id('a'));
            var copy = sink.copy(id('b'));
            assertThat(copy.enriched()).isEqualTo(BRIDGE_AT_HERALD);
            assertThat(copy.copyOf().orElseThrow().id()).isEqualTo(id('a'));
            assertThat(copy.copyOf().orElseThrow().similarity()).isGreaterThan(0.8);
        }

        @Test
        void changesPlacesWithTheOriginalThatComesLate() {
            sink.put(BRIDGE_AT_HERALD);
            assertThat(sink.published()).containsOnlyKeys(id('b'));

            sink.put(BRIDGE_AT_COURIER);

            assertThat(sink.published()).containsOnlyKeys(id('a'));
            assertThat(sink.copies()).containsOnlyKeys(id('b'));
        }

        @Test
        void becomesAnArticleOfItsOwnWhenTheOriginalIsRewritten() {
            sink.put(BRIDGE_AT_COURIER);
            sink.put(BRIDGE_AT_HERALD);

            sink.put(article(id('a'), "courier.example", "Bridge opens", FERRY, Duration.ofHours(3)));

            assertThat(sink.published()).containsOnlyKeys(id('a'), id('b'));
            assertThat(sink.copies()).isEmpty();
        }

        @Test
        void isNoCopyInAnotherLanguage() {
            sink.put(BRIDGE_AT_COURIER);
            var german = BRIDGE_AT_HERALD.article().withLanguage("de");

            sink.put(new EnrichedArticle(german, List.of(), List.of(), List.of()));

            assertThat(sink.published()).containsOnlyKeys(id('a'), id('b'));
        }
    }

    @Nested
    @DisplayName("a takedown")
    class TakenDown {

        @Test
        void withdrawsTheArticleAndFreesItsCopies() {
            sink.put(BRIDGE_AT_COURIER);
            sink.put(BRIDGE_AT_HERALD);

            sink.takeDown(id('a'));

            assertThat(sink.published()).containsOnlyKeys(id('b'));
            assertThat(sink.copies()).isEmpty();
        }

        @Test
        void blocksTheReturn() {
            sink.put(BRIDGE_AT_COURIER);
            sink.takeDown("https://courier.example/bridge-opens");
            assertThat(sink.published()).isEmpty();

            assertThat(sink.put(BRIDGE_AT_COURIER)).extracting("kind").containsExactly(Kind.WITHHELD);
            assertThat(sink.published()).isEmpty();
        }

        @Test
        void reachesAWholeDomain() {
            sink.put(BRIDGE_AT_COURIER);
            sink.put(article(id('c'), "news.courier.example", "Ferry searched", FERRY, NOW));

            sink.takeDown("courier.example");

            assertThat(sink.published()).isEmpty();
        }

        @Test
        void isConfirmedWithWhatWasWithdrawn() {
            sink.put(BRIDGE_AT_COURIER);
            sink.takeDown("courier.example");
            sink.takeDown("nobody.example");
            sink.lift("courier.example");

            assertThat(sink.receipts())
                    .extracting(
                            receipt -> receipt.key,
                            receipt -> receipt.value.ids(),
                            receipt -> receipt.value.takedown().isPresent())
                    .containsExactly(
                            tuple("courier.example", List.of(id('a')), true),
                            tuple("nobody.example", List.of(), true),
                            tuple("courier.example", List.of(), false));
        }

        @Test
        void ofAnArticleThatIsNotRememberedLeavesTombstonesAllTheSame() {
            // The partition of this id among six is the first, the only one that a TopologyTestDriver has.
            String forgotten = "00000000000000000000000000000011";

            sink.takeDown(forgotten);

            assertThat(sink.newlyPublished()).extracting("key", "value").containsExactly(tuple(forgotten, null));
            assertThat(sink.newCopies()).extracting("key", "value").containsExactly(tuple(forgotten, null));
            assertThat(sink.receipts())
                    .extracting(receipt -> receipt.value.withdrawn())
                    .containsExactly(0);
        }

        @Test
        void isHeededBeforeTheNextArticle() {
            sink.askToTakeDown("courier.example");

            assertThat(sink.put(BRIDGE_AT_COURIER)).extracting("kind").containsExactly(Kind.WITHHELD);
        }

        @Test
        void isNeverHeardOfIfItIsLiftedByThen() {
            sink.put(BRIDGE_AT_COURIER);
            sink.askToTakeDown("courier.example");
            sink.lift("www.Courier.example");

            assertThat(sink.published()).containsOnlyKeys(id('a'));
        }

        @Test
        void isInForceAgainWhenItIsAskedForAgain() {
            sink.takeDown("courier.example");
            sink.lift("courier.example");
            sink.put(BRIDGE_AT_COURIER);
            sink.takeDown("courier.example");

            assertThat(sink.published()).isEmpty();
            assertThat(sink.put(BRIDGE_AT_COURIER)).extracting("kind").containsExactly(Kind.WITHHELD);
        }

        @Test
        void letsTheArticleReturnOnceItIsLifted() {
            sink.takeDown(id('a'));
            sink.put(BRIDGE_AT_COURIER);
            sink.lift(id('a'));

            assertThat(sink.put(BRIDGE_AT_COURIER)).extracting("kind").containsExactly(Kind.PUBLISHED);
        }
    }
}
