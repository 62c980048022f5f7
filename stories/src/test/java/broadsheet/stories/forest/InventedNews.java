package broadsheet.stories.forest;

import broadsheet.stories.likeness.ComparedArticle;
import broadsheet.stories.traits.Rarities;
import broadsheet.stories.traits.TraitsReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Articles about events that never were, from a seed: each event has its own names, and all share their common words. */
final class InventedNews {

    static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final TraitsReader READER = new TraitsReader(Rarities.load());
    private static final String[] SYLLABLES = {
        "bar", "tel", "mon", "ri", "sko", "lan", "vel", "dur", "ka", "ne", "os", "tig", "ul", "fen", "gro"
    };
    private static final String[] COMMON = {
        "police",
        "said",
        "fire",
        "people",
        "government",
        "minister",
        "court",
        "injured",
        "company",
        "school",
        "vote",
        "bridge",
        "storm",
        "officials",
        "hospital",
        "market",
        "strike",
        "team",
        "match",
        "report"
    };

    private final Random random;

    InventedNews(long seed) {
        random = new Random(seed);
    }

    /** So many articles of so many events, within so long a time. */
    List<ArticleToPlace> articles(int count, int events, Duration time) {
        List<List<String>> names = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            names.add(List.of(name(), name(), name(), name(), name(), name()));
        }
        List<ArticleToPlace> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int event = random.nextInt(events);
            // Some stand between two events: those are what an order of arrival could move.
            List<String> others = names.get(random.nextInt(5) == 0 ? random.nextInt(events) : event);
            Instant when = START.plusSeconds(random.nextLong(time.toSeconds()));
            articles.add(article("a" + i, when, sentence(names.get(event), 6), text(names.get(event), others)));
        }
        return articles;
    }

    static ArticleToPlace article(String id, Instant when, String headline, String text) {
        return new ArticleToPlace(id, new ComparedArticle(READER.read("en", headline, text), when), Optional.empty());
    }

    private String text(List<String> names, List<String> others) {
        var text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            text.append(sentence(i % 2 == 0 ? names : others, 9)).append(' ');
        }
        return text.toString();
    }

    private String sentence(List<String> names, int words) {
        var sentence = new StringBuilder("The");
        for (int i = 0; i < words; i++) {
            sentence.append(' ')
                    .append(
                            random.nextInt(3) == 0
                                    ? names.get(random.nextInt(names.size()))
                                    : COMMON[random.nextInt(COMMON.length)]);
        }
        return sentence.append('.').toString();
    }

    private String name() {
        var name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
