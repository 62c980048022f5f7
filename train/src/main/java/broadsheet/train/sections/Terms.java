package broadsheet.train.sections;

import broadsheet.enrich.sections.SectionWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The words and pairs of words that get votes, and in how many texts each was seen. */
final class Terms {

    /** A word is taken from this many texts on, a pair from this many. */
    private static final int WORD_TEXTS = 3;

    private static final int PAIR_TEXTS = 15;

    /** As many words of a text as the model reads. */
    private static final int LONGEST = 300;

    /** Words that make no pair: they would only say what the other word says. */
    private static final Set<String> LOOSE = Set.of(
            ("the of a an and or in to for on at by with from as is was were be been are has have had it its his her"
                            + " their that this which who he she they after before not but than into over about more"
                            + " also will would could said says new")
                    .split(" ", -1));

    private final List<String> terms;
    private final Map<String, Integer> indices = new HashMap<>();
    private final Map<String, Integer> texts;

    private Terms(List<String> terms, Map<String, Integer> texts) {
        this.terms = terms;
        this.texts = texts;
        for (int i = 0; i < terms.size(); i++) {
            indices.put(terms.get(i), i);
        }
    }

    /**
     * The terms of a corpus.
     *
     * @param corpus texts that count
     * @param always texts of which every word is taken
     * @param more words that are taken in any case
     */
    static Terms of(Collection<String> corpus, Collection<String> always, Collection<String> more) {
        var texts = new TreeMap<String, Integer>();
        corpus.forEach(text -> new HashSet<>(in(text)).forEach(term -> texts.merge(term, 1, Integer::sum)));
        var kept = new HashSet<>(more);
        always.forEach(text -> in(text).stream().filter(term -> !isPair(term)).forEach(kept::add));
        texts.forEach((term, count) -> {
            if (count >= (isPair(term) ? PAIR_TEXTS : WORD_TEXTS)) {
                kept.add(term);
            }
        });
        kept.removeIf(term -> term.length() < 2);
        return new Terms(kept.stream().sorted().toList(), texts);
    }

    List<String> all() {
        return terms;
    }

    /** In how many texts a term was seen; at least 1. */
    int texts(int term) {
        return texts.getOrDefault(terms.get(term), 1);
    }

    /** How often each known term is in a text, by index. */
    Map<Integer, Integer> counts(String text) {
        var counts = new TreeMap<Integer, Integer>();
        for (String term : in(text)) {
            Integer index = indices.get(term);
            if (index != null) {
                counts.merge(index, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static boolean isPair(String term) {
        return term.indexOf(' ') >= 0;
    }

    /** Words and pairs of a text, as the model reads them. */
    private static List<String> in(String text) {
        var found = new ArrayList<String>();
        var words = new SectionWords("", text);
        String before = "";
        for (int i = 0; i < LONGEST && words.hasNext(); i++) {
            String word = words.next();
            found.add(word);
            if (!LOOSE.contains(before) && !LOOSE.contains(word) && !before.isEmpty()) {
                found.add(before + " " + word);
            }
            before = word;
        }
        return found;
    }
}
