package broadsheet.bench;

import broadsheet.enrich.entities.EntityRecognizer;
import broadsheet.model.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the entities of one article of some 400 words take on one thread, and how long the model takes to load.
 *
 * <p>Run with {@code java -cp … org.openjdk.jmh.Main EntityBenchmark}; the machine should be quiet, since JMH counts time
 * on the clock.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EntityBenchmark {
    private final EntityRecognizer recognizer = EntityRecognizer.load();
    private String headline = "";
    private String body = "";

    /** Reads the article that is annotated again and again. */
    @Setup
    public void read() {
        try (InputStream in = Objects.requireNonNull(EntityBenchmark.class.getResourceAsStream("article.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            headline = text.substring(0, text.indexOf('\n'));
            body = text.substring(text.indexOf('\n')).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One article. */
    @Benchmark
    public List<Entity> recognize() {
        return recognizer.recognize(headline, body);
    }

    /** The model, from the class path to ready. */
    @Benchmark
    @Warmup(iterations = 0)
    @Measurement(iterations = 3, time = 1)
    public EntityRecognizer load() {
        return EntityRecognizer.load();
    }
}
