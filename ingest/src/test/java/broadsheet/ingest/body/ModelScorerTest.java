package broadsheet.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.PageBlocks;
import broadsheet.ingest.RawPage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By a model of one tree that thinks well of blocks of more than fifty letters and a little ill of shorter ones. */
class ModelScorerTest {
    private static final BlockModel LIKES_LONG_BLOCKS =
            BlockModel.parse(List.of(BlockVectors.COUNT + " 1 0", "2 50 -1 5"));

    private static final String LONG =
            "<p>The ferry to the island sails again from Monday morning, said the harbour master.</p>";
    private static final String SHORT = "<p>Boats leave at seven.</p>";

    @Test
    void aBlockThatLooksOddByItselfGoesWithThoseMadeAsItIs() {
        double[] probabilities = score("<div class='story'>" + LONG.repeat(9) + SHORT + "</div>");
        assertThat(probabilities).hasSize(10);
        assertThat(probabilities[9]).isGreaterThan(0.5);
    }

    @Test
    void aBlockOfAnotherMakingDoesNot() {
        double[] probabilities =
                score("<div class='story'>" + LONG.repeat(9) + "</div><div class='times'>" + SHORT + "</div>");
        assertThat(probabilities).hasSize(10);
        assertThat(probabilities[9]).isLessThan(0.5);
    }

    @Test
    void oneGoodBlockDoesNotSaveMany() {
        double[] probabilities = score("<div class='times'>" + SHORT.repeat(9) + LONG + "</div>");
        assertThat(probabilities[0]).isLessThan(0.5);
        assertThat(probabilities[9]).isGreaterThan(0.5);
    }

    private static double[] score(String body) {
        String html = "<html><body>" + body + "</body></html>";
        PageBlocks page = PageBlocks.read(RawPage.of(
                html.getBytes(StandardCharsets.UTF_8),
                Optional.of("https://news.example/ferry"),
                Instant.parse("2026-01-01T00:00:00Z")));
        Draft rules = RuleScorer.score(page.blocks(), page.hints());
        return ModelScorer.score(page.blocks(), rules, page.hints(), LIKES_LONG_BLOCKS);
    }
}
