package broadsheet.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.StageName;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.stage.StageConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a Kafka property that is passed through")
class PassedThroughTest {

    private static RuntimeSettings settings(Map<String, String> kafka) {
        Map<String, String> said = new HashMap<>();
        kafka.forEach((name, value) -> said.put("kafka." + name, value));
        return RuntimeSettings.read(Settings.of(said, Map.of(), Optional.empty()));
    }

    private static Map<String, Object> producerOfAStage(Map<String, String> kafka) {
        Properties all = new Properties();
        all.putAll(StageConfig.streams(settings(kafka), StageName.INGEST, new SimpleMeterRegistry()));
        return new StreamsConfig(all).getProducerConfigs("test");
    }

    /** Each of these has a default of ours, which must not win. */
    @ParameterizedTest
    @CsvSource({
        "compression.gzip.level,6",
        "linger.ms,7",
        "batch.size,1000",
        "buffer.memory,99999999",
    })
    void countsMoreThanOurDefault(String name, String value) {
        assertThat(producerOfAStage(Map.of(name, value))).containsEntry(name, value);
        assertThat(producerOfAStage(Map.of("producer." + name, value))).containsEntry(name, value);
        assertThat(ClientConfigs.producer(settings(Map.of(name, value)))).containsEntry(name, value);
        assertThat(ClientConfigs.producer(settings(Map.of("producer." + name, value))))
                .containsEntry(name, value);
    }

    @Test
    void reachesTheConsumersOfAStage() {
        Properties all = new Properties();
        all.putAll(StageConfig.streams(
                settings(Map.of("session.timeout.ms", "9000")), StageName.SINK, new SimpleMeterRegistry()));
        assertThat(new StreamsConfig(all).getMainConsumerConfigs("group", "client", 0))
                .containsEntry("session.timeout.ms", "9000");
    }

    @Test
    void isForOneKindOfClientIfItsNameSaysSo() {
        RuntimeSettings settings = settings(Map.of("consumer.receive.buffer.bytes", "4096"));
        assertThat(ClientConfigs.consumer(settings)).containsEntry("receive.buffer.bytes", "4096");
        assertThat(ClientConfigs.producer(settings)).doesNotContainKey("receive.buffer.bytes");
        assertThat(ClientConfigs.admin(settings)).doesNotContainKey("receive.buffer.bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isolation.level",
                "consumer.isolation.level",
                "main.consumer.group.id",
                "task.timeout.ms",
                "producer.max.block.ms"
            })
    void isRefusedIfAPromiseRestsOnIt(String name) {
        assertThat(PassedThrough.refusal(name))
                .hasValueSatisfying(why -> assertThat(why).contains("promises"));
    }

    @ParameterizedTest
    @CsvSource({"num.standby.replicas,standbys", "producer.transaction.timeout.ms,transaction-timeout"})
    void isRefusedIfItHasASettingOfItsOwn(String name, String setting) {
        assertThat(PassedThrough.refusal(name)).contains("cannot be passed through: it is the setting " + setting);
    }

    @Test
    void isTakenIfItIsNeither() {
        assertThat(PassedThrough.refusal(ProducerConfig.CLIENT_ID_CONFIG)).isEmpty();
    }
}
