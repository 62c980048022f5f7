package broadsheet.stories.traits;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what an article shows of its event. The same headline, text and language give the same traits in every process.
 * Thread-safe.
 *
 * <p>A headline counts {@value #HEADLINE_WEIGHT} times; of the text the first {@value #LEAD} words count. Without a headline
 * the first {@value #STAND_IN} words of the text stand in for it.
 */
public final class TraitsReader {

    private static final int HEADLINE_WEIGHT = 3;
    private static final int HEADLINE_WORDS = 40;
    private static final int LEAD = 400;
    private static final int EARLY_WORDS = 60;
    private static final int STAND_IN = 14;
    /** A headline in which a larger share of the longer words is capital says nothing about names. */
    private static final double TITLE_CASE = 0.6;

    private final Rarities rarities;

    public TraitsReader(Rarities rarities) {
        this.rarities = rarities;
    }

    /**
     * Reads an article.
     *
     * @param language BCP 47 primary subtag; {@code und} if unknown
     * @param headline may be empty
     * @param text may be empty
     */
    public StoryTraits read(String language, String headline, String text) {
        List<NewsWord> lead = NewsWordReader.read(text, LEAD);
        List<NewsWord> title = NewsWordReader.read(headline, HEADLINE_WORDS);
        boolean hasTitle = !title.isEmpty();
        if (!hasTitle) {
            title = lead.subList(0, Math.min(STAND_IN, lead.size()));
        }
        Map<String, CountedTerm> terms = new HashMap<>();
        boolean capitalsTell = !hasTitle || !isTitleCase(title);
        for (NewsWord word : title) {
            CountedTerm term = term(terms, word, language);
            term.addToHeadline(HEADLINE_WEIGHT);
            term.see(word, capitalsTell);
        }
        for (int i = 0; i < lead.size(); i++) {
            CountedTerm term = term(terms, lead.get(i), language);
            term.addToText(i < EARLY_WORDS);
            term.see(lead.get(i), true);
        }
        return traits(terms, Slots.of(lead), hasTitle ? standing(title, capitalsTell, language) : 0);
    }

    /** The hash of a headline without names and numbers, 0 of another. Where all is capital, what is rare may be a name. */
    private int standing(List<NewsWord> title, boolean capitalsTell, String language) {
        int hash = 1;
        for (NewsWord word : title) {
            boolean mayBeName = word.capital()
                    && !word.fresh()
                    && (capitalsTell || rarities.of(stem(word, language), word.kind(), language) >= CountedTerm.RARE);
            if (word.kind() == NewsWord.Kind.NUMBER || mayBeName) {
                return 0;
            }
            hash = 31 * hash + word.text().hashCode();
        }
        return hash;
    }

    /** The terms of a text, numbers left out, as often as they stand there: for counting how rare they are. */
    public static List<String> terms(String language, String text) {
        return NewsWordReader.read(text, Integer.MAX_VALUE).stream()
                .filter(word -> word.kind() != NewsWord.Kind.NUMBER)
                .map(word -> stem(word, language))
                .toList();
    }

    private static String stem(NewsWord word, String language) {
        return word.kind() == NewsWord.Kind.WORD ? Stems.of(word.text(), language) : word.text();
    }

    private CountedTerm term(Map<String, CountedTerm> terms, NewsWord word, String language) {
        String stem = stem(word, language);
        return terms.computeIfAbsent(
                stem,
                key -> new CountedTerm(hash(language, key), rarities.of(key, word.kind(), language), word.kind()));
    }

    private static boolean isTitleCase(List<NewsWord> title) {
        long longer = title.stream().filter(TraitsReader::isLonger).count();
        long capital =
                title.stream().filter(word -> isLonger(word) && word.capital()).count();
        return capital > TITLE_CASE * longer;
    }

    private static boolean isLonger(NewsWord word) {
        return word.kind() == NewsWord.Kind.WORD && word.text().length() > 3;
    }

    private static StoryTraits traits(Map<String, CountedTerm> terms, Slots slots, int standingHeadline) {
        List<CountedTerm> kept = terms.values().stream()
                .filter(term -> term.rarity() > 0)
                .sorted(Comparator.comparing(CountedTerm::isInHeadline)
                        .reversed()
                        .thenComparing(Comparator.comparing(CountedTerm::weight).reversed())
                        .thenComparing(CountedTerm::hash))
                .limit(StoryTraits.MOST)
                .sorted(Comparator.comparing(CountedTerm::hash))
                .toList();
        int size = kept.size();
        var hashes = new int[size];
        var weights = new float[size];
        var rarities = new float[size];
        var places = new byte[size];
        for (int i = 0; i < size; i++) {
            CountedTerm term = kept.get(i);
            hashes[i] = term.hash();
            weights[i] = term.weight();
            rarities[i] = (float) term.rarity();
            places[i] = term.places();
        }
        return new StoryTraits(hashes, weights, rarities, places, slots, standingHeadline);
    }

    /** FNV-1a over the language and the stem, mixed. */
    private static int hash(String language, String stem) {
        int hash = 0x811c9dc5;
        String key = language + '\t' + stem;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x01000193;
        }
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d;
        return hash ^ hash >>> 13;
    }
}
