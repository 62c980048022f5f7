package broadsheet.console.index;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts results by section, source, language and day while they are found; values by their numbers within a segment. */
final class ResultCounter implements Collector {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Map<String, Integer> sections = new HashMap<>();
    private final Map<String, Integer> sources = new HashMap<>();
    private final Map<String, Integer> languages = new HashMap<>();
    private final Map<Long, Integer> days = new HashMap<>();
    private long total;

    /** Puts together what was counted in parts. */
    static final class Manager implements CollectorManager<ResultCounter, ResultCounter> {

        @Override
        public ResultCounter newCollector() {
            return new ResultCounter();
        }

        @Override
        public ResultCounter reduce(Collection<ResultCounter> parts) {
            ResultCounter all = new ResultCounter();
            for (ResultCounter part : parts) {
                all.total += part.total;
                part.sections.forEach((value, count) -> all.sections.merge(value, count, Integer::sum));
                part.sources.forEach((value, count) -> all.sources.merge(value, count, Integer::sum));
                part.languages.forEach((value, count) -> all.languages.merge(value, count, Integer::sum));
                part.days.forEach((day, count) -> all.days.merge(day, count, Integer::sum));
            }
            return all;
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        return new Segment(leaf.reader());
    }

    long total() {
        return total;
    }

    DayCounts days() {
        return new DayCounts(new TreeMap<>(days));
    }

    /** The values of a field, the most frequent first; none of one that is not counted here. */
    List<FacetCount> values(FacetField field) {
        return switch (field) {
            case SECTION -> mostFrequent(sections);
            case SOURCE -> mostFrequent(sources);
            case LANGUAGE -> mostFrequent(languages);
            case ENTITY -> List.of();
        };
    }

    /** Of equally many, by name. */
    static List<FacetCount> mostFrequent(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .sorted(java.util.Comparator.comparingInt(FacetCount::count)
                        .reversed()
                        .thenComparing(FacetCount::value))
                .toList();
    }

    private final class Segment implements LeafCollector {

        private final SortedSetDocValues section;
        private final SortedDocValues source;
        private final SortedDocValues language;
        private final SortedNumericDocValues published;
        private final int[] bySection;
        private final int[] bySource;
        private final int[] byLanguage;

        Segment(LeafReader reader) throws IOException {
            section = DocValues.getSortedSet(reader, FacetField.SECTION.field());
            source = DocValues.getSorted(reader, FacetField.SOURCE.field());
            language = DocValues.getSorted(reader, FacetField.LANGUAGE.field());
            published = DocValues.getSortedNumeric(reader, IndexField.PUBLISHED);
            bySection = new int[Math.toIntExact(section.getValueCount())];
            bySource = new int[source.getValueCount()];
            byLanguage = new int[language.getValueCount()];
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) throws IOException {
            total++;
            if (section.advanceExact(document)) {
                for (int i = 0; i < section.docValueCount(); i++) {
                    bySection[Math.toIntExact(section.nextOrd())]++;
                }
            }
            if (source.advanceExact(document)) {
                bySource[source.ordValue()]++;
            }
            if (language.advanceExact(document)) {
                byLanguage[language.ordValue()]++;
            }
            if (published.advanceExact(document)) {
                days.merge(Math.floorDiv(published.nextValue(), DAY), 1, Integer::sum);
            }
        }

        @Override
        public void finish() throws IOException {
            for (int ord = 0; ord < bySection.length; ord++) {
                if (bySection[ord] > 0) {
                    sections.merge(section.lookupOrd(ord).utf8ToString(), bySection[ord], Integer::sum);
                }
            }
            sum(source, bySource, sources);
            sum(language, byLanguage, languages);
        }

        private static void sum(SortedDocValues values, int[] counts, Map<String, Integer> sums) throws IOException {
            for (int ord = 0; ord < counts.length; ord++) {
                if (counts[ord] > 0) {
                    sums.merge(values.lookupOrd(ord).utf8ToString(), counts[ord], Integer::sum);
                }
            }
        }
    }
}
