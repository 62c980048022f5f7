package broadsheet.sink;

import static broadsheet.sink.Samples.BRIDGE;
import static broadsheet.sink.Samples.FERRY;
import static broadsheet.sink.Samples.article;
import static broadsheet.sink.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Amendment;
import broadsheet.model.Amendment.Kind;
import broadsheet.model.EnrichedArticle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an original")
class AmendmentsTest {

    private static final EnrichedArticle ORIGINAL =
            article(id('a'), "news.courier.example", "Bridge opens", BRIDGE, Duration.ZERO);
    private static final EnrichedArticle CORRECTION = article(
            id('b'),
            "herald.courier.example",
            "CORRECTED-Bridge opens",
            BRIDGE.replace("31 kilometres", "13 kilometres"),
            Duration.ofHours(3));
    private static final EnrichedArticle UPDATE = article(
            id('c'),
            "gazette.courier.example",
            "UPDATE 1-Bridge opens",
            "Drivers sounded their horns at noon.\n\n" + BRIDGE,
            Duration.ofHours(5));
    private static final EnrichedArticle COPY =
            article(id('d'), "mirror.example", "Bridge opens again", BRIDGE, Duration.ofHours(1));

    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        sink.close();
    }

    private List<Amendment> amendments(String original) {
        return sink.publishedArticle(original).amendedBy().orElse(List.of());
    }

    @Test
    void namesWhatCorrectsItAndWhatBringsItUpToDateAndNoPlainCopy() {
        for (EnrichedArticle next : List.of(ORIGINAL, COPY, UPDATE, CORRECTION)) {
            sink.put(next);
        }
        assertThat(sink.published()).containsOnlyKeys(id('a'));
        assertThat(amendments(id('a')))
                .containsExactly(new Amendment(id('b'), Kind.CORRECTION), new Amendment(id('c'), Kind.UPDATE));
        assertThat(sink.publishedArticle(id('a')).version().number()).isEqualTo(1);
    }

    @Test
    void doesNotNameWhatAnotherSiteSaysOfIt() {
        sink.put(ORIGINAL);
        Map<String, String> before = sink.published();
        sink.put(article(
                id('e'),
                "echo.example",
                "CORRECTED-Bridge opens",
                BRIDGE.replace("31 kilometres", "13 kilometres"),
                Duration.ofHours(3)));

        assertThat(sink.published()).isEqualTo(before);
        assertThat(sink.copies()).containsOnlyKeys(id('e'));
    }

    @Test
    void namesTheSameInWhateverOrderTheyCome() {
        List<EnrichedArticle> all = new ArrayList<>(List.of(ORIGINAL, COPY, UPDATE, CORRECTION));
        all.forEach(sink::put);
        Map<String, String> published = sink.published();
        Map<String, String> copies = sink.copies();
        long seed = 23;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            Collections.shuffle(all, random);
            try (var other = new Sink()) {
                all.forEach(other::put);
                assertThat(other.published()).isEqualTo(published);
                assertThat(other.copies()).isEqualTo(copies);
            }
        }
    }

    @Test
    void namesItNoMoreOnceItIsWithdrawn() {
        sink.put(ORIGINAL);
        Map<String, String> before = sink.published();
        sink.put(CORRECTION);
        sink.takeDown("herald.courier.example");

        assertThat(amendments(id('a'))).isEmpty();
        assertThat(sink.published()).isEqualTo(before);
    }

    @Test
    void namesItNoMoreOnceItSaysSomethingElse() {
        sink.put(ORIGINAL);
        sink.put(CORRECTION);
        assertThat(amendments(id('a'))).hasSize(1);
        sink.put(article(id('b'), "herald.courier.example", "CORRECTED-Bridge opens", FERRY, Duration.ofHours(4)));

        assertThat(amendments(id('a'))).isEmpty();
    }

    @Test
    void namesItAgainWhenItComesBackAfterATakedown() {
        sink.put(ORIGINAL);
        sink.put(CORRECTION);
        Map<String, String> before = sink.published();
        sink.takeDown("news.courier.example");
        assertThat(sink.published()).containsOnlyKeys(id('b'));
        sink.lift("news.courier.example");
        sink.put(ORIGINAL);

        assertThat(sink.published()).isEqualTo(before);
    }

    @Test
    @DisplayName("that is a later story under its URL is told too")
    void isToldThoughItIsALaterStory() {
        sink.put(article(id('a'), "news.courier.example", "Bridge opens", FERRY, Duration.ofDays(-3)));
        String later = sink.put(ORIGINAL).get(0).articleId().orElseThrow();
        assertThat(later).isNotEqualTo(id('a'));
        sink.put(CORRECTION);

        assertThat(amendments(later)).containsExactly(new Amendment(id('b'), Kind.CORRECTION));
        assertThat(amendments(id('a'))).isEmpty();
    }
}
