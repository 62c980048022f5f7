package broadsheet.model;

import java.util.List;
import java.util.Optional;

/**
 * What one partition of the sink made of a record on the topic of takedowns; with one from each partition a removal is
 * complete. Its key is that record's key.
 *
 * @param takedown the request; empty if it was lifted
 * @param partition which one says so, from 0
 * @param partitions how many will
 * @param withdrawn articles that were withdrawn there; 0 if none were known, and for a request that was lifted
 * @param ids of these articles, sorted; the first {@link #MOST_IDS}
 */
public record Receipt(Optional<Takedown> takedown, int partition, int partitions, int withdrawn, List<String> ids) {

    /** More are counted, but not named. */
    public static final int MOST_IDS = 1_000;

    public Receipt {
        ids = List.copyOf(ids);
    }

    /** The receipt for what was withdrawn. */
    public static Receipt of(Optional<Takedown> takedown, int partition, int partitions, List<String> withdrawn) {
        List<String> named = withdrawn.stream().sorted().limit(MOST_IDS).toList();
        return new Receipt(takedown, partition, partitions, withdrawn.size(), named);
    }
}
