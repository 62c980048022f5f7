package broadsheet.export.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.export.Bookmark;
import broadsheet.export.Change;
import broadsheet.export.Sample;
import broadsheet.export.Standing;
import broadsheet.export.Target;
import broadsheet.export.TargetAway;
import broadsheet.model.Json;
import broadsheet.runtime.settings.StartupException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("an index of OpenSearch")
class OpenSearchTargetIT {

    private static final String ALL = "{\"match_all\":{}}";

    private static OpenSearch server;
    private static int indices;

    private String index = "";
    private OpenSearchTarget target = OpenSearchTarget.open("http://nobody.example/none");

    @BeforeAll
    static void start() {
        server = OpenSearch.start("http.max_content_length=2mb");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void name() {
        index = "articles-" + ++indices;
        target = open();
    }

    private OpenSearchTarget open() {
        return OpenSearchTarget.open(server.url(index));
    }

    private static Bookmark at(int reading, long offset) {
        return new Bookmark("all", reading, Instant.EPOCH, new TreeMap<>(Map.of("news.copies-0", offset)));
    }

    private List<Target.Refusal> put(Bookmark after, Change... changes) {
        List<Target.Refusal> refusals = new ArrayList<>();
        target.take(List.of(changes), after, refusals::add);
        return refusals;
    }

    private static Change original(int number, long offset) {
        return Sample.upsert(Standing.ORIGINAL, offset, Sample.record(number));
    }

    private static Change original(int number, long offset, String headline) {
        return Sample.upsert(
                Standing.ORIGINAL, offset, Sample.record(number, article -> article.put("headline", headline)));
    }

    private static Change copy(int number, long offset) {
        return Sample.upsert(Standing.COPY, offset, Sample.copy(number, 1));
    }

    private List<String> ids() {
        return ids(ALL);
    }

    private List<String> ids(String query) {
        return server.found(index, query).stream()
                .map(hit -> hit.path("_id").asText().substring(30)
                        + (hit.path("_index").asText().endsWith("-copies") ? " copy" : ""))
                .toList();
    }

    private List<String> headlines() {
        return server.found(index, ALL).stream()
                .map(hit -> hit.at("/_source/headline").asText())
                .toList();
    }

    @Test
    void hasTheRecordAsItStandsOnTheTopic() throws IOException {
        byte[] odd = Sample.record(
                1, article -> article.put("ofALaterContract", "\0 🌉").put("body", "a\0b\ud83c 𝔘"));
        assertThat(put(at(1, 1), Sample.upsert(Standing.ORIGINAL, odd))).isEmpty();
        assertThat(server.found(index, ALL)).singleElement().satisfies(hit -> {
            JsonNode source = hit.path("_source");
            ((com.fasterxml.jackson.databind.node.ObjectNode) source).remove("exportReading");
            assertThat(source).isEqualTo(Json.mapper().readTree(odd));
        });
    }

    @Test
    void hasFieldsOfTheTypesOfTheContract() {
        put(at(1, 1), original(1, 0));
        JsonNode mapping = server.ask("GET", "/" + index + "/_mapping/field/*", "")
                .path(index)
                .path("mappings");
        Map<String, String> types = new TreeMap<>();
        mapping.properties()
                .forEach(field -> field.getValue()
                        .path("mapping")
                        .elements()
                        .forEachRemaining(
                                it -> types.put(field.getKey(), it.path("type").asText())));
        assertThat(types)
                .containsEntry("id", "keyword")
                .containsEntry("headline", "text")
                .containsEntry("body", "text")
                .containsEntry("publishedAt", "date")
                .containsEntry("wordCount", "integer")
                .containsEntry("accessibleForFree", "boolean")
                .containsEntry("confidence", "double")
                .containsEntry("version.substantive", "boolean")
                .containsEntry("copyOf.similarity", "double")
                .containsEntry("entities.name.raw", "keyword")
                .containsEntry("entities.mentions.start", "integer")
                .containsEntry("entities.link.latitude", "double")
                .containsEntry("sections.mediaTopic", "keyword");
        assertThat(types.keySet())
                .as("what no mapping names is kept, and not indexed")
                .doesNotContain("provenance.body");
    }

    @Test
    void findsTextByTheWordsOfItsLanguage() {
        byte[] german = Sample.record(
                2,
                article -> article.put("language", "de-AT")
                        .put("headline", "Alles offen")
                        .put("body", "Die Brücken sind auf."));
        put(at(1, 2), original(1, 0), Sample.upsert(Standing.ORIGINAL, 1, german));
        assertThat(ids("{\"match\":{\"search.de\":\"Brücke\"}}")).containsExactly("02");
        assertThat(ids("{\"match\":{\"search.en\":\"opening\"}}")).containsExactly("01");
        assertThat(ids("{\"multi_match\":{\"query\":\"bridges\",\"fields\":[\"search.*\"]}}"))
                .containsExactly("01");
        assertThat(ids("{\"nested\":{\"path\":\"entities\",\"query\":{\"term\":{\"entities.name.raw\":\"Whitby\"}}}}"))
                .hasSize(2);
        assertThat(ids("{\"range\":{\"publishedAt\":{\"gte\":\"2026-11-18\",\"lt\":\"2026-11-19\"}}}"))
                .hasSize(2);
    }

    @Test
    void replacesMovesAndWithdraws() {
        put(at(1, 3), original(1, 0), original(2, 1), copy(3, 0));
        put(at(1, 4), original(1, 2, "New"));
        put(at(1, 5), new Change.Delete(Standing.ORIGINAL, Sample.id(2), 3));
        put(at(1, 6), original(3, 4), new Change.Delete(Standing.COPY, Sample.id(3), 1));
        assertThat(ids()).containsExactly("01", "03");
        assertThat(headlines()).containsExactly("New", "Bridge, “number” 3 opens");
        assertThat(target.rows()).isEqualTo(2);
    }

    @Nested
    @DisplayName("of which a killed process has written more than its bookmark says")
    class ReadOnceMore {

        @Test
        void keepsTheLaterRecordWhateverPortionsComeAgain() {
            put(at(1, 9), original(1, 5, "Later"), new Change.Delete(Standing.ORIGINAL, Sample.id(2), 6));
            put(at(1, 9), original(1, 2, "Earlier"), original(2, 3), original(3, 4));
            assertThat(headlines()).containsExactly("Later", "Bridge, “number” 3 opens");
            put(at(1, 10), original(1, 9, "Last"));
            assertThat(headlines()).contains("Last").doesNotContain("Later");
        }

        @Test
        void takesTheSameTwiceWithoutDoublingAnything() {
            for (int time = 0; time < 2; time++) {
                assertThat(put(at(1, 2), original(1, 0), copy(2, 0))).isEmpty();
            }
            assertThat(ids()).containsExactly("01", "02 copy");
        }
    }

    @Test
    void remembersHowFarItIs() {
        assertThat(target.bookmark()).isEmpty();
        put(at(1, 7), original(1, 6));
        assertThat(open().bookmark()).contains(at(1, 7));
        Instant later = Instant.parse("2026-12-01T00:00:00Z");
        Bookmark all = new Bookmark("all", 1, later, at(1, 7).offsets());
        target.settle(all);
        assertThat(open().bookmark()).contains(all);
    }

    @Test
    void dropsWhatAReadingAnewHasNotFound() {
        put(at(1, 2), original(1, 0), original(2, 1), copy(3, 0));
        target.settle(at(1, 2));
        put(at(2, 1), original(2, 1));
        assertThat(target.rows()).isEqualTo(3);
        target.settle(at(2, 1));
        assertThat(ids()).containsExactly("02");
    }

    @Test
    void isReadAnewIfItWasDeleted() {
        put(at(3, 2), original(1, 0));
        server.ask("DELETE", "/" + index, "");
        assertThat(open().bookmark()).get().satisfies(left -> {
            assertThat(left.terms()).isNotEqualTo("all");
            assertThat(left.reading()).isEqualTo(3);
        });
    }

    @Test
    void leavesOutWhatItCannotHoldAndSaysWhich() {
        put(at(1, 1), original(1, 0));
        server.ask("PUT", "/" + index + "/_settings", "{\"index.mapping.nested_objects.limit\":2}");
        byte[] bad = Sample.record(
                2,
                article -> article.withArray("entities")
                        .add(article.at("/entities/0"))
                        .add(article.at("/entities/0")));
        assertThat(put(at(1, 3), Sample.upsert(Standing.ORIGINAL, 1, bad), original(3, 2)))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.change().id()).isEqualTo(Sample.id(2));
                    assertThat(refusal.why()).contains("nested documents");
                });
        assertThat(ids()).containsExactly("01", "03");
        assertThat(open().bookmark()).contains(at(1, 3));
    }

    @Test
    void saysWhichDocumentIsLargerThanTheClusterTakes() {
        byte[] large = Sample.record(2, article -> article.put("body", "Größe 🌉\n".repeat(110_000)));
        assertThat(put(at(1, 3), original(1, 0), Sample.upsert(Standing.ORIGINAL, 1, large), original(3, 2)))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.change().id()).isEqualTo(Sample.id(2)));
        assertThat(ids()).containsExactly("01", "03");
    }

    @Test
    void endsTheEarlierOfTwoExportsOfOtherArticles() {
        put(at(1, 1), original(1, 0));
        OpenSearchTarget second = open();
        second.take(List.of(original(2, 0)), at(2, 1), refusal -> {});
        assertThatThrownBy(() -> put(at(1, 2), original(3, 1)))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("another export");
    }

    @Test
    void leavesIndicesOfOthersAlone() {
        server.ask("PUT", "/" + index, "{}");
        assertThatThrownBy(() -> target.rows()).hasMessageContaining("choose another name");
    }

    @Test
    void isAwayWhileItsServerIsDownAndGoesOnAfterwards() {
        put(at(1, 1), original(1, 0));
        server.down();
        try {
            assertThatThrownBy(() -> put(at(1, 2), original(2, 1))).isInstanceOf(TargetAway.class);
        } finally {
            server.up();
        }
        put(at(1, 2), original(2, 1));
        assertThat(ids()).containsExactly("01", "02");
    }

    @Test
    void isAwayWhileItMayNotBeWritten() {
        put(at(1, 1), original(1, 0));
        server.ask("PUT", "/" + index + "/_settings", "{\"index.blocks.read_only_allow_delete\":true}");
        assertThatThrownBy(() -> put(at(1, 2), original(2, 1))).isInstanceOf(TargetAway.class);
        server.ask("PUT", "/" + index + "/_settings", "{\"index.blocks.read_only_allow_delete\":null}");
        put(at(1, 2), original(2, 1));
        assertThat(ids()).containsExactly("01", "02");
    }
}
