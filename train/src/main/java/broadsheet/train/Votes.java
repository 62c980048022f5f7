package broadsheet.train;

import broadsheet.enrich.tagging.Label;
import broadsheet.train.Document.Name;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several annotators say of one document, weighed.
 *
 * <p>A name with at least {@code certain} votes is taken as given. A token that only less voted names cover is left open
 * (any label) if they have at least {@code doubtful} votes, else it is outside. A single annotator with one vote and
 * {@code certain} 1 is gold.
 */
final class Votes {
    private static final int ANY = (1 << Label.COUNT) - 1;
    private static final int OUTSIDE = 1 << Label.OUTSIDE;

    private final Document document;
    private final Map<Name, Double> votes = new LinkedHashMap<>();
    private final List<Name> open = new ArrayList<>();

    Votes(Document document) {
        this.document = document;
    }

    void add(List<Name> names, double weight) {
        names.forEach(name -> votes.merge(name, weight, Double::sum));
    }

    /** Leaves tokens open that no certain name covers. */
    void leaveOpen(List<Name> names) {
        open.addAll(names);
    }

    /** For each sentence, for each token the labels it may have, one bit a label. */
    List<int[]> allowed(double certain, double doubtful) {
        List<int[]> allowed = new ArrayList<>();
        document.sentences().forEach(sentence -> {
            int[] labels = new int[sentence.size()];
            Arrays.fill(labels, OUTSIDE);
            allowed.add(labels);
        });
        List<Map.Entry<Name, Double>> ranked = new ArrayList<>(votes.entrySet());
        ranked.sort(Comparator.comparingDouble((Map.Entry<Name, Double> vote) -> -vote.getValue())
                .thenComparingInt(vote -> -vote.getKey().length()));
        List<int[]> taken = new ArrayList<>();
        allowed.forEach(labels -> taken.add(new int[labels.length]));
        for (Map.Entry<Name, Double> vote : ranked) {
            Name name = vote.getKey();
            if (vote.getValue() >= certain && isFree(name, taken.get(name.sentence()))) {
                for (int at = name.first(); at <= name.last(); at++) {
                    allowed.get(name.sentence())[at] = 1 << name.label(at);
                    taken.get(name.sentence())[at] = 1;
                }
            }
        }
        Map<List<Integer>, Double> doubt = new LinkedHashMap<>();
        votes.forEach((name, weight) -> {
            for (int at = name.first(); at <= name.last(); at++) {
                doubt.merge(List.of(name.sentence(), at), weight, Double::sum);
            }
        });
        for (Name name : open) {
            for (int at = name.first(); at <= name.last(); at++) {
                doubt.put(List.of(name.sentence(), at), doubtful);
            }
        }
        doubt.forEach((place, weight) -> {
            if (weight >= doubtful && taken.get(place.get(0))[place.get(1)] == 0) {
                allowed.get(place.get(0))[place.get(1)] = ANY;
            }
        });
        return allowed;
    }

    private static boolean isFree(Name name, int[] taken) {
        for (int at = name.first(); at <= name.last(); at++) {
            if (taken[at] != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Makes the allowed labels agree with the tokens that the tagger leaves outside by definition: the rest of a name
     * that holds such a token is left open.
     */
    static void fit(int[] allowed, int[][] rows) {
        for (int at = 0; at < rows.length; at++) {
            if (rows[at].length == 0 && allowed[at] != OUTSIDE) {
                for (int left = at - 1; left >= 0 && allowed[left] != OUTSIDE && rows[left].length > 0; left--) {
                    allowed[left] = ANY;
                }
                for (int right = at + 1; right < rows.length && continuesName(allowed[right]); right++) {
                    allowed[right] = ANY;
                }
                allowed[at] = OUTSIDE;
            }
        }
    }

    private static boolean continuesName(int labels) {
        int label = Integer.numberOfTrailingZeros(labels);
        return Integer.bitCount(labels) == 1 && label != Label.OUTSIDE && !Label.starts(label);
    }
}
