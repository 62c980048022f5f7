package broadsheet.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The passages that two texts share: runs of the same words in the same order, whatever typography and line breaks. It is
 * worked out when somebody asks; the judge of copies compares samples and keeps no texts.
 *
 * <p>Each run of eight words of one text is looked up in the other and made as long as it goes; then the search goes on
 * behind it. Time grows with the sum of the lengths: of a run that is found very often only the first places are tried.
 *
 * @param words number of words of the first text
 * @param shared how many of them lie in a shared passage
 * @param longest the longest passages, the longest first
 */
public record SharedPassages(int words, int shared, List<Passage> longest) {

    /** Shorter runs are phrases that everybody uses. */
    private static final int SHORTEST = 8;

    private static final int PLACES = 8;
    private static final int MOST = 3;
    private static final int HEAD = 10;
    private static final int TAIL = 5;

    public SharedPassages {
        longest = List.copyOf(longest);
    }

    /**
     * One passage.
     *
     * @param words its length
     * @param start offset of its first character in the first text, in UTF-16 code units
     * @param text its first and last words
     */
    record Passage(int words, int start, String text) {}

    /** What {@code one} shares with {@code other}. */
    static SharedPassages of(String one, String other) {
        Spoken mine = Spoken.of(one);
        Spoken theirs = Spoken.of(other);
        Map<Long, int[]> places = theirs.places();
        List<Passage> found = new ArrayList<>();
        int shared = 0;
        for (int i = 0; i + SHORTEST <= mine.size(); ) {
            int length = longest(mine, i, theirs, places.getOrDefault(mine.run(i), new int[0]));
            if (length >= SHORTEST) {
                found.add(new Passage(length, mine.starts[i], mine.text(one, i, length)));
                shared += length;
            }
            i += Math.max(1, length);
        }
        found.sort(Comparator.comparingInt(Passage::words).reversed().thenComparingInt(Passage::start));
        return new SharedPassages(mine.size(), shared, found.subList(0, Math.min(MOST, found.size())));
    }

    private static int longest(Spoken mine, int at, Spoken theirs, int[] places) {
        int longest = 0;
        for (int place : places) {
            int length = 0;
            while (at + length < mine.size()
                    && place + length < theirs.size()
                    && mine.words[at + length].equals(theirs.words[place + length])) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** A text as its words, in lower case; in scripts without spaces each character is one. */
    private static final class Spoken {
        private final String[] words;
        private final int[] starts;
        private final int[] ends;

        private Spoken(List<String> words, List<Integer> starts, List<Integer> ends) {
            this.words = words.toArray(new String[0]);
            this.starts = starts.stream().mapToInt(Integer::intValue).toArray();
            this.ends = ends.stream().mapToInt(Integer::intValue).toArray();
        }

        static Spoken of(String text) {
            List<String> words = new ArrayList<>();
            List<Integer> starts = new ArrayList<>();
            List<Integer> ends = new ArrayList<>();
            for (int at = 0; at < text.length(); ) {
                int end = end(text, at);
                if (end > at) {
                    words.add(text.substring(at, end).toLowerCase(Locale.ROOT));
                    starts.add(at);
                    ends.add(end);
                }
                at = Math.max(end, at + 1);
            }
            return new Spoken(words, starts, ends);
        }

        /** Where the word ends that begins at {@code start}; {@code start} if none does. */
        private static int end(String text, int start) {
            int end = start;
            while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
                int c = text.codePointAt(end);
                end += Character.charCount(c);
                if (Character.isIdeographic(c)) {
                    break;
                }
            }
            return end;
        }

        int size() {
            return words.length;
        }

        /** A number for the run of words at {@code start}. */
        long run(int start) {
            long hash = 1;
            for (int i = start; i < start + SHORTEST; i++) {
                hash = hash * 1_000_003 + words[i].hashCode();
            }
            return hash;
        }

        /** The first places of each run. */
        Map<Long, int[]> places() {
            Map<Long, int[]> places = new HashMap<>();
            for (int i = 0; i + SHORTEST <= size(); i++) {
                int[] before = places.getOrDefault(run(i), new int[0]);
                if (before.length < PLACES) {
                    int[] after = Arrays.copyOf(before, before.length + 1);
                    after[before.length] = i;
                    places.put(run(i), after);
                }
            }
            return places;
        }

        String text(String text, int first, int count) {
            int last = first + count - 1;
            return count <= HEAD + TAIL
                    ? line(text, starts[first], ends[last])
                    : line(text, starts[first], ends[first + HEAD - 1]) + " \u2026 "
                            + line(text, starts[last - TAIL + 1], ends[last]);
        }

        private static String line(String text, int start, int end) {
            return text.substring(start, end).replaceAll("\\s+", " ");
        }
    }
}
