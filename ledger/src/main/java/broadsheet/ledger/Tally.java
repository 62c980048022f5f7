package broadsheet.ledger;

import broadsheet.ledger.Sum.Gap;
import broadsheet.model.StageName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ledger as of one look.
 *
 * @param balance of all partitions
 * @param partitions the balance of each partition of the raw topic
 * @param waiting open inputs by the stage that has to speak next
 * @param unaccounted open inputs that nobody works on
 * @param deleted raw records that left the topic before anybody spoke of them
 * @param gaps offsets of which it has to be found out whether they hold records
 */
record Tally(
        Balance balance,
        Map<Integer, Balance> partitions,
        Map<StageName, Long> waiting,
        long unaccounted,
        long deleted,
        List<Gap> gaps) {

    static Tally of(Map<Integer, Sum> sums) {
        Map<Integer, Balance> partitions = new TreeMap<>();
        Map<StageName, Long> waiting = new EnumMap<>(StageName.class);
        List<Gap> gaps = new ArrayList<>();
        Balance total = Balance.EMPTY;
        long unaccounted = 0;
        long deleted = 0;
        for (Map.Entry<Integer, Sum> entry : sums.entrySet()) {
            Sum sum = entry.getValue();
            partitions.put(entry.getKey(), sum.balance());
            total = total.plus(sum.balance());
            sum.waiting().forEach((stage, count) -> waiting.merge(stage, count, Long::sum));
            unaccounted += sum.unaccounted();
            deleted += sum.deleted();
            gaps.addAll(sum.gaps());
        }
        return new Tally(total, partitions, waiting, unaccounted, deleted, gaps);
    }
}
