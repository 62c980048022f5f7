package broadsheet.runtime.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.model.Outcome;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.StageName;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageConfig;
import broadsheet.runtime.stage.StageTopology;
import broadsheet.runtime.stage.Topologies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the door before a step")
class DoorTest {

    private static final Topics TOPICS = Topics.withPrefix("news");
    private static final String OUT = "out";

    @TempDir
    private Path state;

    private final Map<String, String> said = new HashMap<>(Map.of("max-page-bytes", "100KiB"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private @Nullable TopologyTestDriver driver;

    /** A stage whose one step does what its input says, after it has passed on that it began. */
    private record Obedient(StageName stage, boolean keepsState) implements StageTopology {
        @Override
        public Topology build(StreamsConfig config) {
            var builder = new StreamsBuilder(new TopologyConfig(config));
            builder.stream(TOPICS.rawPages().name(), Topologies.reading(TOPICS.rawPages()))
                    .process(new Obey(keepsState), Named.as("obey"))
                    .map((key, result) -> KeyValue.pair(key, result.text()), Named.as("unwrap"))
                    .to(OUT, Produced.with(Serdes.String(), Serdes.String()).withName("write-out"));
            return builder.build();
        }
    }

    private record Result(String text) implements Weighed {
        @Override
        public Object written() {
            return this;
        }

        @Override
        public long characters() {
            return text.length();
        }
    }

    private record Obey(boolean keepsState) implements ProcessorSupplier<byte[], byte[], String, Result> {

        @Override
        @SuppressWarnings("NullAway") // Kafka takes null for none.
        public Set<StoreBuilder<?>> stores() {
            return keepsState
                    ? Set.of(Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore("kept"), Serdes.String(), Serdes.String()))
                    : null;
        }

        @Override
        public Processor<byte[], byte[], String, Result> get() {
            return new ContextualProcessor<>() {
                @Override
                public void process(Record<byte[], byte[]> record) {
                    String order = new String(record.value(), UTF_8);
                    forward(record, "began");
                    obey(order);
                    forward(record, order.equals("grow") ? "x".repeat(1 << 20) : "ended " + order);
                }

                private void forward(Record<byte[], byte[]> record, String text) {
                    context().forward(new Record<>("k", new Result(text), record.timestamp()));
                }
            };
        }

        private static void obey(String order) {
            switch (order) {
                case "overflow" -> deeper(1);
                case "hoard" -> hoard();
                case "assert" -> throw new AssertionError("no");
                case "link" -> throw new NoClassDefFoundError("broadsheet/Missing");
                case "threads" -> throw new OutOfMemoryError("unable to create native thread");
                case "hang" -> hang();
                default -> {}
            }
        }

        private static int deeper(int level) {
            return level < 0 ? 0 : deeper(level + 1) + 1;
        }

        private static void hoard() {
            long[][] hoard = new long[1 << 10][];
            // All at once: to fill the heap bit by bit takes a busy machine longer than a record may.
            for (int i = 0; i < hoard.length; i++) {
                hoard[i] = new long[Integer.MAX_VALUE - 8];
            }
            throw new AssertionError("more memory than there is: " + hoard.length);
        }

        @SuppressWarnings("ThreadPriorityCheck")
        private static void hang() {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        }
    }

    private void start(boolean keepsState) {
        Map<String, String> all = new HashMap<>(said);
        all.put("state-dir", state.toString());
        RuntimeSettings settings = RuntimeSettings.read(Settings.of(all, Map.of(), Optional.empty()));
        StageTopology stage = new Obedient(StageName.INGEST, keepsState);
        Map<String, Object> config = StageConfig.streams(settings, stage.stage(), meters);
        Properties properties = new Properties();
        properties.putAll(config);
        driver = new TopologyTestDriver(stage.build(new StreamsConfig(config)), properties);
    }

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    private TopologyTestDriver driver() {
        return java.util.Objects.requireNonNull(driver, "not started");
    }

    private void pipe(String order) {
        Topic<byte[], byte[]> raw = TOPICS.rawPages();
        driver().createInputTopic(
                        raw.name(), raw.keys().serializer(), raw.values().serializer())
                .pipeInput(new TestRecord<>("k".getBytes(UTF_8), order.getBytes(UTF_8)));
    }

    private List<String> results() {
        return driver().createOutputTopic(
                        OUT, Serdes.String().deserializer(), Serdes.String().deserializer())
                .readValuesToList();
    }

    private List<TestRecord<byte[], byte[]>> letters() {
        Topic<byte[], byte[]> dead = TOPICS.deadLetters();
        return driver().createOutputTopic(
                        dead.name(), dead.keys().deserializer(), dead.values().deserializer())
                .readRecordsToList();
    }

    private List<Outcome> ledger() {
        Topic<String, Outcome> ledger = TOPICS.outcomes();
        return driver().createOutputTopic(
                        ledger.name(),
                        ledger.keys().deserializer(),
                        ledger.values().deserializer())
                .readValuesToList();
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("__streams.errors." + name).value(), UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "overflow, StackOverflowError, false",
        "overflow, StackOverflowError, true",
        "hoard,    OutOfMemoryError,   false",
        "hoard,    OutOfMemoryError,   true",
        "assert,   AssertionError,     false",
        "assert,   AssertionError,     true",
        "grow,     ResultTooLarge,     false",
        "grow,     ResultTooLarge,     true"
    })
    void makesADeadLetterOfOneRecordAndLetsTheNextIn(String order, String reason, boolean keepsState) {
        start(keepsState);
        pipe(order);
        pipe("nothing");
        assertThat(results()).as("nothing of what it began").containsExactly("began", "ended nothing");
        assertThat(ledger()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(Kind.DEAD_LETTERED);
            assertThat(line.reason()).contains(reason);
            assertThat(line.origin().text()).isEqualTo("0@0");
        });
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(order.getBytes(UTF_8));
            assertThat(header(letter, "exception")).endsWith(reason);
            assertThat(header(letter, "offset")).isEqualTo("0");
        });
    }

    @Test
    void countsErrors() {
        start(false);
        assertThat(meters.counter("broadsheet.errors").count()).isZero();
        pipe("overflow");
        assertThat(meters.counter("broadsheet.errors").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"link, NoClassDefFoundError", "threads, OutOfMemoryError"})
    void letsThroughWhatIsNoRecordsFault(String order, String error) {
        start(false);
        assertThatThrownBy(() -> pipe(order))
                .hasStackTraceContaining(error)
                .isNotInstanceOf(IllegalStateException.class);
        assertThat(letters()).isEmpty();
    }

    @Test
    void waitsOnlySoLongForAStepThatKeepsNoState() {
        said.put("record-time", "300ms");
        start(false);
        pipe("hang");
        pipe("nothing");
        assertThat(results()).containsExactly("began", "ended nothing");
        assertThat(ledger())
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).contains("TookTooLong"));
    }

    @Nested
    @DisplayName("when the stage ended on a record")
    class AfterAnEnd {

        @Test
        void triesItOnceMore() {
            endOn("link");
            start(false);
            pipe("nothing");
            assertThat(results()).containsExactly("began", "ended nothing");
        }

        @Test
        void givesItUpTheSecondTime() {
            endOn("link");
            endOn("link");
            start(false);
            pipe("link");
            pipe("nothing");
            assertThat(results()).containsExactly("began", "ended nothing");
            assertThat(ledger())
                    .singleElement()
                    .satisfies(line -> assertThat(line.reason()).contains("DiedBefore"));
            assertThat(letters())
                    .singleElement()
                    .satisfies(letter -> assertThat(header(letter, "message"))
                            .isEqualTo("the stage ended 2 times while it worked on news.raw-pages 0@0"));
        }

        @Test
        void forgetsItWhenItCameThrough() {
            endOn("link");
            start(false);
            pipe("nothing");
            close();
            endOn("link");
            start(false);
            pipe("nothing");
            assertThat(results()).containsExactly("began", "ended nothing");
        }

        private void endOn(String order) {
            start(false);
            assertThatThrownBy(() -> pipe(order)).isNotNull();
            try {
                close();
            } catch (RuntimeException broken) {
                // A driver whose step threw does not close in order; nor does a stage.
            }
        }
    }
}
