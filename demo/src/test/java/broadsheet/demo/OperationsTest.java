package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.Stages;
import broadsheet.model.StageName;
import broadsheet.runtime.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What under {@code ops/} is for a cluster or a machine that this build has not got. Kubernetes' own schemas are not to be
 * had here as a library of reasonable size: held are shape, references and what of it is ours.
 */
@DisplayName("what operators are handed")
class OperationsTest {

    private static final Path OPS = Path.of("..", "ops");

    @Nested
    @DisplayName("for Kubernetes")
    class ForKubernetes {

        /** What the API server would refuse if it stood elsewhere: the fields that are used, by where they stand. */
        private static final Map<String, Set<String>> FIELDS = Map.of(
                "", Set.of("apiVersion", "kind", "metadata", "spec", "data"),
                "StatefulSet/spec",
                        Set.of(
                                "serviceName",
                                "replicas",
                                "podManagementPolicy",
                                "selector",
                                "template",
                                "volumeClaimTemplates"),
                "pod",
                        Set.of(
                                "terminationGracePeriodSeconds",
                                "automountServiceAccountToken",
                                "securityContext",
                                "topologySpreadConstraints",
                                "containers"),
                "container",
                        Set.of(
                                "name",
                                "image",
                                "args",
                                "envFrom",
                                "env",
                                "ports",
                                "startupProbe",
                                "livenessProbe",
                                "readinessProbe",
                                "resources",
                                "securityContext",
                                "volumeMounts"),
                "probe", Set.of("httpGet", "periodSeconds", "timeoutSeconds", "failureThreshold"),
                "PodDisruptionBudget/spec", Set.of("maxUnavailable", "selector"),
                "Service/spec", Set.of("clusterIP", "publishNotReadyAddresses", "selector", "ports"),
                "ScaledObject/spec",
                        Set.of("scaleTargetRef", "minReplicaCount", "maxReplicaCount", "cooldownPeriod", "triggers"));

        private static final Map<String, String> VERSIONS = Map.of(
                "Namespace", "v1",
                "ConfigMap", "v1",
                "Service", "v1",
                "StatefulSet", "apps/v1",
                "PodDisruptionBudget", "policy/v1",
                "ScaledObject", "keda.sh/v1alpha1",
                "KafkaTopic", "kafka.strimzi.io/v1beta2");

        private final List<JsonNode> all = documents("broadsheet.yaml", "keda.yaml", "topics.yaml");

        private List<JsonNode> documents(String... files) {
            List<JsonNode> found = new ArrayList<>();
            for (String file : files) {
                try (var documents =
                        new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(read("kubernetes/" + file))) {
                    documents.readAll().stream()
                            .filter(document -> !document.isNull())
                            .forEach(found::add);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(file, e);
                }
            }
            return found;
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

        private static void hasOnly(String where, JsonNode node) {
            Set<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            assertThat(FIELDS.get(where)).as(where + " " + node).containsAll(names);
        }

        @Test
        void isOfTheKindsAndVersionsThatThereAre() {
            assertThat(all).hasSizeGreaterThan(20).allSatisfy(one -> {
                hasOnly("", one);
                assertThat(one.path("apiVersion").asText())
                        .isEqualTo(VERSIONS.get(one.path("kind").asText()));
                assertThat(one.at("/metadata/name").asText()).matches("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");
            });
            for (String kind : List.of("StatefulSet", "PodDisruptionBudget", "Service", "ScaledObject")) {
                ofKind(kind).forEach(one -> hasOnly(kind + "/spec", one.path("spec")));
            }
            ofKind("StatefulSet").forEach(set -> hasOnly("pod", set.at("/spec/template/spec")));
            containers().forEach(container -> {
                hasOnly("container", container);
                for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                    hasOnly("probe", container.path(probe));
                }
            });
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
                        .isEqualTo(set.at("/spec/volumeClaimTemplates/0/metadata/name")
                                .asText());
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
                            variable.path("name").asText(),
                            variable.path("value").asText()));
            Map<String, String> said = environment.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey()
                                    .replaceFirst("^BROADSHEET_", "")
                                    .toLowerCase(java.util.Locale.ROOT)
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
            Printed printed =
                    Printed.of("topics", "--as", "strimzi", "--set", "replication=3", "--set", "partitions=6");
            assertThat(read("kubernetes/topics.yaml")).endsWith(printed.said());
        }
    }

    @Nested
    @DisplayName("for systemd")
    class ForSystemd {

        private final String unit = read("systemd/broadsheet@.service");

        @Test
        void givesAStageTheTimeToStopAndStartsItAgain() {
            assertThat(unit).contains("TimeoutStopSec=15\n", "Restart=always\n", "SuccessExitStatus=143\n");
            assertThat(unit.lines().filter(line -> line.matches("\\[\\w+]")))
                    .containsExactly("[Unit]", "[Service]", "[Install]");
            assertThat(unit.lines().filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("[")))
                    .allMatch(line -> line.matches("[A-Z][A-Za-z]+=.*"));
        }

        @Test
        void keepsItsStateWhereSystemdMakesItsDirectory() {
            assertThat(unit)
                    .contains("StateDirectory=broadsheet/%i\n", "BROADSHEET_STATE_DIR=/var/lib/broadsheet/%i\n");
        }
    }

    private static String read(String name) {
        try {
            return Files.readString(OPS.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(name, e);
        }
    }
}
