package broadsheet.console.index;

import broadsheet.console.query.QueryClause;
import broadsheet.console.query.QueryField;
import broadsheet.console.query.SearchQuery;
import broadsheet.export.Standing;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Makes of a search what Lucene understands. It grows with the words of the search alone: no word stands for others but those
 * of the same stem, one for each language.
 *
 * @param analysis how words are made
 * @param languages in which there are articles
 */
record QueryMaker(WordAnalysis analysis, Set<String> languages) {

    private static final float STEM = 0.6f;
    private static final float HEADLINE = 2f;

    /** So many words of one part count: a longer phrase is hardly meant. */
    private static final int MOST_WORDS = 40;

    /** Originals that fit. */
    Query originals(SearchQuery asked) {
        var query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(IndexField.STANDING, Standing.ORIGINAL.name())), Occur.FILTER);
        addTime(query, asked);
        Map<QueryField, BooleanQuery.Builder> anyOf = new EnumMap<>(QueryField.class);
        for (QueryClause clause : asked.clauses()) {
            if (clause.isExcluded()) {
                part(clause).ifPresent(part -> query.add(part, Occur.MUST_NOT));
            } else if (clause.field() == QueryField.SOURCE || clause.field() == QueryField.LANGUAGE) {
                part(clause)
                        .ifPresent(part -> anyOf.computeIfAbsent(clause.field(), field -> new BooleanQuery.Builder())
                                .add(part, Occur.SHOULD));
            } else {
                addWanted(query, clause);
            }
        }
        anyOf.values().forEach(any -> query.add(any.build(), Occur.FILTER));
        return query.build();
    }

    private static void addTime(BooleanQuery.Builder query, SearchQuery asked) {
        if (asked.after().isPresent() || asked.before().isPresent()) {
            long from = asked.after().map(time -> time.toEpochMilli()).orElse(Long.MIN_VALUE);
            long to = asked.before().map(time -> time.toEpochMilli() - 1).orElse(Long.MAX_VALUE);
            query.add(
                    from > to
                            ? new MatchNoDocsQuery("ends before it begins")
                            : LongField.newRangeQuery(IndexField.PUBLISHED, from, to),
                    Occur.FILTER);
        }
    }

    private void addWanted(BooleanQuery.Builder query, QueryClause clause) {
        boolean isText = clause.field() == QueryField.TEXT;
        part(clause).ifPresent(part -> query.add(part, isText ? Occur.MUST : Occur.FILTER));
        if (isText) {
            part(IndexField.HEADLINE, clause)
                    .ifPresent(part -> query.add(new BoostQuery(part, HEADLINE), Occur.SHOULD));
        }
    }

    private Optional<Query> part(QueryClause clause) {
        return switch (clause.field()) {
            case TEXT -> part(IndexField.TEXT, clause);
            case LANGUAGE ->
                Optional.of(new TermQuery(
                        new Term(IndexField.LANGUAGE, clause.text().toLowerCase(Locale.ROOT))));
            case SECTION -> phrase(IndexField.SECTION, analysis.words(clause.text()));
            case ENTITY -> phrase(IndexField.ENTITY, analysis.words(clause.text()));
            case PLACE -> phrase(IndexField.PLACE, analysis.words(clause.text()));
            case SOURCE -> phrase(IndexField.SOURCE, analysis.words(clause.text()));
            case AFTER, BEFORE -> Optional.empty();
        };
    }

    /** Empty if there is no word in it. */
    private Optional<Query> part(String field, QueryClause clause) {
        List<String> words = analysis.words(clause.text());
        return clause.isPhrase() || words.size() != 1
                ? phrase(field, words)
                : Optional.of(word(field, words.get(0), clause.text()));
    }

    /** The stem is that of the word as it was written, with its accents. */
    private Query word(String field, String word, String written) {
        var any = new SynonymQuery.Builder(field).addTerm(new Term(field, word));
        for (String stem : analysis.stems(written, languages)) {
            any.addTerm(new Term(field, stem), STEM);
        }
        return any.build();
    }

    /** The words and stems that are looked for in texts. */
    Set<String> terms(SearchQuery asked) {
        Set<String> terms = new HashSet<>();
        for (QueryClause clause : asked.clauses()) {
            if (clause.field() == QueryField.TEXT && !clause.isExcluded()) {
                List<String> words = analysis.words(clause.text());
                terms.addAll(words);
                if (!clause.isPhrase() && words.size() == 1) {
                    terms.addAll(analysis.stems(clause.text(), languages));
                }
            }
        }
        return terms;
    }

    private static Optional<Query> phrase(String field, List<String> words) {
        if (words.size() <= 1) {
            return words.stream().findFirst().map(word -> new TermQuery(new Term(field, word)));
        }
        var phrase = new PhraseQuery.Builder();
        words.stream().limit(MOST_WORDS).forEach(word -> phrase.add(new Term(field, word)));
        return Optional.of(phrase.build());
    }
}
