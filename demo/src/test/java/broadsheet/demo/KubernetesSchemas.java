package broadsheet.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a server of Kubernetes' API would refuse of a manifest: a field that there is not, one that is missing, a value of
 * another type. Kubernetes' own kinds are held to the models of its official client, which are generated from its OpenAPI
 * document; those of KEDA and Strimzi to schemas under {@code kubernetes/}, written down after their resource definitions.
 */
final class KubernetesSchemas {

    private static final Map<String, Class<?>> MODELS = Map.of(
            "v1 Namespace", V1Namespace.class,
            "v1 ConfigMap", V1ConfigMap.class,
            "v1 Service", V1Service.class,
            "apps/v1 StatefulSet", V1StatefulSet.class,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class);

    private static final Map<String, String> SCHEMAS =
            Map.of("ScaledObject", "scaled-object", "KafkaTopic", "kafka-topic");

    private static final String BASE = "https://broadsheet.example/kubernetes/";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(iri -> iri.startsWith(BASE) ? text(iri.substring(BASE.length())) : null));

    private KubernetesSchemas() {}

    /** What is wrong with a manifest; empty if nothing is. */
    static List<String> faults(JsonNode manifest) {
        String kind = manifest.path("kind").asText();
        String schema = SCHEMAS.get(kind);
        if (schema != null) {
            return faultsBySchema(manifest, schema);
        }
        String versionAndKind = manifest.path("apiVersion").asText() + " " + kind;
        Class<?> model = MODELS.get(versionAndKind);
        return model == null ? List.of("no such kind: " + versionAndKind) : faultsByModel(manifest, model);
    }

    private static List<String> faultsBySchema(JsonNode manifest, String schema) {
        return REGISTRY
                .getSchema(SchemaLocation.of(BASE + schema + ".schema.json"))
                .validate(manifest.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String text(String name) {
        try (InputStream stream =
                Objects.requireNonNull(KubernetesSchemas.class.getResourceAsStream("/kubernetes/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The model refuses fields that it has not got, and the lack of those that it needs. */
    private static List<String> faultsByModel(JsonNode manifest, Class<?> model) {
        JsonElement said = JsonParser.parseString(manifest.toString());
        try {
            Object understood = JSON.getGson().fromJson(said, model);
            List<String> faults = new ArrayList<>();
            compare("", said, JSON.getGson().toJsonTree(understood), faults);
            return faults;
        } catch (RuntimeException e) {
            return List.of(e.toString());
        }
    }

    /** It reads "2" as 2 where it wants a number, which a server does not; but it writes what it has understood. */
    private static void compare(String where, JsonElement said, JsonElement understood, List<String> faults) {
        if (said instanceof JsonObject from && understood instanceof JsonObject to) {
            for (String name : from.keySet()) {
                JsonElement there = to.get(name);
                if (there == null) {
                    faults.add(where + "/" + name + " is not understood");
                } else {
                    compare(where + "/" + name, from.get(name), there, faults);
                }
            }
        } else if (said.isJsonArray()
                && understood.isJsonArray()
                && said.getAsJsonArray().size() == understood.getAsJsonArray().size()) {
            for (int i = 0; i < said.getAsJsonArray().size(); i++) {
                compare(
                        where + "/" + i,
                        said.getAsJsonArray().get(i),
                        understood.getAsJsonArray().get(i),
                        faults);
            }
        } else if (!said.equals(understood)) {
            faults.add(where + " is " + said + ", understood as " + understood);
        }
    }
}
