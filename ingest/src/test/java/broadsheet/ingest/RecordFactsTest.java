package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Facts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the time at which a page was fetched")
class RecordFactsTest {

    private static Instant fetchedAt(String said) {
        var headers = new RecordHeaders().add(Facts.FETCHED_AT, said.getBytes(StandardCharsets.UTF_8));
        return RecordFacts.page(new Record<>(new byte[0], new byte[0], Samples.FETCHED.toEpochMilli(), headers))
                .fetchedAt();
    }

    @Test
    void isWhatTheProducerSays() {
        assertThat(fetchedAt("2026-03-01T10:00:00+02:00")).isEqualTo("2026-03-01T08:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "0000-00-00T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void isThatOfTheRecordWhereTheProducerSaysWhatCannotBe(String said) {
        assertThat(fetchedAt(said)).isEqualTo(Samples.FETCHED);
    }
}
