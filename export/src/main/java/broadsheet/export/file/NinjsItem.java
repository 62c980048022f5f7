package broadsheet.export.file;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Entity;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An article as a news item of IPTC's ninjs 3.0. What has no property there (mentions, provenance, confidence) is left out;
 * an address that is no URI stands as a literal.
 *
 * <p>Source: IPTC ninjs 3.0, JSON Schema, 2024.
 */
final class NinjsItem {

    private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json";
    private static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";

    private NinjsItem() {}

    static Map<String, Object> of(PublishedArticle published) {
        EnrichedArticle enriched = published.enriched();
        Article article = enriched.article();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("uri", uri(published.id()));
        item.put("standard", Map.of("name", "ninjs", "version", "3.0", "schema", SCHEMA));
        item.put("type", "text");
        item.put("representationType", "full");
        item.put("version", Integer.toString(published.version().number()));
        item.put("firstCreated", published.version().firstPublished());
        item.put("versionCreated", article.contentTime());
        article.publishedAt().ifPresent(at -> item.put("contentCreated", at));
        item.put("pubStatus", "usable");
        item.put("language", article.language());
        item.put("headlines", List.of(text("main", article.headline())));
        article.description().ifPresent(text -> item.put("descriptions", List.of(text("summary", text))));
        item.put("bodies", List.of(body(article)));
        putUnlessEmpty(item, "people", entities(enriched, Entity.Type.PERSON));
        putUnlessEmpty(item, "organisations", entities(enriched, Entity.Type.ORGANIZATION));
        putUnlessEmpty(item, "places", entities(enriched, Entity.Type.LOCATION));
        putUnlessEmpty(item, "subjects", subjects(enriched));
        putUnlessEmpty(item, "infoSources", sources(article));
        if (!article.authors().isEmpty()) {
            item.put("by", String.join(", ", article.authors()));
        }
        article.image()
                .filter(NinjsItem::isUri)
                .ifPresent(image -> item.put("renditions", List.of(Map.of("name", "lead-image", "href", image))));
        putUnlessEmpty(item, "altIds", otherIds(published));
        return item;
    }

    private static String uri(String id) {
        return "urn:broadsheet:" + id;
    }

    private static void putUnlessEmpty(Map<String, Object> item, String name, List<Map<String, Object>> values) {
        if (!values.isEmpty()) {
            item.put(name, values);
        }
    }

    private static Map<String, Object> text(String role, String value) {
        return ordered("role", role, "contentType", "text/plain", "value", value);
    }

    private static Map<String, Object> body(Article article) {
        Map<String, Object> body = text("main", article.body());
        body.put("charCount", article.body().codePointCount(0, article.body().length()));
        body.put("wordCount", article.wordCount());
        return body;
    }

    private static List<Map<String, Object>> entities(EnrichedArticle enriched, Entity.Type type) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (Entity entity : enriched.entities()) {
            if (entity.type() == type) {
                Map<String, Object> one = ordered("name", entity.name(), "rel", "about");
                entity.link().ifPresent(link -> one.put("literal", link.scheme() + ":" + link.id()));
                found.add(one);
            }
        }
        return found;
    }

    private static List<Map<String, Object>> subjects(EnrichedArticle enriched) {
        List<Map<String, Object>> subjects = new ArrayList<>();
        for (Section section : enriched.sections()) {
            String code = section.mediaTopic().substring(section.mediaTopic().indexOf(':') + 1);
            subjects.add(ordered(
                    "name", section.name(),
                    "rel", "about",
                    "uri", MEDIA_TOPICS + code,
                    "creator", section.origin().word(),
                    "confidence", Math.round(section.confidence() * 100)));
        }
        // The publisher's own words.
        enriched.article().section().ifPresent(word -> subjects.add(ordered("name", word, "creator", "publisher")));
        enriched.article().keywords().forEach(word -> subjects.add(ordered("name", word, "creator", "publisher")));
        return subjects;
    }

    private static List<Map<String, Object>> sources(Article article) {
        Optional<String> name =
                article.source().name().or(() -> article.source().domain());
        return name.map(known -> {
                    Map<String, Object> source = ordered("name", known, "role", "originalsource");
                    article.source().domain().ifPresent(domain -> source.put("literal", domain));
                    return List.of(source);
                })
                .orElse(List.of());
    }

    /** Where it is on the Web, and whose copy it is. */
    private static List<Map<String, Object>> otherIds(PublishedArticle published) {
        List<Map<String, Object>> ids = new ArrayList<>();
        published
                .enriched()
                .article()
                .canonicalUrl()
                .ifPresent(url -> ids.add(ordered("role", "canonical", "value", url)));
        published.enriched().article().url().ifPresent(url -> ids.add(ordered("role", "fetched", "value", url)));
        published.copyOf().ifPresent(copy -> ids.add(ordered("role", "copy-of", "value", uri(copy.id()))));
        return ids;
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
