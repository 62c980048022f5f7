package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.Stages;
import broadsheet.model.StageName;
import broadsheet.runtime.settings.Settings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifests, as far as that can be seen without a cluster. */
@DisplayName("what is handed to Kubernetes")
class KubernetesTest {

    private static final Path OPS = Path.of("..", "ops");

    private final List<JsonNode> all = documents("broadsheet.yaml", "keda.yaml", "topics.yaml");

    private static List<JsonNode> documents(String... files) {
        List<JsonNode> found = new ArrayList<>();
        for (String file : files) {
            try (var documents =
                    new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(read("kubernetes/" + file))) {
                documents.readAll().stream()
                        .filter(document -> !document.isNull())
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
        return found;
    }

    private static String read(String name) {
        try {
            return Files.readString(OPS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private Stream<JsonNode> ofKind(String kind) {
        return all.stream().filter(one -> one.path("kind").asText().equals(kind));
    }

    private Stream<JsonNode> containers() {
        return ofKind("StatefulSet").flatMap(set -> children(set.at("/spec/template/spec/containers")));
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return Stream.iterate(0, i -> i + 1).limit(node.size()).map(node::get);
    }

    @Test
    void isWhatTheSchemasOfItsKindsSay() {
        assertThat(all)
                .hasSizeGreaterThan(20)
                .allSatisfy(one -> assertThat(KubernetesSchemas.faults(one)).isEmpty());
    }

    /** That the schemas are strict: what is wrong in one place is seen. */
    @Nested
    @DisplayName("with a mistake")
    class WithAMistake {

        private static final String POD = "/spec/template/spec";
        private static final String CONTAINER = POD + "/containers/0";

        @ParameterizedTest(name = "{0} {2}{3}: {4}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "StatefulSet |sink     |              |replica                  |2",
                    "StatefulSet |sink     |/spec         |replicaCount             |2",
                    "StatefulSet |sink     |POD           |terminationGracePeriod   |15",
                    "StatefulSet |sink     |CONTAINER     |livenesProbe             |{}",
                    "StatefulSet |sink     |CONTAINER/livenessProbe|failureTreshold |6",
                    "StatefulSet |sink     |CONTAINER/securityContext|allowPrivileges|false",
                    "StatefulSet |sink     |/spec/volumeClaimTemplates/0/spec|storage |\"2Gi\"",
                    "PodDisruptionBudget|sink|/spec       |maxUnavailables          |1",
                    "Service     |stages   |/spec         |publishNotReady          |true",
                    "ScaledObject|sink     |/spec         |maxReplicas              |6",
                    "ScaledObject|sink     |/spec/triggers/0/metadata|lagTreshold   |\"2000\"",
                    "KafkaTopic  |news.outcomes|/spec     |partition                |6",
                })
        void isRefusedForAFieldThatThereIsNot(
                String kind, String name, @Nullable String where, String field, String value) {
            assertThat(faults(kind, name, where, field, value))
                    .anySatisfy(fault -> assertThat(fault).contains(field));
        }

        @ParameterizedTest(name = "{0} {2}{3}: {4}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "StatefulSet |sink     |/spec         |replicas                 |\"two\"",
                    "StatefulSet |sink     |/spec         |replicas                 |\"2\"",
                    "StatefulSet |sink     |CONTAINER     |args                     |\"sink\"",
                    "StatefulSet |sink     |CONTAINER     |name                     |5",
                    "StatefulSet |sink     |CONTAINER     |ports                    |{}",
                    "StatefulSet |sink     |CONTAINER/ports/0|containerPort         |\"http\"",
                    "StatefulSet |sink     |POD           |automountServiceAccountToken|\"false\"",
                    "StatefulSet |sink     |/spec/template/metadata/annotations|prometheus.io/port|8080",
                    "ConfigMap   |broadsheet|/data        |BROADSHEET_PARTITIONS    |6",
                    "ScaledObject|sink     |/spec         |maxReplicaCount          |\"6\"",
                    "ScaledObject|sink     |/spec/triggers/0/metadata|lagThreshold  |2000",
                    "KafkaTopic  |news.outcomes|/spec     |partitions               |\"6\"",
                    // A version that is served no more.
                    "StatefulSet |sink     |              |apiVersion               |\"apps/v1beta1\"",
                    "KafkaTopic  |news.outcomes|          |apiVersion               |\"kafka.strimzi.io/v1beta2\"",
                })
        void isRefusedForAValueOfAnotherType(
                String kind, String name, @Nullable String where, String field, String value) {
            assertThat(faults(kind, name, where, field, value)).isNotEmpty();
        }

        private List<String> faults(String kind, String name, @Nullable String where, String field, String value) {
            JsonNode manifest = named(kind, name).deepCopy();
            ((ObjectNode) manifest.at(path(where))).set(field, json(value));
            return KubernetesSchemas.faults(manifest);
        }

        @ParameterizedTest(name = "{0} without {2}/{3}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "StatefulSet |sink     |/spec         |selector",
                    "StatefulSet |sink     |/spec         |template",
                    "StatefulSet |sink     |POD           |containers",
                    "StatefulSet |sink     |CONTAINER     |name",
                    "StatefulSet |sink     |CONTAINER/ports/0|containerPort",
                    "StatefulSet |sink     |CONTAINER/livenessProbe/httpGet|port",
                    "StatefulSet |sink     |CONTAINER/volumeMounts/0|mountPath",
                    "Service     |stages   |/spec/ports/0 |port",
                    "ScaledObject|sink     |/spec         |scaleTargetRef",
                    "ScaledObject|sink     |/spec         |triggers",
                    "ScaledObject|sink     |/spec/triggers/0/metadata|consumerGroup",
                    "KafkaTopic  |news.outcomes|/metadata |labels",
                    "KafkaTopic  |news.outcomes|/metadata/labels|strimzi.io/cluster",
                })
        void isRefusedThatLacksAField(String kind, String name, @Nullable String where, String field) {
            JsonNode manifest = named(kind, name).deepCopy();
            assertThat(((ObjectNode) manifest.at(path(where))).remove(field)).isNotNull();
            assertThat(KubernetesSchemas.faults(manifest))
                    .anySatisfy(fault -> assertThat(fault).contains(field));
        }

        private static String path(@Nullable String where) {
            return where == null ? "" : where.replace("CONTAINER", CONTAINER).replace("POD", POD);
        }

        private static JsonNode json(String value) {
            try {
                return new ObjectMapper().readTree(value);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void runsEachStageWithAStateOfItsOwnAndABudget() {
        for (StageName stage : StageName.OF_PAGES) {
            JsonNode set = named("StatefulSet", stage.word());
            JsonNode labels = set.at("/spec/selector/matchLabels");
            assertThat(set.at("/spec/template/metadata/labels")).isEqualTo(labels);
            assertThat(named("PodDisruptionBudget", stage.word()).at("/spec/selector/matchLabels"))
                    .isEqualTo(labels);
            JsonNode container = set.at("/spec/template/spec/containers/0");
            assertThat(container.at("/args/0").asText()).isEqualTo(stage.word());
            assertThat(container.at("/volumeMounts/0/name").asText())
                    .isEqualTo(
                            set.at("/spec/volumeClaimTemplates/0/metadata/name").asText());
            assertThat(read("Dockerfile"))
                    .contains("BROADSHEET_STATE_DIR="
                            + container.at("/volumeMounts/0/mountPath").asText());
            assertThat(set.at("/spec/template/spec/terminationGracePeriodSeconds")
                            .asInt())
                    .isGreaterThanOrEqualTo(10);
        }
    }

    private JsonNode named(String kind, String name) {
        return ofKind(kind)
                .filter(one -> one.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asksForHealthWhereItIsSaid() {
        containers().forEach(container -> {
            assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/live");
            assertThat(container.at("/livenessProbe/httpGet/port").asText())
                    .isEqualTo(container.at("/ports/0/name").asText());
            assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(8080);
            JsonNode ready = container.path("readinessProbe");
            assertThat(
                            ready.isMissingNode()
                                    ? "/ready"
                                    : ready.at("/httpGet/path").asText())
                    .isEqualTo("/ready");
        });
    }

    @Test
    void saysOnlySettingsThatThereAre() {
        Map<String, String> environment = new TreeMap<>(Map.of("BROADSHEET_STATE_DIR", "state"));
        named("ConfigMap", "broadsheet")
                .path("data")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        containers()
                .flatMap(container -> children(container.path("env")))
                .filter(variable -> variable.has("value"))
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        Map<String, String> said = environment.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey()
                                .replaceFirst("^BROADSHEET_", "")
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'),
                        Map.Entry::getValue));
        // A name that is not known is a mistake where it is said, unlike in the environment.
        assertThat(Stages.read(Settings.of(said, Map.of(), Optional.empty()))
                        .runtime()
                        .standbys())
                .isEqualTo(1);
    }

    @Test
    void scalesByGroupsAndTopicsThatThereAre() {
        Set<String> topics = ofKind("KafkaTopic")
                .map(topic -> topic.at("/spec/topicName").asText())
                .collect(Collectors.toSet());
        assertThat(ofKind("ScaledObject")).hasSize(3).allSatisfy(scaled -> {
            String stage = scaled.at("/spec/scaleTargetRef/name").asText();
            JsonNode trigger = scaled.at("/spec/triggers/0/metadata");
            assertThat(named("StatefulSet", stage)).isNotNull();
            assertThat(trigger.path("consumerGroup").asText()).isEqualTo("news-" + stage);
            assertThat(topics).contains(trigger.path("topic").asText());
        });
    }

    @Test
    void hasTheTopicsAsTheCommandPrintsThem() {
        Printed printed = Printed.of("topics", "--as", "strimzi", "--set", "replication=3", "--set", "partitions=6");
        assertThat(read("kubernetes/topics.yaml")).endsWith(printed.said());
    }
}
