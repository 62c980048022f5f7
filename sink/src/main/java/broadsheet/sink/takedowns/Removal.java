package broadsheet.sink.takedowns;

import broadsheet.model.Receipt;
import broadsheet.runtime.takedowns.TakedownRequest;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What a partition has done of a takedown, and where it goes on.
 *
 * @param request the takedown
 * @param after place in {@link ReachIndex} of the last article that was withdrawn; blank before the first
 * @param withdrawn number of articles so far
 * @param ids of these, sorted; no more than a receipt names
 */
record Removal(TakedownRequest request, String after, int withdrawn, List<String> ids) {

    Removal {
        ids = List.copyOf(ids);
    }

    static Removal of(TakedownRequest request) {
        return new Removal(request, "", 0, List.of());
    }

    Removal with(Collection<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new TreeSet<>(ids);
        all.addAll(more);
        return new Removal(
                request,
                after,
                withdrawn + more.size(),
                all.stream().limit(Receipt.MOST_IDS).toList());
    }

    Removal upTo(String place) {
        return new Removal(request, place, withdrawn, ids);
    }

    Receipt receipt(Partition partition) {
        return new Receipt(request.takedown(), partition.number(), partition.of(), withdrawn, ids);
    }
}
