package broadsheet.train.sections;

import broadsheet.train.sections.Corpus.Example;
import java.util.List;

/** Five-fold cross-validation: every fifth example is guessed by a model of the other four fifths. */
final class Folds {

    private static final int FOLDS = 5;
    private static final float L2 = 1e-5f;
    private static final int STEPS = 150;

    private Folds() {}

    /** The share of examples that were guessed right. */
    static double accuracy(float[][] rows, List<Example> examples) {
        int right = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            var rest = new WeightedExamples();
            for (int i = 0; i < rows.length; i++) {
                if (i % FOLDS != fold) {
                    rest.add(rows[i], label(examples.get(i)), 1);
                }
            }
            SoftmaxRegression model = rest.fit(L2, STEPS);
            for (int i = fold; i < rows.length; i += FOLDS) {
                right += WeightedExamples.best(model.probabilities(rows[i]))
                                == examples.get(i).topic().orElseThrow()
                        ? 1
                        : 0;
            }
        }
        return (double) right / rows.length;
    }

    private static float[] label(Example example) {
        var label = new float[Corpus.TOPICS];
        label[example.topic().orElseThrow()] = 1;
        return label;
    }
}
