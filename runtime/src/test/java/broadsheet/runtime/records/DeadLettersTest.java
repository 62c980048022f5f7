package broadsheet.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Origin;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a record on which a stage has an accident")
class DeadLettersTest {

    private static final Topics TOPICS = Topics.withPrefix("news");

    @TempDir
    private Path state;

    private TopologyTestDriver driver;

    /** A stage with a bug: it passes on what it reads, but breaks on the word "bug". */
    private record Buggy(StageName stage, Topic<byte[], byte[]> input) implements StageTopology {
        @Override
        public Topology build(StreamsConfig config) {
            var builder = new StreamsBuilder(new TopologyConfig(config));
            builder.stream(input.name(), Topologies.reading(input))
                    .mapValues(
                            value -> {
                                if (new String(value, StandardCharsets.UTF_8).equals("bug")) {
                                    throw new IllegalStateException("a bug");
                                }
                                return value;
                            },
                            Named.as("break-on-bug"))
                    .to("out", Topologies.writing(input, "write-out"));
            return builder.build();
        }
    }

    @BeforeEach
    void startIngest() {
        start(new Buggy(StageName.INGEST, TOPICS.rawPages()));
    }

    private void start(StageTopology stage) {
        RuntimeSettings settings =
                RuntimeSettings.read(Settings.of(Map.of("state-dir", state.toString()), Map.of(), Optional.empty()));
        Map<String, Object> config = StageConfig.streams(settings, stage.stage(), new SimpleMeterRegistry());
        Properties properties = new Properties();
        properties.putAll(config);
        driver = new TopologyTestDriver(stage.build(new StreamsConfig(config)), properties);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private void pipe(String value, Optional<String> origin) {
        pipe(TOPICS.rawPages(), value, origin);
    }

    private void pipe(Topic<byte[], byte[]> input, String value, Optional<String> origin) {
        var headers = new RecordHeaders();
        headers.add("url", "https://courier.example/".getBytes(StandardCharsets.UTF_8));
        origin.ifPresent(said -> headers.add(Origin.HEADER, said.getBytes(StandardCharsets.UTF_8)));
        driver.createInputTopic(
                        input.name(), input.keys().serializer(), input.values().serializer())
                .pipeInput(new TestRecord<>(
                        "k".getBytes(StandardCharsets.UTF_8),
                        value.getBytes(StandardCharsets.UTF_8),
                        headers,
                        Instant.EPOCH));
    }

    private <K, V> TestRecord<K, V> next(String topic, Serde<K> keys, Serde<V> values) {
        return driver.createOutputTopic(topic, keys.deserializer(), values.deserializer())
                .readRecord();
    }

    @Test
    void goesToTheDeadLettersAsItWas() {
        pipe("bug", Optional.empty());
        Topic<byte[], byte[]> dead = TOPICS.deadLetters();
        TestRecord<byte[], byte[]> letter = next(dead.name(), dead.keys(), dead.values());
        assertThat(letter.value()).isEqualTo("bug".getBytes(StandardCharsets.UTF_8));
        assertThat(letter.headers().lastHeader("url").value())
                .isEqualTo("https://courier.example/".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(
                        letter.headers().lastHeader("__streams.errors.offset").value(), StandardCharsets.UTF_8))
                .isEqualTo("0");
    }

    @Test
    void hasItsLineInTheLedger() {
        pipe("bug", Optional.empty());
        TestRecord<String, Outcome> line = line();
        assertThat(line.key()).isEqualTo("0@0");
        assertThat(line.value())
                .isEqualTo(new Outcome(
                        StageName.INGEST,
                        Kind.DEAD_LETTERED,
                        Origin.of(0, 0),
                        Optional.of("IllegalStateException"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void keepsTheOriginThatItCameWithBehindIngest() {
        driver.close();
        start(new Buggy(StageName.ENRICH, TOPICS.rawPages()));
        pipe("bug", Optional.of("3@17#2"));
        assertThat(line().key()).isEqualTo("3@17#2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3@17", "0@0#4", "no origin"})
    void isKnownByPartitionAndOffsetWhateverItsProducerSays(String forged) {
        pipe("bug", Optional.of(forged));
        assertThat(line().key()).isEqualTo("0@0");
    }

    @Test
    void hasNoLineBehindIngestIfNoStageWroteIt() {
        driver.close();
        start(new Buggy(StageName.ENRICH, TOPICS.rawPages()));
        pipe("bug", Optional.of("no origin"));
        pipe("bug", Optional.of("3@18"));
        assertThat(line().key()).isEqualTo("3@18");
    }

    private TestRecord<String, Outcome> line() {
        Topic<String, Outcome> ledger = TOPICS.outcomes();
        return next(ledger.name(), ledger.keys(), ledger.values());
    }

    @Test
    void doesNotHoldUpTheNextOne() {
        pipe("bug", Optional.empty());
        pipe("fine", Optional.empty());
        Topic<byte[], byte[]> raw = TOPICS.rawPages();
        assertThat(next("out", raw.keys(), raw.values()).value()).isEqualTo("fine".getBytes(StandardCharsets.UTF_8));
    }
}
