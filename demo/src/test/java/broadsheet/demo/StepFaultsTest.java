package broadsheet.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.enrich.EnrichSettings;
import broadsheet.enrich.EnrichTopology;
import broadsheet.ingest.IngestSettings;
import broadsheet.ingest.IngestTopology;
import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.records.Door;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageConfig;
import broadsheet.runtime.stage.StageTopology;
import broadsheet.sink.SinkSettings;
import broadsheet.sink.SinkTopology;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps of the real stages, with faults put into them. */
@DisplayName("a step of any stage that fails on a record")
class StepFaultsTest {

    private static final Topics TOPICS = Topics.withPrefix("news");
    private static final IngestSettings LARGE_PAGES = IngestSettings.defaults();
    private static final RuntimeSettings SMALL_RECORDS = settings(Map.of("max-page-bytes", "10KiB"));
    private static final RuntimeSettings USUAL = settings(Map.of());

    private static EnrichTopology enrich;

    @TempDir
    private static Path directory;

    @BeforeAll
    static void loadModels() {
        enrich = new EnrichTopology(TOPICS, EnrichSettings.read(said(Map.of())));
    }

    private static Settings said(Map<String, String> values) {
        return Settings.of(values, Map.of(), Optional.empty());
    }

    private static RuntimeSettings settings(Map<String, String> values) {
        return RuntimeSettings.read(said(values));
    }

    private enum Stage {
        INGEST,
        ENRICH,
        SINK;

        StageTopology topology() {
            return switch (this) {
                case INGEST -> new IngestTopology(TOPICS, LARGE_PAGES);
                case ENRICH -> enrich;
                case SINK -> new SinkTopology(TOPICS, SinkSettings.defaults());
            };
        }
    }

    /** Faults: in a step by name, for the first record that it gets. */
    public static final class Faulty implements ProcessorWrapper {

        static final String STEP = "test.step";
        static final String FAULT = "test.fault";

        private final Door door = new Door();
        private String at = "";
        private Error fault = new AssertionError("not configured");
        private boolean isOver;

        @Override
        public void configure(Map<String, ?> config) {
            door.configure(config);
            at = String.valueOf(config.get(STEP));
            fault = Objects.requireNonNull((Error) config.get(FAULT));
        }

        private void fail(String step) {
            if (step.equals(at) && !isOver) {
                isOver = true;
                throw fault;
            }
        }

        @Override
        public <KI, VI, KO, VO> WrappedProcessorSupplier<KI, VI, KO, VO> wrapProcessorSupplier(
                String name, ProcessorSupplier<KI, VI, KO, VO> step) {
            if (!name.equals(at)) {
                return door.wrapProcessorSupplier(name, step);
            }
            return door.wrapProcessorSupplier(name, new ProcessorSupplier<KI, VI, KO, VO>() {
                @Override
                public Processor<KI, VI, KO, VO> get() {
                    Processor<KI, VI, KO, VO> sound = step.get();
                    return new Processor<>() {
                        @Override
                        public void init(ProcessorContext<KO, VO> context) {
                            sound.init(context);
                        }

                        @Override
                        public void process(Record<KI, VI> record) {
                            fail(name);
                            sound.process(record);
                        }
                    };
                }

                @Override
                @SuppressWarnings("NullAway") // Kafka takes null for none.
                public Set<StoreBuilder<?>> stores() {
                    return step.stores();
                }
            });
        }

        @Override
        public <KI, VI, VO> WrappedFixedKeyProcessorSupplier<KI, VI, VO> wrapFixedKeyProcessorSupplier(
                String name, FixedKeyProcessorSupplier<KI, VI, VO> step) {
            if (!name.equals(at)) {
                return door.wrapFixedKeyProcessorSupplier(name, step);
            }
            return door.wrapFixedKeyProcessorSupplier(name, new FixedKeyProcessorSupplier<KI, VI, VO>() {
                @Override
                public FixedKeyProcessor<KI, VI, VO> get() {
                    FixedKeyProcessor<KI, VI, VO> sound = step.get();
                    return new FixedKeyProcessor<>() {
                        @Override
                        public void init(FixedKeyProcessorContext<KI, VO> context) {
                            sound.init(context);
                        }

                        @Override
                        public void process(FixedKeyRecord<KI, VI> record) {
                            fail(name);
                            sound.process(record);
                        }
                    };
                }
            });
        }
    }

