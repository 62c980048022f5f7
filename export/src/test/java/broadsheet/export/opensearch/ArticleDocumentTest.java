package broadsheet.export.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.export.Bookmark;
import broadsheet.export.Change;
import broadsheet.export.Sample;
import broadsheet.export.Standing;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("what is sent to OpenSearch")
class ArticleDocumentTest {

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Nested
    @DisplayName("of an article")
    class OfAnArticle {

        @Test
        void isTheRecordByteForByteAndTwoFieldsMore() throws IOException {
            byte[] record = Sample.record(1);
            String sent = text(ArticleDocument.of(Sample.upsert(Standing.ORIGINAL, record), 3));
            String there = text(record);
            assertThat(sent).startsWith(there.substring(0, there.length() - 1) + ",");
            JsonNode read = Json.mapper().readTree(sent);
            assertThat(read.path("exportReading").asInt()).isEqualTo(3);
            assertThat(read.at("/search/en/1").asText()).isEqualTo(Sample.BODY);
        }

        @Test
        void isOneLineThoughTheRecordIsMany() throws IOException {
            byte[] pretty = Json.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(Json.mapper().readTree(Sample.record(1)));
            byte[] padded = (text(pretty) + " \n").getBytes(StandardCharsets.UTF_8);
            String sent = text(ArticleDocument.of(Sample.upsert(Standing.ORIGINAL, padded), 1));
            assertThat(sent).doesNotContain("\n");
            assertThat(Json.mapper().readTree(sent).path("id").asText()).isEqualTo(Sample.id(1));
        }

        @ParameterizedTest
        @CsvSource({"en, en", "pt-BR, pt", "DE, de", "und, other", "tlh, other"})
        void hasItsWordsUnderItsLanguage(String language, String field) {
            assertThat(ArticleDocument.field(language)).isEqualTo(field);
        }
    }

    @Nested
    @DisplayName("of many")
    class OfMany {

        @Test
        void isCutIntoBodiesThatAClusterTakes() {
            IndexAddress address = IndexAddress.of("http://search.example/articles", java.util.Optional.empty());
            String long1 = "word ".repeat(200_000);
            List<Change> changes = new ArrayList<>();
            IntStream.range(0, 12)
                    .forEach(number -> changes.add(Sample.upsert(
                            Standing.ORIGINAL, number, Sample.record(number, it -> it.put("body", long1)))));
            changes.add(new Change.Delete(Standing.COPY, Sample.id(99), 7));
            List<Bulk> bodies = Bulk.of(changes, address, 1);
            assertThat(bodies)
                    .hasSizeBetween(4, 12)
                    .allSatisfy(body -> assertThat(body.lines().length).isLessThan(5 << 20));
            assertThat(bodies.stream().flatMap(body -> body.changes().stream())).containsExactlyElementsOf(changes);
            assertThat(text(bodies.get(bodies.size() - 1).lines()))
                    .endsWith("{\"delete\":{\"_index\":\"articles-copies\",\"_id\":\"" + Sample.id(99)
                            + "\",\"version\":17592186044424,\"version_type\":\"external\"}}\n");
            assertThat(Bulk.of(List.of(), address, 1)).isEmpty();
        }
    }

    @Nested
    @DisplayName("as a version")
    class AsAVersion {

        @Test
        void isGreaterForLaterRecordsAndForAllOfALaterReading() {
            assertThat(List.of(
                            ExternalVersion.before(1),
                            ExternalVersion.of(1, 0),
                            ExternalVersion.of(1, 1),
                            ExternalVersion.of(1, 1L << 43),
                            ExternalVersion.before(2),
                            ExternalVersion.of(2, 0)))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }

        @Test
        void growsWithWhatABookmarkHasRead() {
            assertThat(List.of(
                            ExternalVersion.of(bookmark(1, 5, 7)),
                            ExternalVersion.of(bookmark(1, 5, 8)),
                            ExternalVersion.of(bookmark(2, 0, 0))))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }

        private static Bookmark bookmark(int reading, long one, long other) {
            return new Bookmark("all", reading, Instant.EPOCH, new TreeMap<>(Map.of("a-0", one, "b-0", other)));
        }
    }
}
