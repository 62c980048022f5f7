package broadsheet.sink;

import static broadsheet.sink.Samples.fetch;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.EnrichedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything at once that the world does: pages that share a canonical URL, edits with and without a new time of change,
 * times that lie before publication, ties to the second, copies over the border of two epochs, models that find another
 * language in the same words, and takedowns that overlap.
 */
@DisplayName("what is published in the end, in the world's disorder,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisorderTest {

    private static final int HOMES = 40;
    private static final int DAYS = 45;

    /** In force to the end: a domain, a URL of it, an id, and the URL of a page that shares its canonical URL. */
    private static final List<String> TAKEDOWNS = List.of(
            "outlet2.example", "https://outlet2.example/page-7", home(11), "https://outlet1.example/page-16?part=1");

    /** Is asked for, and lifted: all of it is under another one that stays. */
    private static final String LIFTED = "https://outlet2.example/page-12";

    private final List<EnrichedArticle> fetches = fetches();
    private Map<String, String> published = Map.of();
    private Map<String, String> copies = Map.of();

    private static String home(int number) {
        return String.format(Locale.ROOT, "%016x%016x", number, 5 + number);
    }

    private static List<EnrichedArticle> fetches() {
        var random = new Random(23);
        List<EnrichedArticle> all = new ArrayList<>();
        for (int home = 0; home < HOMES; home++) {
            int stories = 1 + home % 3;
            for (int story = 0; story < stories; story++) {
                fetches(home, story, random, all);
            }
        }
        return all;
    }

    private static void fetches(int home, int story, Random random, List<EnrichedArticle> all) {
        String url = "https://outlet" + home % 5 + ".example/page-" + home + (story > 0 ? "?part=" + story : "");
        // Every third text is that of another page, with another end.
        int text = (home * 3 + story) % 3 == 0 ? random.nextInt(10) : 1_000 + home * 3 + story;
        int begin = random.nextInt(DAYS * 24 * 60);
        Instant claimed = Samples.MONDAY.plus(Duration.ofMinutes(begin - 30L));
        for (int edit = 0; edit <= random.nextInt(4); edit++) {
            Samples.Fetch fetch = fetch(url)
                    .at(begin + edit * (random.nextInt(3) == 0 ? 0 : 40))
                    .says(Samples.text(text, 10) + "\n\n" + Samples.text(home * 50L + edit, 1 + edit));
            fetch = switch (random.nextInt(4)) {
                case 0 -> fetch;
                case 1 -> fetch.modified(claimed);
                case 2 -> fetch.published(claimed).modified(claimed.minusSeconds(7_200));
                default -> fetch.modified(claimed.plusSeconds(600L * edit));
            };
            fetch = random.nextInt(3) == 0 ? fetch.models(1).language("de") : fetch.models(2);
            all.add(fetch.of(home(home)));
            if (random.nextInt(3) == 0) {
                all.add(fetch.models(3)
                        .language(random.nextInt(4) == 0 ? "nl" : "en")
                        .of(home(home)));
            }
        }
    }

    @BeforeAll
    void runInOrder() {
        try (var sink = new Sink()) {
            TAKEDOWNS.forEach(sink::takeDown);
            fetches.forEach(sink::put);
            published = sink.published();
            copies = sink.copies();
        }
        assertThat(published).hasSizeGreaterThan(HOMES / 2);
        assertThat(copies).isNotEmpty();
    }

    @ParameterizedTest(name = "is the same for the shuffle with seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheSameForAnyShuffle(long seed) {
        var random = new Random(seed);
        List<Runnable> events = new ArrayList<>();
        try (var sink = new Sink()) {
            fetches.forEach(fetch -> events.add(() -> sink.put(fetch)));
            fetches.subList(0, fetches.size() / 3).forEach(fetch -> events.add(() -> sink.put(fetch)));
            TAKEDOWNS.forEach(key -> events.add(() -> sink.takeDown(key)));
            Collections.shuffle(events, random);
            int asked = random.nextInt(events.size());
            events.add(asked, () -> sink.takeDown(LIFTED));
            events.add(asked + 1 + random.nextInt(events.size() - asked), () -> sink.lift(LIFTED));
            events.forEach(Runnable::run);
            // What it took while the one that stays was not yet asked for comes once more.
            fetches.forEach(sink::put);
            assertThat(sink.published()).isEqualTo(published);
            assertThat(sink.copies()).isEqualTo(copies);
        }
    }
}
