package broadsheet.export.file;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.export.Sample;
import broadsheet.export.StorableText;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The schema of ninjs 3.0 is not ours to ship: what it asks of the properties that are used is written down here, from its
 * edition of 2024. It has {@code additionalProperties: false} everywhere, so that names are half of what there is to hold.
 */
@DisplayName("a ninjs item")
class NinjsItemTest {

    private static final Map<String, Set<String>> PROPERTIES_OF = Map.of(
            "standard", Set.of("name", "version", "schema"),
            "headlines", Set.of("role", "contentType", "value"),
            "descriptions", Set.of("role", "contentType", "value"),
            "bodies", Set.of("role", "contentType", "charCount", "wordCount", "value"),
            "people", Set.of("name", "rel", "uri", "literal", "contactInfo"),
            "organisations", Set.of("name", "rel", "uri", "literal", "symbols", "contactInfo"),
            "places", Set.of("name", "rel", "uri", "literal", "contactInfo", "geojson"),
            "subjects", Set.of("name", "rel", "uri", "literal", "creator", "relevance", "confidence"),
            "infoSources", Set.of("name", "role", "uri", "literal", "contactInfo"),
            "altIds", Set.of("role", "value"));

    private static final Set<String> TEXTS = Set.of(
            "uri",
            "type",
            "representationType",
            "version",
            "firstCreated",
            "versionCreated",
            "contentCreated",
            "pubStatus",
            "language",
            "by");

    private static JsonNode item(byte[] record) {
        return Json.mapper().valueToTree(NinjsItem.of(StorableText.article(record)));
    }

    private static List<JsonNode> items() {
        return List.of(
                item(Sample.record(
                        1,
                        article -> article.put("image", "https://courier.example/b.jpg")
                                .put("description", "Two bearings.")
                                .put("section", "Transport"))),
                item(Sample.record(2, article -> {
                    List.of("url", "canonicalUrl", "publishedAt").forEach(article::remove);
                    article.put("image", "https://courier.example/no uri.jpg");
                    article.putObject("source");
                    List.of("authors", "keywords", "entities", "sections").forEach(article::putArray);
                })),
                item(Sample.copy(3, 1)));
    }

    @Test
    void hasOnlyPropertiesOfTheStandard() {
        assertThat(items())
                .allSatisfy(item -> item.fieldNames().forEachRemaining(name -> {
                    assertThat(TEXTS.contains(name) || PROPERTIES_OF.containsKey(name) || name.equals("renditions"))
                            .as(name)
                            .isTrue();
                    for (JsonNode part : item.path(name).isArray() ? item.path(name) : List.of(item.path(name))) {
                        part.fieldNames()
                                .forEachRemaining(
                                        inner -> assertThat(PROPERTIES_OF.getOrDefault(name, Set.of("name", "href")))
                                                .contains(inner));
                    }
                }));
    }

    @Test
    void hasThemInTheirTypes() {
        assertThat(items()).allSatisfy(item -> {
            TEXTS.forEach(name -> assertThat(
                            item.path(name).isTextual() || item.path(name).isMissingNode())
                    .isTrue());
            PROPERTIES_OF.keySet().stream()
                    .filter(name -> !name.equals("standard") && item.has(name))
                    .forEach(name -> assertThat(item.path(name).isArray()
                                    && !item.path(name).isEmpty())
                            .isTrue());
            for (String name : List.of("firstCreated", "versionCreated", "contentCreated")) {
                if (item.has(name)) {
                    assertThat(OffsetDateTime.parse(item.path(name).asText())).isNotNull();
                }
            }
            for (String name : List.of("headlines", "bodies", "descriptions")) {
                item.path(name)
                        .forEach(text ->
                                assertThat(text.path("value").isTextual()).isTrue());
            }
            item.path("bodies")
                    .forEach(body -> assertThat(body.path("charCount").isInt()).isTrue());
            item.path("subjects").forEach(subject -> {
                assertThat(subject.path("confidence").asInt(0)).isBetween(0, 100);
                assertThat(subject.path("confidence").isIntegralNumber() || !subject.has("confidence"))
                        .isTrue();
            });
        });
    }

    @Test
    void hasUrisWhereTheStandardAsksForThem() {
        assertThat(items()).allSatisfy(item -> {
            assertThat(URI.create(item.path("uri").asText()).isAbsolute()).isTrue();
            assertThat(URI.create(item.path("standard").path("schema").asText()).isAbsolute())
                    .isTrue();
            for (JsonNode part : item.path("renditions")) {
                assertThat(URI.create(part.path("href").asText()).isAbsolute()).isTrue();
            }
            for (JsonNode part : item.path("subjects")) {
                assertThat(URI.create(part.path("uri").asText("x:y")).isAbsolute())
                        .isTrue();
            }
        });
        assertThat(items().get(0).has("renditions")).isTrue();
        assertThat(items().get(1).has("renditions")).isFalse();
    }

    @Test
    void saysOfACopyWhoseItIs() {
        assertThat(items().get(2).path("altIds")).anySatisfy(id -> {
            assertThat(id.path("role").asText()).isEqualTo("copy-of");
            assertThat(id.path("value").asText()).isEqualTo("urn:broadsheet:" + Sample.id(1));
        });
    }

    @Test
    void countsTheCharactersOfItsBodyAsAReaderDoes() {
        assertThat(items().get(0).path("bodies").path(0).path("charCount").asInt())
                .isEqualTo(Sample.BODY.codePointCount(0, Sample.BODY.length()));
    }
}
