package broadsheet.sink.takedowns;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * A partition of the articles.
 *
 * @param number from 0
 * @param of how many there are
 */
public record Partition(int number, int of) {

    /** The one that speaks where one is enough. */
    boolean isFirst() {
        return number == 0;
    }

    /** Whether an article of that id would be kept here: as Kafka's producers choose the partition of a key. */
    boolean isHome(String id) {
        return Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % of == number;
    }
}
