package broadsheet.console.index;

import java.util.List;
import java.util.Map;

/**
 * What a search has found.
 *
 * @param total how many articles fit
 * @param hits one page of them
 * @param values how many of them have which value, the most frequent first
 * @param days how many were published on which day, the earliest first
 * @param isPartial whether time ran out, and there may be more
 */
public record SearchResult(
        long total, List<SearchHit> hits, Map<FacetField, List<FacetCount>> values, DayCounts days, boolean isPartial) {

    public SearchResult {
        hits = List.copyOf(hits);
        values = Map.copyOf(values);
    }

    /** The values of a field, the most frequent first. */
    public List<FacetCount> values(FacetField field) {
        return values.getOrDefault(field, List.of());
    }
}
