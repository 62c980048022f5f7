package broadsheet.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.model.StageName;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.stage.StageConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("the codec of what is written")
class CodecTest {

    private static RuntimeSettings settings(Map<String, String> said) {
        Settings settings = Settings.of(said, Map.of(), Optional.empty());
        RuntimeSettings read = RuntimeSettings.read(settings);
        settings.finish();
        return read;
    }

    private static Map<String, Object> producer(RuntimeSettings settings, StageName stage) {
        Properties properties = new Properties();
        properties.putAll(StageConfig.streams(settings, stage, new SimpleMeterRegistry()));
        return new StreamsConfig(properties).getProducerConfigs("test");
    }

    /** The producers of the stages before the sink, and the one of everything else. */
    private static List<Map<String, Object>> othersThanTheSink(RuntimeSettings settings) {
        return List.of(
                producer(settings, StageName.INGEST),
                producer(settings, StageName.ENRICH),
                producer(settings, StageName.FETCH),
                ClientConfigs.producer(settings));
    }

    @Test
    void isDownstreamTheOneThatEveryClientReads() {
        assertThat(producer(settings(Map.of()), StageName.SINK))
                .containsEntry("compression.type", "gzip")
                .containsEntry("compression.gzip.level", 1);
    }

    @Test
    void isBetweenTheStagesTheCheapestOne() {
        assertThat(othersThanTheSink(settings(Map.of())))
                .allSatisfy(producer -> assertThat(producer).containsEntry("compression.type", "lz4"));
    }

    @ParameterizedTest
    @EnumSource
    void isAnotherIfThatIsSaid(Codec codec) {
        assertThat(producer(settings(Map.of("compression", codec.word())), StageName.SINK))
                .containsEntry("compression.type", codec.word());
        assertThat(othersThanTheSink(settings(Map.of("compression-between", codec.word()))))
                .allSatisfy(producer -> assertThat(producer).containsEntry("compression.type", codec.word()));
    }

    @Test
    void isNoneThatKafkaDoesNotHave() {
        assertThatThrownBy(() -> settings(Map.of("compression", "brotli")))
                .hasMessage("compression: not one of gzip, lz4, zstd, snappy, none: brotli");
    }

    @Test
    void hasOnePlaceWhereItIsSaid() {
        assertThatThrownBy(() -> settings(Map.of("kafka.producer.compression.type", "zstd")))
                .hasMessage(
                        "kafka.producer.compression.type: cannot be passed through: it is the setting compression or"
                                + " compression-between");
    }
}
