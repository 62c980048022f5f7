package broadsheet.sink;

import static broadsheet.sink.Samples.BRIDGE;
import static broadsheet.sink.Samples.FERRY;
import static broadsheet.sink.Samples.MONDAY;
import static broadsheet.sink.Samples.fetch;
import static broadsheet.sink.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Outcome;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final String PAGE = "https://courier.example/news/1";
    private static final String CORRECTED = BRIDGE.replace("2.4 million", "2.6 million");

    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        sink.close();
    }

    private String body() {
        return sink.publishedArticle(id('a')).enriched().article().body();
    }

    private Version version() {
        return sink.publishedArticle(id('a')).version();
    }

    private List<Kind> put(Samples.Fetch fetch) {
        return sink.put(fetch.of(id('a'))).stream().map(Outcome::kind).toList();
    }

    private static Instant after(int minutes) {
        return MONDAY.plus(Duration.ofMinutes(minutes));
    }

    @Nested
    @DisplayName("a page that is changed and claims the old time of change")
    class WithoutNewTime {

        /** Other endings of the same text: as many hashes, and the order of these decides nothing. */
        @Test
        void isPublishedAsItIsNow() {
            for (int i = 0; i < 40; i++) {
                String id = String.format("%032x", i);
                var fetch = fetch(PAGE + i).modified(MONDAY);
                sink.put(fetch.at(10).says(Samples.text(i, 8) + "\n\nBefore.").of(id));
                sink.put(fetch.at(20).says(Samples.text(i, 8) + "\n\nAfter.").of(id));

                assertThat(sink.publishedArticle(id).enriched().article().body())
                        .endsWith("After.");
            }
        }

        @Test
        void isSoToo() {
            put(fetch(PAGE).modified(MONDAY).at(20).says(CORRECTED));
            put(fetch(PAGE).modified(MONDAY).at(10).says(BRIDGE));

            assertThat(body()).isEqualTo(CORRECTED);
            assertThat(version().number()).isEqualTo(2);
        }
    }

    @Nested
    @DisplayName("a time of change before that of publication")
    class ChangedBeforePublished {

        @Test
        void countsAsThatOfPublication() {
            put(fetch(PAGE).published(after(-10)).modified(after(-5)).at(10).says(BRIDGE));
            put(fetch(PAGE).published(after(-1)).modified(after(-600)).at(20).says(CORRECTED));

            assertThat(body()).isEqualTo(CORRECTED);
        }
    }

    @Nested
    @DisplayName("firstPublished")
    class FirstPublished {

        @Test
        void isWhatThePublisherSays() {
            put(fetch(PAGE).published(after(-90)).modified(after(5)).at(10).says(BRIDGE));

            assertThat(version().firstPublished()).isEqualTo(after(-90));
        }

        @Test
        void isNoLaterThanTheFirstFetch() {
            put(fetch(PAGE).published(after(60)).at(10).says(BRIDGE));
            put(fetch(PAGE).published(after(60)).at(20).says(CORRECTED));

            assertThat(version().firstPublished()).isEqualTo(after(10));
        }
    }

    @Nested
    @DisplayName("what our models and readers say")
    class Ours {

        @Test
        void isNoVersion() {
            put(fetch(PAGE).at(10).says(BRIDGE).confidence(0.9));

            assertThat(put(fetch(PAGE).at(20).says(BRIDGE).confidence(0.8999999999999999)))
                    .containsExactly(Kind.UNCHANGED);
            assertThat(put(fetch(PAGE).at(30).says(BRIDGE).language("de"))).containsExactly(Kind.UNCHANGED);
            assertThat(version().number()).isEqualTo(1);
        }

        @Test
        void isThatOfTheNewestModelsInAnyOrder() {
            put(fetch(PAGE).at(10).says(BRIDGE).models(2));
            put(fetch(PAGE).at(20).says(BRIDGE).models(1));
            assertThat(sink.publishedArticle(id('a')).enriched().models()).isEqualTo(2);

            assertThat(put(fetch(PAGE).at(30).says(BRIDGE).models(3))).containsExactly(Kind.UNCHANGED);
            assertThat(sink.publishedArticle(id('a')).enriched().models()).isEqualTo(3);
            assertThat(version().number()).isEqualTo(1);
        }

        @Test
        void movesTheArticleToAnotherLanguageThoughItsTextIsTheSame() {
            put(fetch(PAGE).at(10).says(BRIDGE).models(1).language("nl"));
            EnrichedArticle copy = fetch("https://herald.example/bridge")
                    .at(20)
                    .says(BRIDGE)
                    .models(1)
                    .of(id('b'));
            sink.put(copy);
            assertThat(sink.copies()).isEmpty();

            put(fetch(PAGE).at(30).says(BRIDGE).models(2));

            assertThat(sink.copies()).containsOnlyKeys(id('b'));
        }
    }

    @Test
    @DisplayName("a page that is sent again without its URL is the same version, with its URL")
    void keepsItsUrl() {
        put(fetch(PAGE).at(10).says(BRIDGE));
        put(fetch(PAGE).at(20).says(CORRECTED));

        assertThat(put(fetch("").at(30).says(CORRECTED))).containsExactly(Kind.UNCHANGED);

        assertThat(version().number()).isEqualTo(2);
        assertThat(sink.publishedArticle(id('a')).enriched().article().url()).contains(PAGE);
    }

    @Nested
    @DisplayName("stories that share a canonical URL within one hour")
    class Sharing {

        private final List<EnrichedArticle> fetches = IntStream.range(0, 3)
                .boxed()
                .flatMap(story -> IntStream.range(0, 3)
                        .mapToObj(time -> fetch("https://courier.example/#!/story/" + story)
                                .at(story * 10 + time * 25)
                                .says(Samples.text(story, 10) + "\n\nAs of " + time + ".")
                                .of(id('a'))))
                .toList();

        @Test
        void areAnArticleEachAtOnceAndEachIsRevised() {
            List<Outcome> outcomes =
                    fetches.stream().flatMap(fetch -> sink.put(fetch).stream()).toList();

            assertThat(outcomes)
                    .extracting(Outcome::kind)
                    .containsExactly(
                            Kind.PUBLISHED,
                            Kind.REVISED,
                            Kind.REVISED,
                            Kind.PUBLISHED,
                            Kind.REVISED,
                            Kind.REVISED,
                            Kind.PUBLISHED,
                            Kind.REVISED,
                            Kind.REVISED);
            assertThat(outcomes.get(3).reason()).contains("CANONICAL_SHARED");
            assertThat(sink.published())
                    .hasSize(3)
                    .allSatisfy((id, article) -> assertThat(article).contains("As of 2."));
        }

        @Test
        void areTheSameInAnyOrder() {
            fetches.forEach(sink::put);
            Map<String, String> inOrder = sink.published();
            for (int seed = 0; seed < 10; seed++) {
                List<EnrichedArticle> shuffled = new ArrayList<>(fetches);
                shuffled.addAll(fetches.subList(0, 4));
                Collections.shuffle(shuffled, new Random(seed));
                try (var other = new Sink()) {
                    shuffled.forEach(other::put);
                    assertThat(other.published()).as("seed " + seed).isEqualTo(inOrder);
                }
            }
        }

        @Test
        void keepTheirIdsWhenTheyAreFetchedAgain() {
            fetches.forEach(sink::put);
            var ids = sink.published().keySet();
            sink.newlyPublished();

            for (int story = 2; story >= 0; story--) {
                sink.put(fetch("https://courier.example/#!/story/" + story)
                        .at(200 - story)
                        .says(Samples.text(story, 10) + "\n\nAs of 3.")
                        .of(id('a')));
            }

            assertThat(sink.published()).containsOnlyKeys(ids);
            assertThat(sink.copies()).isEmpty();
        }

        @Test
        void areOneWhereTheTextIsAlike() {
            put(fetch(PAGE).at(0).says(BRIDGE));
            put(fetch(PAGE + "?visitor=1").at(10).says(CORRECTED));

            assertThat(sink.published()).containsOnlyKeys(id('a'));
            assertThat(version().number()).isEqualTo(2);
        }

        @Test
        void areOneWhereTheUrlIsTheSame() {
            put(fetch(PAGE).at(0).says(BRIDGE));
            put(fetch("http://www.courier.example/news/1/#top").at(10).says(FERRY));

            assertThat(sink.published()).containsOnlyKeys(id('a'));
            assertThat(body()).isEqualTo(FERRY);
        }

        @Test
        void becomeOneWhenItIsFoundThatTheyAre() {
            put(fetch(PAGE).at(0).says(BRIDGE));
            put(fetch(PAGE + "?page=2").at(10).says(FERRY));
            assertThat(sink.published()).hasSize(2);

            put(fetch(PAGE).at(20).says(BRIDGE + "\n\n" + FERRY));

            assertThat(sink.published()).containsOnlyKeys(id('a'));
            assertThat(version().number()).isEqualTo(3);
        }
    }

    @Nested
    @DisplayName("a text that is put under a URL which another text had before")
    class Placeholder {

        @Test
        void isFirstSeenWhenItCameAndNotWhenTheUrlDid() {
            sink.put(fetch("https://echo.example/page-12").at(-60).says(FERRY).of(id('e')));
            put(fetch(PAGE).at(0).says(BRIDGE));
            sink.put(fetch("https://echo.example/page-12").at(60).says(BRIDGE).of(id('e')));

            assertThat(sink.published()).containsOnlyKeys(id('a'));
            assertThat(sink.copies()).containsOnlyKeys(id('e'));
        }

        @Test
        void isFirstSeenWhenItBeganIfItGrewOutOfIt() {
            String report = BRIDGE.substring(0, BRIDGE.indexOf("\n\nDrivers"));
            put(fetch(PAGE).at(0).says(report));
            sink.put(fetch("https://echo.example/page-12").at(30).says(report).of(id('e')));
            put(fetch(PAGE).at(60).says(BRIDGE));

            assertThat(sink.published()).containsOnlyKeys(id('a'));
            assertThat(sink.copies()).containsOnlyKeys(id('e'));
        }

        @Test
        void isStillThatOfTheTextThoughAnotherStoodThereForAnHour() {
            put(fetch(PAGE).at(0).says(BRIDGE));
            sink.put(fetch("https://echo.example/page-12").at(30).says(BRIDGE).of(id('e')));
            put(fetch(PAGE).at(60).says("Please accept our terms before you go on reading this page of ours."));
            put(fetch(PAGE).at(120).says(CORRECTED));

            assertThat(sink.published()).containsOnlyKeys(id('a'));
            assertThat(sink.copies()).containsOnlyKeys(id('e'));
        }
    }
}
