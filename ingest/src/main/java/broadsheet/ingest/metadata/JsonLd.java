package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.JsonTokens;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Lower;
import broadsheet.ingest.limits.TooMuch;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;

/**
 * The schema.org objects of a page's JSON-LD scripts, flattened. Lenient, because the Web is: CDATA and comment marks,
 * trailing commas, raw line breaks in strings and unknown escapes are passed over; a script that still is no JSON, or is
 * longer than {@link Limits#SCRIPT}, is left out.
 *
 * <p>Source: JSON-LD 1.1; schema.org.
 */
public final class JsonLd {
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .build();
    private static final Pattern WRAPPING = Pattern.compile("<!\\[CDATA\\[|\\]\\]>|<!--|-->|/\\*\\s*\\*/");
    private static final int MANY = 400;
    private static final JsonNode NONE = MissingNode.getInstance();

    private final List<JsonNode> objects;
    private final JsonNode article;

    private JsonLd(List<JsonNode> objects, JsonNode article) {
        this.objects = objects;
        this.article = article;
    }

    /**
     * Reads all scripts of a page.
     *
     * @param own tells the object of the page's own article from those of other stories
     */
    static JsonLd read(List<String> scripts, OwnPage own) {
        List<JsonNode> objects = new ArrayList<>();
        var tokens = new JsonTokens();
        for (String script : scripts) {
            parse(script, tokens).ifPresent(root -> flatten(root, objects));
        }
        List<JsonNode> articles = objects.stream().filter(JsonLd::isArticle).toList();
        return new JsonLd(objects, own.of(articles).orElse(NONE));
    }

