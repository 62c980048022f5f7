package broadsheet.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the timestamp of a record")
class AnyTimestampTest {

    private static long extracted(long timestamp, long partitionTime) {
        var record = new ConsumerRecord<Object, Object>(
                "news.raw-pages",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty());
        return new AnyTimestamp().extract(record, partitionTime);
    }

    @Test
    void isItsOwnIfItHasOne() {
        assertThat(extracted(7, 9)).isEqualTo(7);
    }

    @Test
    void isThatOfItsPartitionIfItHasNone() {
        assertThat(extracted(-1, 9)).isEqualTo(9);
    }

    @Test
    void isTheEpochIfItIsTheFirstOfItsPartition() {
        assertThat(extracted(-1, -1)).isZero();
    }
}
