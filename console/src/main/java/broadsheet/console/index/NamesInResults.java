package broadsheet.console.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;

/** Counts the names of people, organisations and places in some results. */
final class NamesInResults {

    private NamesInResults() {}

    static List<FacetCount> count(IndexReader reader, int[] documents) throws IOException {
        int[] inOrder = documents.clone();
        Arrays.sort(inOrder);
        Map<String, Integer> counts = new HashMap<>();
        List<LeafReaderContext> leaves = reader.leaves();
        SortedSetDocValues names = DocValues.emptySortedSet();
        int open = -1;
        for (int document : inOrder) {
            int at = ReaderUtil.subIndex(document, leaves);
            LeafReaderContext leaf = leaves.get(at);
            if (at != open) {
                names = DocValues.getSortedSet(leaf.reader(), FacetField.ENTITY.field());
                open = at;
            }
            if (names.advanceExact(document - leaf.docBase)) {
                for (int i = 0; i < names.docValueCount(); i++) {
                    counts.merge(names.lookupOrd(names.nextOrd()).utf8ToString(), 1, Integer::sum);
                }
            }
        }
        return ResultCounter.mostFrequent(counts);
    }
}