    private static Optional<JsonNode> parse(String script, JsonTokens tokens) {
        if (script.length() > Limits.SCRIPT) {
            return Optional.empty();
        }
        String json = WRAPPING.matcher(script).replaceAll("").strip();
        json = withoutSemicolons(json);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(tokens.tree(LENIENT, json));
        } catch (JsonProcessingException | TooMuch noFacts) {
            return Optional.empty();
        }
    }

    private static String withoutSemicolons(String json) {
        int end = json.length();
        while (end > 0 && (json.charAt(end - 1) == ';' || Character.isWhitespace(json.charAt(end - 1)))) {
            end--;
        }
        return json.substring(0, end);
    }

    private static void flatten(JsonNode root, List<JsonNode> objects) {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty() && objects.size() < MANY) {
            JsonNode node = open.removeFirst();
            if (node.isArray()) {
                node.forEach(open::addLast);
            } else if (node.isObject()) {
                objects.add(node);
                for (String inner : List.of(
                        "@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed", "liveBlogUpdate")) {
                    JsonNode child = node.path(inner);
                    if (child.isContainerNode() && !(inner.equals("liveBlogUpdate") || inner.equals("hasPart"))) {
                        open.addLast(child);
                    }
                }
            }
        }
    }

    /** The object that describes the page's own article; a missing node without one. */
    JsonNode article() {
        return article;
    }

    /** The objects that can speak of the page: all but those of other stories. */
    List<JsonNode> ownObjects() {
        return objects.stream()
                .filter(object -> object.equals(article) || !isArticle(object))
                .toList();
    }

    /** The first object of a type whose name contains {@code type}; a missing node without one. */
    JsonNode first(String type) {
        return objects.stream()
                .filter(node -> types(node).stream().anyMatch(t -> t.contains(type)))
                .findFirst()
                .orElse(NONE);
    }

    /** The names of the people who are stated as its authors, as they are stated. */
    List<String> authors() {
        List<String> names = new ArrayList<>();
        JsonNode author = article.path(article.has("author") ? "author" : "creator");
        Deque<JsonNode> open = new ArrayDeque<>(List.of(author));
        while (!open.isEmpty() && names.size() < Limits.AUTHORS) {
            JsonNode each = open.removeFirst();
            if (each.isArray()) {
                List<JsonNode> inner = new ArrayList<>();
                each.forEach(inner::add);
                Collections.reverse(inner);
                inner.forEach(open::addFirst);
            } else if (each.isTextual()) {
                names.add(Clip.to(Limits.LINE, each.asText()));
            } else if (each.has("name") && !isOrganization(each)) {
                person(each, open, names);
            } else if (each.has("familyName") && !isOrganization(each)) {
                names.add((text(each, "givenName").orElse("") + " "
                                + text(each, "familyName").orElse(""))
                        .strip());
            } else if (each.has("@id") && each.size() == 1) {
                JsonNode named = byId(each.path("@id").asText(""));
                if (!named.isMissingNode()) {
                    open.addFirst(named);
                }
            }
        }
        return names;
    }

    private static void person(JsonNode person, Deque<JsonNode> open, List<String> names) {
        JsonNode name = person.path("name");
        if (name.isArray()) {
            open.addFirst(name);
        } else {
            text(person, "name").ifPresent(names::add);
        }
    }

    /** The names of what it calls persons, in lower case. */
    Set<String> persons() {
        return objects.stream()
                .filter(node -> types(node).contains("Person"))
                .flatMap(node -> text(node, "name").stream())
                .map(Lower::of)
                .collect(Collectors.toSet());
    }

    private static boolean isOrganization(JsonNode node) {
        return types(node).stream()
                .anyMatch(
                        type -> type.endsWith("Organization") || type.equals("Corporation") || type.equals("WebSite"));
    }

    /** The object with this {@code @id}; a missing node without one. */
    JsonNode byId(String id) {
        return objects.stream()
                .filter(node -> node.path("@id").asText("").equals(id) && node.size() > 1)
                .findFirst()
                .orElse(NONE);
    }

    static boolean isArticle(JsonNode node) {
        return types(node).stream()
                .anyMatch(type -> type.endsWith("Article")
                        || type.endsWith("BlogPosting")
                        || (type.endsWith("Posting") && !type.endsWith("JobPosting"))
                        || type.equals("Report")
                        || type.endsWith("Review")
                        || (type.equals("Blog") && node.has("headline"))
                        || type.equals("Recipe"));
    }

    /** The names of an object's types, without their vocabulary. */
    static List<String> types(JsonNode node) {
        JsonNode type = node.path("@type");
        List<String> types = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(each -> types.add(local(each.asText(""))));
        } else if (type.isTextual()) {
            types.add(local(type.asText()));
        }
        return types;
    }

    private static String local(String type) {
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
    }

    /** A text property, entities resolved and white space collapsed; empty if it is missing, blank or no text. */
    static Optional<String> text(JsonNode node, String property) {
        return text(node, property, Limits.FIELD);
    }

    /** The same, of so many characters at most. */
    static Optional<String> text(JsonNode node, String property, int most) {
        JsonNode value = node.path(property);
        if (value.isArray() && !value.isEmpty()) {
            value = value.get(0);
        }
        if (value.isObject()) {
            value = value.has("@value") ? value.path("@value") : value.path("name");
        }
        return value.isValueNode() && !value.isNull() ? clean(Clip.to(most, value.asText())) : Optional.empty();
    }

    /** The article's text as written, with marks and lines; its parts in lines of their own. */
    static Optional<String> body(JsonNode article) {
        JsonNode value = article.path("articleBody");
        var text = new StringBuilder();
        if (value.isTextual()) {
            text.append(value.textValue());
        }
        for (JsonNode part : value) {
            text.append(part.isTextual() ? part.textValue() : "").append('\n');
        }
        String body = Clip.to(Limits.ARTICLE_BODY, text.toString());
        return body.isBlank() ? Optional.empty() : Optional.of(body);
    }

    /** As {@link #clean}, but the line breaks stay, and of nothing nothing comes. */
    static String cleanLines(String text) {
        return text.lines().flatMap(line -> clean(line).stream()).collect(Collectors.joining("\n"));
    }

    static Optional<String> clean(String text) {
        String plain = text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
        plain = PlainText.of(plain);
        return plain.isEmpty() || plain.equalsIgnoreCase("null") ? Optional.empty() : Optional.of(plain);
    }
}
