package broadsheet.console.index;

import broadsheet.console.query.SearchQuery;
import broadsheet.export.Standing;
import broadsheet.export.StorableText;
import broadsheet.model.Article;
import broadsheet.model.PublishedArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/**
 * Questions to the index, each answered from one state of it, and in bounded time. Thread-safe.
 */
public final class ArticleSearch {

    /** No deeper page than this result is on can be asked for. */
    public static final int DEEPEST = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final SortField NEWEST =
            LongField.newSortField(IndexField.PUBLISHED, /* reverse= */ true, SortedNumericSelector.Type.MAX);
    private static final SortField TIE = new SortField(IndexField.TIE, SortField.Type.LONG);
    private static final Sort BY_TIME = new Sort(NEWEST, TIE);
    private static final Sort BY_RELEVANCE = new Sort(SortField.FIELD_SCORE, NEWEST, TIE);

    private final SearcherManager searchers;
    private final WordAnalysis analysis;

    ArticleSearch(SearcherManager searchers, WordAnalysis analysis) {
        this.searchers = searchers;
        this.analysis = analysis;
    }

    private interface Asking<T> {
        T ask(IndexSearcher index) throws IOException;
    }

    /** One state of the index, with a limit of time of its own. */
    private <T> T asking(Asking<T> asking) {
        try {
            IndexSearcher shared = searchers.acquire();
            try {
                IndexSearcher index = new IndexSearcher(shared.getIndexReader());
                index.setTimeout(new QueryTimeoutImpl(PATIENCE.toMillis()));
                return asking.ask(index);
            } finally {
                searchers.release(shared);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    /**
     * Originals that fit.
     *
     * @param from the first result wanted, from 0
     * @param count how many of them
     */
    public SearchResult search(SearchQuery asked, ResultOrder order, int from, int count) {
        int first = Math.max(0, Math.min(from, DEEPEST));
        int last = Math.min(DEEPEST, first + count);
        return asking(index -> {
            QueryMaker maker = new QueryMaker(analysis, languages(index));
            Query query = maker.originals(asked);
            PassageFinder passages = new PassageFinder(analysis, maker.terms(asked));
            int looked = Math.max(last, FacetField.FIRST_RESULTS);
            var top = new TopFieldCollectorManager(
                    order == ResultOrder.TIME ? BY_TIME : BY_RELEVANCE, looked, Integer.MAX_VALUE);
            Object[] found = index.search(query, new MultiCollectorManager(top, new ResultCounter.Manager()));
            ScoreDoc[] best = ((TopFieldDocs) found[0]).scoreDocs;
            ResultCounter counted = (ResultCounter) found[1];
            List<SearchHit> hits = new ArrayList<>();
            for (int i = first; i < Math.min(last, best.length); i++) {
                hits.add(hit(index, best[i].doc, passages));
            }
            boolean isPartial = index.timedOut();
            return new SearchResult(counted.total(), hits, values(index, counted, best), counted.days(), isPartial);
        });
    }

    private static Map<FacetField, List<FacetCount>> values(IndexSearcher index, ResultCounter counted, ScoreDoc[] best)
            throws IOException {
        Map<FacetField, List<FacetCount>> values = new EnumMap<>(FacetField.class);
        for (FacetField field : FacetField.values()) {
            values.put(field, counted.values(field));
        }
        values.put(
                FacetField.ENTITY,
                NamesInResults.count(
                        index.getIndexReader(),
                        Arrays.stream(best)
                                .limit(FacetField.ENTITY.looked())
                                .mapToInt(one -> one.doc)
                                .toArray()));
        return values;
    }

    /** The newest originals that fit, without counting the others. */
    public List<SearchHit> newest(SearchQuery asked, int count) {
        return asking(index -> {
            Query query = new QueryMaker(analysis, languages(index)).originals(asked);
            var top = new TopFieldCollectorManager(BY_TIME, count, count);
            List<SearchHit> hits = new ArrayList<>();
            for (ScoreDoc one : index.search(query, top).scoreDocs) {
                hits.add(hit(index, one.doc));
            }
            return hits;
        });
    }

    /** The languages, without regions, in which there are articles. */
    private static Set<String> languages(IndexSearcher index) throws IOException {
        Set<String> languages = new TreeSet<>();
        Terms terms = MultiTerms.getTerms(index.getIndexReader(), IndexField.LANGUAGE);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (var next = each.next(); next != null; next = each.next()) {
                languages.add(WordAnalysis.primary(next.utf8ToString()));
            }
        }
        return languages;
    }

    private SearchHit hit(IndexSearcher index, int document) throws IOException {
        return hit(index, document, new PassageFinder(analysis, Set.of()));
    }

    private static SearchHit hit(IndexSearcher index, int document, PassageFinder passages) throws IOException {
        Document stored = index.storedFields().document(document, Set.of(IndexField.JSON));
        var json = stored.getBinaryValue(IndexField.JSON);
        byte[] bytes = Arrays.copyOfRange(json.bytes, json.offset, json.offset + json.length);
        var article = StorableText.article(bytes);
        int outlets = article.copyOf().isPresent() ? 1 : outlets(index, article);
        MatchedPassage passage = passages.passage(article.enriched().article());
        return new SearchHit(article, bytes, outlets, passage);
    }

    /** Outlets that have it: the original's own, and those of its copies. */
    private static int outlets(IndexSearcher index, PublishedArticle original) throws IOException {
        Map<String, Integer> others = new HashMap<>();
        index.search(copiesOf(original.id()), ValueCounter.of(FacetField.SOURCE.field(), others));
        original.enriched().article().source().domain().ifPresent(others::remove);
        return 1 + others.size();
    }

    private static Query copiesOf(String id) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(IndexField.COPY_OF, id)), Occur.FILTER)
                .add(new TermQuery(new Term(IndexField.STANDING, Standing.COPY.name())), Occur.FILTER)
                .build();
    }

    /** The article of that id, whether original or copy. */
    public Optional<SearchHit> article(String id) {
        return Article.isId(id) ? asking(index -> article(index, id)) : Optional.empty();
    }

    private Optional<SearchHit> article(IndexSearcher index, String id) throws IOException {
        // While it moves from one topic to the other it can be on both.
        for (Standing standing : Standing.values()) {
            Query query = new TermQuery(new Term(IndexField.KEY, IndexedArticle.key(standing, id)));
            ScoreDoc[] found = index.search(query, 1).scoreDocs;
            if (found.length > 0) {
                return Optional.of(hit(index, found[0].doc));
            }
        }
        return Optional.empty();
    }

    /** Copies of that article, the earliest first; so many at most. */
    public List<SearchHit> copies(String id, int most) {
        return asking(index -> {
            Sort earliest = new Sort(
                    LongField.newSortField(IndexField.PUBLISHED, /* reverse= */ false, SortedNumericSelector.Type.MIN),
                    TIE);
            List<SearchHit> copies = new ArrayList<>();
            for (ScoreDoc one : index.search(copiesOf(id), most, earliest).scoreDocs) {
                copies.add(hit(index, one.doc));
            }
            return copies;
        });
    }

    /**
     * Originals with most copies, counted by copies published since then.
     *
     * @param most so many at most
     */
    public List<SearchHit> mostCarried(Instant since, int most) {
        return asking(index -> {
            Query copies = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(IndexField.STANDING, Standing.COPY.name())), Occur.FILTER)
                    .add(
                            LongField.newRangeQuery(IndexField.PUBLISHED, since.toEpochMilli(), Long.MAX_VALUE),
                            Occur.FILTER)
                    .build();
            Map<String, Integer> counts = new HashMap<>();
            index.search(copies, ValueCounter.of(IndexField.COPY_OF + IndexField.COUNTED, counts));
            List<SearchHit> carried = new ArrayList<>();
            for (FacetCount next : ResultCounter.mostFrequent(counts)) {
                if (carried.size() == most) {
                    break;
                }
                article(index, next.value()).ifPresent(carried::add);
            }
            return carried;
        });
    }

    /** All outlets, the one with most articles first. */
    public List<OutletStanding> outlets() {
        return asking(OutletCounter::count);
    }
}
