package broadsheet.enrich.tagging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells each capitalised word what the rest of the document says of it.
 *
 * <p>A bare "Kozlov" is hard to judge; "a delegation led by Alexander Kozlov, Minister" three lines above is not. For
 * each word the two longest runs of capitalised words that hold it are kept, and a token gets the surroundings of the
 * better one that is not its own. A word that the document also writes small is more likely a common word.
 */
final class DocumentContext {
    private static final int SMALL = 1;
    private static final int CAPITAL_ELSEWHERE = 2;

    private final Map<String, Seen> words = new HashMap<>();

    private DocumentContext() {}

    /** Fills in the clues of a document. */
    static void fill(List<List<Clues>> document) {
        DocumentContext context = new DocumentContext();
        for (List<Clues> sentence : document) {
            context.collect(sentence);
        }
        for (List<Clues> sentence : document) {
            for (Clues clues : sentence) {
                if (clues.capital) {
                    context.tell(clues);
                }
            }
        }
    }

    private void collect(List<Clues> sentence) {
        int start = 0;
        while (start < sentence.size()) {
            Clues clues = sentence.get(start);
            if (!clues.capital) {
                if (clues.letter && clues.lineCase != 4) {
                    seen(clues).small = true;
                }
                start++;
                continue;
            }
            int end = start + 1;
            while (end < sentence.size() && sentence.get(end).capital) {
                end++;
            }
            // in a headline every word is capitalised, which says nothing
            if (clues.lineCase == 1) {
                addRun(new Run(sentence, start, end));
            }
            start = end;
        }
    }

    private void addRun(Run run) {
        for (int at = run.start; at < run.end; at++) {
            seen(run.sentence.get(at)).add(run, at);
        }
    }

    private Seen seen(Clues clues) {
        return words.computeIfAbsent(clues.lower, word -> new Seen());
    }

    private void tell(Clues clues) {
        Seen seen = words.get(clues.lower);
        if (seen == null) {
            return;
        }
        boolean own = seen.best != null && seen.best.sentence.get(seen.bestAt) == clues;
        Run run = own ? seen.second : seen.best;
        int at = own ? seen.secondAt : seen.bestAt;
        clues.elsewhere = seen.small ? SMALL : 0;
        if (run == null) {
            return;
        }
        int length = Math.min(run.end - run.start, 3);
        int position = at == run.start ? 0 : at == run.end - 1 ? 2 : 1;
        clues.elsewhere |= CAPITAL_ELSEWHERE | (length << 2) | (position << 4) | (run.start == 0 ? 64 : 0);
        clues.elsewhereBefore = run.start > 0 ? run.sentence.get(run.start - 1).word : 1;
        clues.elsewhereAfter = run.end < run.sentence.size() ? run.sentence.get(run.end).word : 1;
        clues.elsewhereGazetteer = run.sentence.get(at).gazetteer;
    }

    /** A run of capitalised words in a sentence. */
    private record Run(List<Clues> sentence, int start, int end) {
        /** Runs inside a sentence tell more than runs at its start, longer ones more than short ones. */
        int weight() {
            return Math.min(end - start, 4) * 2 + (start > 0 ? 1 : 0);
        }
    }

    /** What is known of one word; the first of equally good runs wins, so the result does not depend on chance. */
    private static final class Seen {
        boolean small;

        @Nullable
        Run best;

        int bestAt;

        @Nullable
        Run second;

        int secondAt;

        void add(Run run, int at) {
            if (best == null || run.weight() > best.weight()) {
                second = best;
                secondAt = bestAt;
                best = run;
                bestAt = at;
            } else if (second == null || run.weight() > second.weight()) {
                second = run;
                secondAt = at;
            }
        }
    }
}
