package broadsheet.train.blocks;

import broadsheet.ingest.IngestSettings;
import broadsheet.ingest.PageParser;
import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.ingest.body.BlockModel;
import broadsheet.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trains the model that judges blocks, {@code fit TRUTH MODEL}, or says how good its like is on sites that it has not seen,
 * {@code validate TRUTH PREDICTIONS}, or what the rules and the
 * steps of the metadata are worth, {@code rules TRUTH TABLE}. To validate, the sites are dealt into five, each fifth is extracted by the whole extractor with
 * the model of the other four, and the predictions are for the scorer of extraction.
 */
public final class TrainBlocks {
    private static final int FOLDS = 5;

    private TrainBlocks() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException(
                    "wanted: fit TRUTH MODEL, or validate TRUTH PREDICTIONS, or rules TRUTH TABLE");
        }
        List<MarkedPage> pages = MarkedPage.read(Path.of(arguments[1]));
        if (arguments[0].equals("rules")) {
            List<String> tables = new ArrayList<>(RuleEffects.measure(pages));
            tables.add("");
            tables.addAll(FactEffects.measure(pages));
            Files.write(Path.of(arguments[2]), tables);
            return;
        }
        BlockExamples examples = BlockExamples.of(pages);
        System.err.println(pages.size() + " pages, " + examples.article().length + " labelled blocks");
        var trees = new BoostedTrees(examples, Recipe.chosen());
        List<String> lines = switch (arguments[0]) {
            case "fit" -> {
                boolean[] all = new boolean[pages.size()];
                Arrays.fill(all, true);
                yield trees.fit(all);
            }
            case "validate" -> validate(pages, trees);
            default -> throw new IllegalArgumentException("neither fit nor validate: " + arguments[0]);
        };
        Files.write(Path.of(arguments[2]), lines);
    }

    private static List<String> validate(List<MarkedPage> pages, BoostedTrees trees) {
        List<String> predictions = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            boolean[] seen = new boolean[pages.size()];
            for (int i = 0; i < seen.length; i++) {
                seen[i] = fold(pages.get(i)) != fold;
            }
            List<String> model = trees.fit(seen);
            var parser = new PageParser(IngestSettings.defaults(), BlockModel.parse(model.subList(1, model.size())));
            for (int i = 0; i < seen.length; i++) {
                if (!seen[i]) {
                    predictions.add(prediction(pages.get(i), parser));
                }
            }
        }
        return predictions;
    }

    private static int fold(MarkedPage page) {
        return Math.floorMod(page.site().hashCode() * 31, FOLDS);
    }

    private static String prediction(MarkedPage page, PageParser parser) {
        String text = parser.parse(page.page()).outcomes().stream()
                .filter(Parsed.class::isInstance)
                .map(outcome -> ((Parsed) outcome).article().body())
                .findFirst()
                .orElse("");
        return Json.line(Json.mapper().createObjectNode().put("id", page.id()).put("text", text));
    }
}
