package broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.EnrichedArticle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("what is published in the end")
class OrderIndependenceTest {

    private static final List<EnrichedArticle> ARTICLES = articles();
    private static final Map<String, String> PUBLISHED;
    private static final Map<String, String> COPIES;

    static {
        try (var sink = new Sink()) {
            ARTICLES.forEach(sink::put);
            PUBLISHED = sink.published();
            COPIES = sink.copies();
        }
    }

    /** StoryPublication with copies that are cut, extended and edited, revisions, and furniture that each host repeats. */
    private static List<EnrichedArticle> articles() {
        var random = new Random(7);
        List<EnrichedArticle> articles = new ArrayList<>();
        for (int story = 0; story < 60; story++) {
            for (int copy = 0; copy <= random.nextInt(4); copy++) {
                int outlet = random.nextInt(5);
                String id = String.format("%016x%016x", story, outlet);
                String body = edited(Samples.text(story, 12), random, story * 100L + copy);
                String page = "Read more from the outlet number " + outlet + " every day of the week.\n\n" + body;
                articles.add(Samples.article(
                        id,
                        "outlet" + outlet + ".example",
                        "Story " + story,
                        page,
                        Duration.ofMinutes(random.nextInt(9_000))));
            }
        }
        return articles;
    }

    private static String edited(String text, Random random, long seed) {
        String[] blocks = text.split("\n\n");
        return switch (random.nextInt(4)) {
            case 0 -> text;
            case 1 -> String.join("\n\n", List.of(blocks).subList(0, 4 + random.nextInt(8)));
            case 2 -> text + "\n\n" + Samples.text(seed, 6 + random.nextInt(8));
            default -> text.replace(" ba", " bo").replace(" ki", " ka");
        };
    }

    @ParameterizedTest(name = "is the same for the shuffle with seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheSameForAnyShuffle(long seed) {
        assertThat(COPIES).hasSizeGreaterThan(20);
        List<EnrichedArticle> shuffled = new ArrayList<>(ARTICLES);
        // Half of them twice.
        shuffled.addAll(ARTICLES.subList(0, ARTICLES.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));
        try (var sink = new Sink()) {
            shuffled.forEach(sink::put);
            assertThat(sink.published()).isEqualTo(PUBLISHED);
            assertThat(sink.copies()).isEqualTo(COPIES);
        }
    }

    @ParameterizedTest(name = "is the same once what a lifted takedown took is sent again: seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void isTheSameOnceWhatALiftedTakedownTookIsSentAgain(long seed) {
        var random = new Random(seed);
        List<EnrichedArticle> shuffled = new ArrayList<>(ARTICLES);
        Collections.shuffle(shuffled, random);
        int takenDown = random.nextInt(shuffled.size());
        int lifted = takenDown + random.nextInt(shuffled.size() - takenDown);
        try (var sink = new Sink()) {
            shuffled.subList(0, takenDown).forEach(sink::put);
            sink.takeDown("outlet2.example");
            shuffled.subList(takenDown, lifted).forEach(sink::put);
            sink.lift("outlet2.example");
            shuffled.subList(lifted, shuffled.size()).forEach(sink::put);
            shuffled.subList(0, lifted).stream()
                    .filter(article -> article.article().source().domain().equals(Optional.of("outlet2.example")))
                    .forEach(sink::put);
            assertThat(sink.published()).isEqualTo(PUBLISHED);
            assertThat(sink.copies()).isEqualTo(COPIES);
        }
    }
}