    private static TopologyTestDriver driver(Stage stage, RuntimeSettings settings, String step, Error fault) {
        StageTopology topology = stage.topology();
        Map<String, Object> config = StageConfig.streams(settings, topology.stage(), new SimpleMeterRegistry());
        config.put(
                StreamsConfig.STATE_DIR_CONFIG,
                directory.resolve(step + System.nanoTime()).toString());
        config.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, Faulty.class);
        config.put(Faulty.STEP, step);
        config.put(Faulty.FAULT, fault);
        Properties properties = new Properties();
        properties.putAll(config);
        return new TopologyTestDriver(topology.build(new StreamsConfig(config)), properties);
    }

    private static <K, V> void pipe(TopologyTestDriver driver, Topic<K, V> topic, K key, V value, Origin origin) {
        driver.createInputTopic(
                        topic.name(), topic.keys().serializer(), topic.values().serializer())
                .pipeInput(new TestRecord<>(key, value, origin.writeTo(new RecordHeaders())));
    }

    private static <K, V> List<V> read(TopologyTestDriver driver, Topic<K, V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        topic.keys().deserializer(),
                        topic.values().deserializer())
                .readValuesToList();
    }

    private static Article article(String page) {
        try (var driver = driver(Stage.INGEST, USUAL, "none", new AssertionError())) {
            pipe(driver, TOPICS.rawPages(), new byte[0], page.getBytes(UTF_8), Origin.of(0, 0));
            return read(driver, TOPICS.articles()).get(0);
        }
    }

    private static EnrichedArticle enriched(String page) {
        Article article = article(page);
        try (var driver = driver(Stage.ENRICH, USUAL, "none", new AssertionError())) {
            pipe(driver, TOPICS.articles(), article.id(), article, Origin.of(0, 0));
            return read(driver, TOPICS.enrichedArticles()).get(0);
        }
    }

    /** Sends a page to the stage, as what it has become by then. */
    private static void send(Stage stage, TopologyTestDriver driver, String page, long offset) {
        Origin origin = Origin.of(0, offset);
        switch (stage) {
            case INGEST -> pipe(driver, TOPICS.rawPages(), new byte[0], page.getBytes(UTF_8), origin);
            case ENRICH -> {
                Article article = article(page);
                pipe(driver, TOPICS.articles(), article.id(), article, origin);
            }
            case SINK -> {
                EnrichedArticle article = enriched(page);
                pipe(driver, TOPICS.enrichedArticles(), article.article().id(), article, origin);
            }
        }
    }

    static Stream<Arguments> everyStepAndError() {
        return Stream.of(
                        Arguments.of(Stage.INGEST, "parse-pages"),
                        Arguments.of(Stage.ENRICH, "annotate-articles"),
                        Arguments.of(Stage.SINK, "track-versions"),
                        Arguments.of(Stage.SINK, "judge-copies"),
                        Arguments.of(Stage.SINK, "apply-rulings"))
                .flatMap(step -> Stream.of(
                                new StackOverflowError(),
                                new OutOfMemoryError("Java heap space"),
                                new AssertionError("no"))
                        .map(error -> Arguments.of(step.get()[0], step.get()[1], error)));
    }

    @ParameterizedTest
    @MethodSource("everyStepAndError")
    void costsThatRecordAndNoOther(Stage stage, String step, Error fault) {
        try (var driver = driver(stage, USUAL, step, fault)) {
            send(stage, driver, PipelineIT.page("Ferry runs on Sundays again", "ferry"), 0);
            send(stage, driver, PipelineIT.page("Bridge opens a month early", "bridge"), 1);
            assertBooked(driver, fault.getClass().getSimpleName());
            assertThat(read(driver, TOPICS.deadLetters())).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void costsThatRecordIfNoTopicTakesWhatBecameOfIt(Stage stage) {
        // Fewer characters than an article may have, and more bytes than a record: a letter of Greek is two.
        StringBuilder large = new StringBuilder();
        for (int i = 0; large.length() < 900_000; i++) {
            large.append("<p>Το συμβούλιο της πόλης μίλησε για το πλοίο με αριθμό ")
                    .append(i)
                    .append(" και για το κόστος του, και για το ποιος θα το πληρώσει στο τέλος.</p>");
        }
        String page =
                PipelineIT.page("Ferry runs on Sundays again", "ferry").replace("</article>", large + "</article>");
        try (var driver = driver(stage, SMALL_RECORDS, "none", new AssertionError())) {
            send(stage, driver, page, 0);
            send(stage, driver, PipelineIT.page("Bridge opens a month early", "bridge"), 1);
            assertBooked(driver, "ResultTooLarge");
        }
    }

    /** Of the first record the accident and nothing else, of the second no accident. */
    private static void assertBooked(TopologyTestDriver driver, String reason) {
        Set<Origin> well = new HashSet<>();
        int accidents = 0;
        for (Outcome outcome : read(driver, TOPICS.outcomes())) {
            if (outcome.kind() == Outcome.Kind.DEAD_LETTERED) {
                accidents++;
                assertThat(outcome.origin()).isEqualTo(Origin.of(0, 0));
                assertThat(outcome.reason()).contains(reason);
            } else {
                well.add(outcome.origin());
            }
        }
        assertThat(accidents).isEqualTo(1);
        assertThat(well).containsExactly(Origin.of(0, 1));
    }
}
