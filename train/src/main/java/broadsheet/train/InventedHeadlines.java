package broadsheet.train;

import broadsheet.enrich.tagging.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Makes headlines of sentences: with most words capitalised, or all in capitals.
 *
 * <p>Annotated text has few of them, and there a capital says little; without such examples a model takes half a headline
 * for a name.
 */
final class InventedHeadlines {
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "by", "with", "as", "from");
    private static final int SHORTEST = 5;
    private static final int LONGEST = 18;

    private final double titled;
    private final double capitals;
    private final Random random;

    /**
     * @param titled share of fitting sentences that become a headline with most words capitalised
     * @param capitals share of them that become one in capitals
     */
    InventedHeadlines(double titled, double capitals, long seed) {
        this.titled = titled;
        this.capitals = capitals;
        this.random = new Random(seed);
    }

    /** The sentence as a headline, with as many tokens; empty for most sentences. */
    List<Token> of(List<Token> sentence) {
        double chance = random.nextDouble();
        boolean fits = sentence.size() >= SHORTEST && sentence.size() <= LONGEST;
        if (!fits || chance >= titled + capitals) {
            return List.of();
        }
        List<Token> headline = new ArrayList<>(sentence.size());
        for (Token token : sentence) {
            String word = chance < titled ? titled(token.text()) : token.text().toUpperCase(Locale.ROOT);
            headline.add(token.reading(word));
        }
        return headline;
    }

    private static String titled(String word) {
        return SMALL.contains(word) || !Character.isLowerCase(word.charAt(0))
                ? word
                : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
