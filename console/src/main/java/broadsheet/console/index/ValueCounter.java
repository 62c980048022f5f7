package broadsheet.console.index;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the values of one field in what is found. */
final class ValueCounter implements Collector {

    private final String field;
    private final Map<String, Integer> counts;

    private ValueCounter(String field, Map<String, Integer> counts) {
        this.field = field;
        this.counts = counts;
    }

    /** One that adds to {@code counts}; in one thread, as an index without an executor is asked. */
    static CollectorManager<ValueCounter, Map<String, Integer>> of(String field, Map<String, Integer> counts) {
        return new CollectorManager<>() {
            @Override
            public ValueCounter newCollector() {
                return new ValueCounter(field, counts);
            }

            @Override
            public Map<String, Integer> reduce(Collection<ValueCounter> collectors) {
                return counts;
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        SortedDocValues values = DocValues.getSorted(leaf.reader(), field);
        int[] found = new int[values.getValueCount()];
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int document) throws IOException {
                if (values.advanceExact(document)) {
                    found[values.ordValue()]++;
                }
            }

            @Override
            public void finish() throws IOException {
                for (int ord = 0; ord < found.length; ord++) {
                    if (found[ord] > 0) {
                        counts.merge(values.lookupOrd(ord).utf8ToString(), found[ord], Integer::sum);
                    }
                }
            }
        };
    }
}
