package broadsheet.train.stories;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.stories.likeness.PairFeature;
import broadsheet.train.stories.StoryExamples.Example;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

    private static final EnumSet<PairFeature> NONE = EnumSet.noneOf(PairFeature.class);

    /** Examples that are the same event the likelier the greater their first feature; the others are noise. */
    private static List<Example> examples() {
        var random = new Random(7);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            var features = new double[PairFeature.values().length];
            for (int k = 0; k < features.length; k++) {
                features[k] = random.nextDouble();
            }
            boolean same = PairFeature.HEADLINE.in(features) + random.nextGaussian() / 10 > 0.5;
            examples.add(new Example(features, same, new int[] {i % 5, i % 5}, 1));
        }
        return examples;
    }

    @Test
    void theSameExamplesGiveTheSameLines() {
        assertThat(LogisticFit.lines(examples(), NONE)).isEqualTo(LogisticFit.lines(examples(), NONE));
    }

    @Test
    void theFeatureThatDecidesWeighsMost() {
        double deciding = weight(LogisticFit.lines(examples(), NONE), PairFeature.HEADLINE);
        double noise = weight(LogisticFit.lines(examples(), NONE), PairFeature.DAYS);
        assertThat(deciding).isGreaterThan(5 * Math.abs(noise));
    }

    @Test
    void whatIsLeftOutHasNoLine() {
        assertThat(LogisticFit.lines(examples(), EnumSet.of(PairFeature.DAYS)))
                .hasSize(PairFeature.values().length)
                .noneMatch(line -> line.startsWith("DAYS "));
    }

    private static double weight(List<String> lines, PairFeature feature) {
        return lines.stream()
                .filter(line -> line.startsWith(feature.name() + " "))
                .mapToDouble(
                        line -> Double.parseDouble(line.substring(feature.name().length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
