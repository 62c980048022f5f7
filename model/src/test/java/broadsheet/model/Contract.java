package broadsheet.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published documents of the contract: the schemas and the AsyncAPI document, as they lie on the class path. */
final class Contract {

    private static final String BASE = "https://broadsheet.example/schema/";

    /** Each record that crosses a topic, and the schema of its values. */
    static final Map<String, Class<? extends Record>> SCHEMAS = Map.ofEntries(
            Map.entry("subscription", Subscription.class),
            Map.entry("fetch-request", FetchRequest.class),
            Map.entry("fetch", Fetch.class),
            Map.entry("host-state", HostState.class),
            Map.entry("article", Article.class),
            Map.entry("enriched-article", EnrichedArticle.class),
            Map.entry("published-article", PublishedArticle.class),
            Map.entry("rejection", Rejection.class),
            Map.entry("outcome", Outcome.class),
            Map.entry("takedown", Takedown.class),
            Map.entry("receipt", Receipt.class));

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(
                    iri -> iri.startsWith(BASE) ? text("schema/" + iri.substring(BASE.length())) : null));

    private Contract() {}

    /** The text of a document on the class path. */
    static String text(String name) {
        try (InputStream stream = Optional.ofNullable(Contract.class.getResourceAsStream("/" + name))
                .orElseThrow(() -> new IllegalStateException("not on the class path: " + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** A document on the class path. */
    static JsonNode document(String name) {
        try {
            return Json.mapper().readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static JsonNode schema(String name) {
        return document("schema/" + name + ".schema.json");
    }

    /** What a schema has against a value; empty if nothing. */
    static List<String> errors(String schema, String value) {
        Schema loaded = REGISTRY.getSchema(SchemaLocation.of(BASE + schema + ".schema.json"));
        return loaded
                .validate(
                        value,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
