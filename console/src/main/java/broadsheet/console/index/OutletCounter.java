package broadsheet.console.index;

import broadsheet.export.Standing;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** Counts articles and copies of each outlet, and looks for the latest. */
final class OutletCounter {

    private final Map<String, Integer> originals = new HashMap<>();
    private final Map<String, Integer> copies = new HashMap<>();
    private final Map<String, Long> latest = new HashMap<>();

    private OutletCounter() {}

    static List<OutletStanding> count(IndexSearcher index) throws IOException {
        var counter = new OutletCounter();
        counter.add(index, Standing.ORIGINAL, counter.originals);
        counter.add(index, Standing.COPY, counter.copies);
        List<OutletStanding> all = new ArrayList<>();
        for (String source : new TreeSet<>(counter.latest.keySet())) {
            all.add(new OutletStanding(
                    source,
                    counter.originals.getOrDefault(source, 0),
                    counter.copies.getOrDefault(source, 0),
                    Instant.ofEpochMilli(counter.latest.getOrDefault(source, 0L))));
        }
        all.sort(Comparator.comparingInt(OutletStanding::originals).reversed().thenComparing(OutletStanding::source));
        return all;
    }

    private void add(IndexSearcher index, Standing standing, Map<String, Integer> counts) throws IOException {
        Query query = new ConstantScoreQuery(new TermQuery(new Term(IndexField.STANDING, standing.name())));
        Weight weight = index.createWeight(index.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : index.getIndexReader().leaves()) {
            Scorer found = weight.scorer(leaf);
            if (found != null) {
                add(leaf, found.iterator(), counts);
            }
        }
    }

    private void add(LeafReaderContext leaf, DocIdSetIterator found, Map<String, Integer> counts) throws IOException {
        Bits there = leaf.reader().getLiveDocs();
        SortedDocValues source = DocValues.getSorted(leaf.reader(), FacetField.SOURCE.field());
        SortedNumericDocValues published = DocValues.getSortedNumeric(leaf.reader(), IndexField.PUBLISHED);
        int[] byOrd = new int[source.getValueCount()];
        long[] last = new long[byOrd.length];
        java.util.Arrays.fill(last, Long.MIN_VALUE);
        for (int at = found.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = found.nextDoc()) {
            if ((there == null || there.get(at)) && source.advanceExact(at) && published.advanceExact(at)) {
                byOrd[source.ordValue()]++;
                last[source.ordValue()] = Math.max(last[source.ordValue()], published.nextValue());
            }
        }
        for (int ord = 0; ord < byOrd.length; ord++) {
            if (byOrd[ord] > 0) {
                String name = source.lookupOrd(ord).utf8ToString();
                counts.merge(name, byOrd[ord], Integer::sum);
                latest.merge(name, last[ord], Math::max);
            }
        }
    }
}
