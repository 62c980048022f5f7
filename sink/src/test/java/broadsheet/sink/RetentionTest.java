package broadsheet.sink;

import static broadsheet.sink.Samples.BRIDGE;
import static broadsheet.sink.Samples.FERRY;
import static broadsheet.sink.Samples.article;
import static broadsheet.sink.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        sink.close();
    }

    @Nested
    @DisplayName("articles that are 60 days older than the newest")
    class Backfilled {

        private static final Duration OLD = Duration.ofDays(-60);

        @Test
        void areMatchedAgainstEachOther() {
            sink.put(article(id('z'), "courier.example", "Ferry searched", FERRY, Duration.ZERO));
            sink.put(article(id('b'), "herald.example", "Traffic flows", BRIDGE, OLD.plusHours(2)));
            sink.put(article(id('a'), "courier.example", "Bridge opens", BRIDGE, OLD));

            assertThat(sink.published()).containsOnlyKeys(id('a'), id('z'));
            assertThat(sink.copies()).containsOnlyKeys(id('b'));
        }

        @Test
        void areMatchedAgainstWhatIsWithinTheWindow() {
            sink.put(article(id('z'), "courier.example", "Ferry searched", FERRY, Duration.ZERO));
            sink.put(article(id('m'), "herald.example", "Traffic flows", BRIDGE, OLD.plusDays(29)));
            sink.put(article(id('n'), "post.example", "Traffic flows", BRIDGE, OLD.plusDays(31)));

            sink.put(article(id('a'), "courier.example", "Bridge opens", BRIDGE, OLD));

            assertThat(sink.copies()).containsOnlyKeys(id('m'));
            assertThat(sink.published()).containsOnlyKeys(id('a'), id('n'), id('z'));
        }
    }

    @Nested
    @DisplayName("an article that is remembered no more")
    class Forgotten {

        @Test
        void staysDownstreamAndIsNewWhenItComesAgain() {
            sink.put(article(id('a'), "courier.example", "Bridge opens", BRIDGE, Duration.ZERO));
            sink.put(article(id('b'), "herald.example", "Traffic flows", BRIDGE, Duration.ofHours(2)));
            for (int day = 30; day <= 150; day += 30) {
                sink.put(article(id('z'), "post.example", "Ferry " + day, Samples.text(day, 12), Duration.ofDays(day)));
            }

            assertThat(sink.published()).containsKey(id('a'));
            assertThat(sink.copies()).containsOnlyKeys(id('b'));
            assertThat(sink.put(article(id('a'), "courier.example", "Bridge opens", BRIDGE, Duration.ofDays(151))))
                    .extracting(line -> line.kind().name())
                    .containsExactly("PUBLISHED");
        }
    }
}
