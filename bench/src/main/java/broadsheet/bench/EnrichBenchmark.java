package broadsheet.bench;

import broadsheet.enrich.entities.EntityRecognizer;
import broadsheet.enrich.language.LanguageDetector;
import broadsheet.enrich.language.LanguageDetector.Detection;
import broadsheet.enrich.sections.SectionFinder;
import broadsheet.model.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
 * How long each part of enriching takes for one article of some 400 words on one thread, and how long the largest model
 * takes to load.
 *
 * <p>Run with {@code java -cp … org.openjdk.jmh.Main EnrichBenchmark}; the machine should be quiet, since JMH counts time
 * on the clock. It is one article again and again, so caches and branches are at their best: a stream of different
 * articles costs some three times as much ({@code bench/corenlp/run}).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EnrichBenchmark {
    private final LanguageDetector detector = LanguageDetector.load();
    private final EntityRecognizer recognizer = EntityRecognizer.load();
    private final SectionFinder finder = SectionFinder.load();
    private String headline = "";
    private String body = "";

    /** Reads the article that is annotated again and again. */
    @Setup
    public void read() {
        try (InputStream in = Objects.requireNonNull(EnrichBenchmark.class.getResourceAsStream("article.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            headline = text.substring(0, text.indexOf('\n'));
            body = text.substring(text.indexOf('\n')).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language of one article. */
    @Benchmark
    public Detection language() {
        return detector.detect(headline, body);
    }

    /** The entities of one article. */
    @Benchmark
    public List<Entity> entities() {
        return recognizer.recognize(headline, body);
    }

    /** What the section model thinks of one article. */
    @Benchmark
    public Map<String, Double> sections() {
        return finder.scores("en", headline, body);
    }

    /** The entity model, from the class path to ready. */
    @Benchmark
    @Warmup(iterations = 0)
    @Measurement(iterations = 3, time = 1)
    public EntityRecognizer loadEntities() {
        return EntityRecognizer.load();
    }
}
