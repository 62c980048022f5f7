package broadsheet.train.stories;

import broadsheet.model.Json;
import broadsheet.stories.forest.StoryForest;
import broadsheet.stories.likeness.PairFeature;
import broadsheet.stories.likeness.PairLikeness;
import broadsheet.train.stories.StoryExamples.Example;
import broadsheet.train.stories.StoryExamples.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Trains the weights of the likeness of articles, {@code fit SETS WEIGHTS [WITHOUT]}, or says how good their like is on subjects
 * that they have not seen, {@code validate SETS PREDICTIONS [WITHOUT]}: the subjects are dealt into five, and each fifth
 * is placed, among all articles of its set, with the weights of the other four. {@code WITHOUT} names a feature that is left
 * out.
 */
public final class TrainLikeness {

    private static final List<String> SETS = List.of("mixed", "lookalike");
    private static final String HEAD =
            "# Weights of the likeness of two articles, made by train/stories; see docs/model-cards/stories.md";

    private TrainLikeness() {}

    public static void main(String[] arguments) throws IOException {
        Path sets = Path.of(arguments[1]);
        Path out = Path.of(arguments[2]);
        // It is a condition of its own; weighed besides, it made subjects that were not seen worse.
        Set<PairFeature> without = EnumSet.of(PairFeature.TOLD);
        if (arguments.length > 3) {
            without.add(PairFeature.valueOf(arguments[3]));
        }
        List<Example> examples = examples(sets);
        System.err.println(examples.size() + " comparisons");
        switch (arguments[0]) {
            case "fit" -> {
                List<String> lines = new ArrayList<>(List.of(HEAD));
                lines.addAll(LogisticFit.lines(examples, without));
                Files.write(out, lines);
            }
            case "validate" -> validate(sets, examples, without, out);
            default -> throw new IllegalArgumentException("neither fit nor validate: " + arguments[0]);
        }
    }

    private static List<Example> examples(Path sets) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String set : SETS) {
            for (Form form : Form.values()) {
                examples.addAll(
                        StoryExamples.read(sets.resolve(set + ".jsonl"), form).examples(form));
            }
        }
        return examples;
    }

    private static void validate(Path sets, List<Example> examples, Set<PairFeature> without, Path out)
            throws IOException {
        List<PairLikeness> unseen = new ArrayList<>();
        for (int fold = 0; fold < StoryExamples.FOLDS; fold++) {
            int left = fold;
            unseen.add(PairLikeness.parse(LogisticFit.lines(
                    examples.stream().filter(example -> !example.isOf(left)).toList(), without)));
        }
        Files.createDirectories(out);
        for (String set : SETS) {
            StoryExamples articles = StoryExamples.read(sets.resolve(set + ".jsonl"), Form.WHOLE);
            List<String> lines = new ArrayList<>();
            for (int fold = 0; fold < StoryExamples.FOLDS; fold++) {
                StoryForest forest = articles.forest(unseen.get(fold));
                for (String id : articles.ids()) {
                    if (articles.fold(id) == fold) {
                        String story = forest.placement(id).orElseThrow().story();
                        lines.add(Json.line(
                                Json.mapper().createObjectNode().put("id", id).put("story", fold + " " + story)));
                    }
                }
            }
            Files.write(out.resolve(set + ".jsonl"), lines);
        }
    }
}
