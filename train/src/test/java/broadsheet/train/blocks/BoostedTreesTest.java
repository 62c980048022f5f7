package broadsheet.train.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.PageBlocks;
import broadsheet.ingest.RawPage;
import broadsheet.train.blocks.BlockLabels.Label;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
    private static final int PAGES = 40;
    private static final int ROWS = 400;

    @Test
    void theSameRowsGiveTheSameLines() {
        assertThat(fit()).isEqualTo(fit());
    }

    @Test
    void theFirstSplitAsksForTheFeatureThatDecides() {
        String[] firstTree = fit().get(2).split(" ", 0);
        assertThat(firstTree[0]).isEqualTo("1");
    }

    @Test
    void aShortLineIsArticleOnlyWhereTheTextJoinsItToAParagraph() {
        String text = "The ferry to the island sails again from Monday morning.\nNew times\n"
                + "Boats leave the old pier at seven, nine and noon each day.";
        String html = "<html><body><p>Share</p><p>The ferry to the island sails again from Monday morning.</p>"
                + "<h2>New times</h2><p>Boats leave the old pier at seven, nine and noon each day.</p></body></html>";
        var raw = RawPage.of(
                html.getBytes(StandardCharsets.UTF_8),
                Optional.of("https://news.example/ferry"),
                Instant.parse("2026-01-01T00:00:00Z"));
        Label[] labels = BlockLabels.of(
                PageBlocks.read(raw).blocks(),
                new MarkedPage("1", "own", raw, text, List.of(), List.of(), MarkedFacts.NONE));
        assertThat(labels).containsExactly(Label.OTHER, Label.ARTICLE, Label.ARTICLE, Label.ARTICLE);
    }

    @Test
    void noBlockWeighsMoreThanAFifthOfAPageHoweverLittleIsMarked() {
        String html =
                "<html><body><p>Share</p><p>The ferry to the island sails again from Monday morning.</p></body></html>";
        var raw = RawPage.of(
                html.getBytes(StandardCharsets.UTF_8),
                Optional.of("https://news.example/ferry"),
                Instant.parse("2026-01-01T00:00:00Z"));
        var page = new MarkedPage("1", "own", raw, "", List.of("sails again"), List.of(), MarkedFacts.NONE);
        assertThat(BlockExamples.of(List.of(page)).weights()).containsExactly(0.2);
    }

    /** Two features, of which the second decides and the first is noise. */
    private static List<String> fit() {
        var random = new Random(7);
        var examples = new BlockExamples(new float[ROWS][], new boolean[ROWS], new double[ROWS], new int[ROWS]);
        for (int i = 0; i < ROWS; i++) {
            examples.features()[i] = new float[] {random.nextFloat(), random.nextFloat()};
            examples.article()[i] = examples.features()[i][1] > 0.5f;
            examples.weights()[i] = 1;
            examples.pages()[i] = i % PAGES;
        }
        boolean[] all = new boolean[PAGES];
        java.util.Arrays.fill(all, true);
        return new BoostedTrees(examples, new Recipe(3, 2, 0.1, 1, 2, 0.8, 1, 1)).fit(all);
    }
}
