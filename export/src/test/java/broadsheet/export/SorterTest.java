package broadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a record of a downstream topic")
class SorterTest {

    private static final long OFFSET = 17;

    private static Sorted sort(Selection selection, byte[] key, byte[] value) {
        return new Sorter(selection).sort(Standing.ORIGINAL, OFFSET, key, value);
    }

    private static Sorted sort(byte[] key, byte[] value) {
        return sort(Selection.all(), key, value);
    }

    private static Selection query(String... conditions) {
        return new Selection(
                Optional.empty(),
                Set.of(),
                List.of(conditions).stream().map(Condition::of).toList(),
                /* copies= */ true);
    }

    @Test
    void isWantedAsItStands() {
        Sorted sorted = sort(Sample.key(7), Sample.record(7));
        assertThat(sorted).isInstanceOf(Sorted.Wanted.class);
        var change = (Change.Upsert) ((Sorted.Wanted) sorted).change();
        assertThat(change.id()).isEqualTo(Sample.id(7));
        assertThat(change.offset()).isEqualTo(OFFSET);
        assertThat(change.json()).isEqualTo(Sample.record(7));
    }

    @Test
    @SuppressWarnings("NullAway") // A tombstone.
    void withdrawsWithoutAValue() {
        assertThat(sort(Sample.key(7), null))
                .isEqualTo(new Sorted.Withdrawn(new Change.Delete(Standing.ORIGINAL, Sample.id(7), OFFSET)));
    }

    @Nested
    @DisplayName("that cannot be read")
    class Poison {

        private static String why(byte[] key, byte[] value) {
            return ((Sorted.Poison) sort(key, value)).why();
        }

        @Test
        @SuppressWarnings("NullAway") // No key.
        void saysWhy() {
            assertThat(why(null, Sample.record(1))).isEqualTo("no key");
            assertThat(why("x".getBytes(StandardCharsets.UTF_8), Sample.record(1)))
                    .isEqualTo("the key is no article id");
            assertThat(why(Sample.key(2), Sample.record(1)))
                    .isEqualTo("the key is not the article's id: " + Sample.id(1));
            assertThat(why(Sample.key(1), "{".getBytes(StandardCharsets.UTF_8))).startsWith("not an article in JSON: ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"body", "source", "fetchedAt", "language", "version"})
        void namesTheFieldThatIsNotThere(String field) {
            assertThat(why(Sample.key(1), Sample.record(1, article -> article.remove(field))))
                    .isEqualTo("lacks " + field);
        }
    }

    @Nested
    @DisplayName("held against conditions")
    class Conditions {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "source.domain=courier.example",
                    "entities.name=Whitby",
                    "entities.mentions.text=Whitby",
                    "wordCount>=17",
                    "wordCount<100",
                    "headline~BRIDGE",
                    "publishedAt>=2026-11-18",
                    "version.number=1.0",
                    "section!=Sport",
                    "keywords!=tunnels",
                })
        void isWantedIfTheyHold(String condition) {
            assertThat(sort(query(condition), Sample.key(1), Sample.record(1))).isInstanceOf(Sorted.Wanted.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "source.domain=gazette.example",
                    "wordCount>17",
                    "wordCount>many",
                    "headline~tunnel",
                    "section=Sport",
                    "entities=Whitby",
                    "keywords!=bridges",
                })
        void takesOutAnEarlierVersionIfNot(String condition) {
            assertThat(sort(query(condition), Sample.key(1), Sample.record(1)))
                    .isEqualTo(new Sorted.PassedOver(new Change.Delete(Standing.ORIGINAL, Sample.id(1), OFFSET)));
        }

        @Test
        void holdsAllOfThem() {
            assertThat(sort(query("wordCount=17", "wordCount=18"), Sample.key(1), Sample.record(1)))
                    .isInstanceOf(Sorted.PassedOver.class);
        }

        @Test
        void knowsLanguagesByTheirFirstPart() {
            Selection german = new Selection(Optional.empty(), Set.of("de", "EN"), List.of(), /* copies= */ true);
            byte[] british = Sample.record(1, article -> article.put("language", "en-GB"));
            byte[] estonian = Sample.record(1, article -> article.put("language", "enx"));
            assertThat(sort(german, Sample.key(1), british)).isInstanceOf(Sorted.Wanted.class);
            assertThat(sort(german, Sample.key(1), estonian)).isInstanceOf(Sorted.PassedOver.class);
        }

        @Test
        void goesByWhenItWasPublishedOrElseFetched() {
            Selection since = new Selection(
                    Optional.of(Instant.parse("2026-11-19T00:00:00Z")), Set.of(), List.of(), /* copies= */ true);
            assertThat(sort(since, Sample.key(1), Sample.record(1))).isInstanceOf(Sorted.PassedOver.class);
            byte[] undated = Sample.record(1, article -> article.remove("publishedAt"));
            assertThat(sort(since, Sample.key(1), undated)).isInstanceOf(Sorted.Wanted.class);
        }
    }
}
