package broadsheet.demo.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sample of what {@link HostileRun} tries: bytes allocated are counted and the same on any machine. */
@DisplayName("a field that is filled to keep us busy")
class HostileSampleTest {
    private static final Pipeline PIPELINE = new Pipeline();
    private static final int PAIRS = 40;
    private static final int SHORT = 16_000;
    private static final int TIMES = 4;
    /** Bytes; less is mostly what a page costs that is empty. */
    private static final long ENOUGH = 10_000_000;

    private static final double SUPERLINEAR = 1.5;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void costsInProportionToItsLength(long seed) {
        var random = new Random(seed);
        List<Field> fields = Field.all();
        List<Shape> shapes = List.of(Shape.values());
        for (int i = 0; i < PAIRS; i++) {
            Field field = fields.get(random.nextInt(fields.size()));
            Shape shape = shapes.get(random.nextInt(shapes.size()));
            Cost few = cost(field, shape, SHORT);
            Cost many = cost(field, shape, SHORT * TIMES);
            double growth = many.allocated() < ENOUGH
                    ? 0
                    : Cost.exponent((double) few.allocated(), (double) many.allocated(), TIMES);
            assertThat(growth).as("seed %d, %s %s", seed, field.name(), shape).isLessThan(SUPERLINEAR);
            assertThat(Duration.ofNanos(many.cpu()))
                    .as("seed %d, %s %s", seed, field.name(), shape)
                    .isLessThan(Duration.ofSeconds(2));
        }
    }

    private static Cost cost(Field field, Shape shape, int length) {
        var page = field.page().with(shape.of(length, new Random(1)));
        return Cost.of(() -> assertThat(PIPELINE.pass(page).outcomes()).isNotNull());
    }
}
