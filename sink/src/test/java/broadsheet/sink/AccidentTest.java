package broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("an article on which a step of the sink has an accident")
class AccidentTest {

    private static final Topics TOPICS = Topics.withPrefix("news");
    private static final Origin ORIGIN = Origin.parse("2@17#3");

    @TempDir
    private Path state;

    private TopologyTestDriver sinkWithBugIn(String step) {
        RuntimeSettings settings =
                RuntimeSettings.read(Settings.of(Map.of("state-dir", state.toString()), Map.of(), Optional.empty()));
        Map<String, Object> config = StageConfig.streams(settings, StageName.SINK, new SimpleMeterRegistry());
        config.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, Accident.class);
        config.put(Accident.STEP, step);
        Properties properties = new Properties();
        properties.putAll(config);
        return new TopologyTestDriver(
                new SinkTopology(TOPICS, SinkSettings.defaults()).build(new StreamsConfig(config)), properties);
    }

    private static <K, V> TestOutputTopic<K, V> output(TopologyTestDriver driver, Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(), topic.keys().deserializer(), topic.values().deserializer());
    }

    @Test
    void isNoneWhereATakedownCannotBeReadThoughItsProducerWroteAnOrigin() {
        try (TopologyTestDriver driver = sinkWithBugIn("no step")) {
            driver.createInputTopic(TOPICS.takedowns().name(), new StringSerializer(), new StringSerializer())
                    .pipeInput(new TestRecord<>("courier.example", "no takedown", ORIGIN.writeTo(new RecordHeaders())));
            driver.advanceWallClockTime(Sink.LONG_ENOUGH);

            assertThat(output(driver, TOPICS.outcomes()).isEmpty()).isTrue();
            assertThat(output(driver, TOPICS.receipts()).isEmpty()).isTrue();
            TestRecord<byte[], byte[]> letter =
                    output(driver, TOPICS.deadLetters()).readRecord();
            assertThat(letter.key()).asString().isEqualTo("courier.example");
            assertThat(letter.value()).asString().isEqualTo("no takedown");
            assertThat(letter.headers().lastHeader(Origin.HEADER)).isNull();
            assertThat(letter.headers().lastHeader("__streams.errors.topic").value())
                    .asString()
                    .isEqualTo(TOPICS.takedowns().name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"track-versions", "judge-copies", "apply-rulings"})
    void hasItsOneLineInTheLedgerAndItsLetter(String step) {
        try (TopologyTestDriver driver = sinkWithBugIn(step)) {
            Topic<String, EnrichedArticle> enriched = TOPICS.enrichedArticles();
            EnrichedArticle article =
                    Samples.article(Samples.id('a'), "courier.example", "Bridge opens", Samples.BRIDGE, Duration.ZERO);
            driver.createInputTopic(
                            enriched.name(),
                            enriched.keys().serializer(),
                            enriched.values().serializer())
                    .pipeInput(new TestRecord<>(Samples.id('a'), article, ORIGIN.writeTo(new RecordHeaders())));

            assertThat(output(driver, TOPICS.outcomes()).readValuesToList())
                    .containsExactly(Outcome.deadLettered(StageName.SINK, ORIGIN, "IllegalStateException"));
            assertThat(output(driver, TOPICS.deadLetters())
                            .readRecord()
                            .headers()
                            .lastHeader(Origin.HEADER)
                            .value())
                    .isEqualTo(ORIGIN.text().getBytes(StandardCharsets.UTF_8));
        }
    }
}
