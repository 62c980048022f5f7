package broadsheet.redrive;

import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What a skip will do.
 *
 * @param after where the stage goes on
 * @param sentBack what lies before the records that are skipped: it goes to the end of its topic
 * @param skipped the records that are
 */
public record SkipPlan(
        TopicPartition partition, OffsetAndMetadata after, List<Original> sentBack, List<SkippedLetter> skipped) {

    public SkipPlan {
        sentBack = List.copyOf(sentBack);
        skipped = List.copyOf(skipped);
    }

    /** What is done with each record that is skipped, for a person. */
    public List<String> words() {
        return skipped.stream()
                .map(letter -> letter.words()
                        + (letter.origin().isPresent()
                                ? ""
                                : "; without an origin it is no input and has no line in the ledger"))
                .toList();
    }
}
