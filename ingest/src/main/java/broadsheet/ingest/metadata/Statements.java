package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.model.Provenance;
import broadsheet.model.url.Url;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.internal.StringUtil;

/**
 * What a page states of itself for machines, apart from headline, authors and dates.
 *
 * @param marks of the page
 * @param data of the page
 * @param url that was fetched; blank if unknown
 */
record Statements(Marks marks, JsonLd data, String url) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[,;]");

    Optional<Found<String>> language() {
        return Optional.of(marks.language())
                .filter(MetadataReader::isLanguageTag)
                .map(Found::inHtml)
                .or(() -> meta("og:locale", "content-language", "language", "dc.language", "inlanguage"))
                .or(() -> JsonLd.text(data.article(), "inLanguage").map(tag -> new Found<>(tag, Provenance.JSON_LD)))
                .flatMap(
                        found -> MetadataReader.languageTag(found.value()).map(tag -> new Found<>(tag, found.where())));
    }

    Optional<Found<String>> site() {
        return meta("og:site_name")
                .or(() -> JsonLd.text(data.article().path("publisher"), "name")
                        .map(name -> new Found<>(name, Provenance.JSON_LD)))
                .or(() -> JsonLd.text(data.first("WebSite"), "name").map(name -> new Found<>(name, Provenance.JSON_LD)))
                .or(() -> meta("application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"))
                .filter(found -> found.value().length() < 100 && !found.value().startsWith("http"));
    }

    /**
     * The URLs that the page calls its own. Only its head speaks for it: what stands in its body may be a reader's
     * comment, or another story's.
     *
     * @param inHead the structured data of the head
     */
    List<Found<String>> addresses(JsonLd inHead) {
        Optional<Url> base = Url.parseTyped(url);
        return Stream.of(
                        marks.linkInHead("canonical").map(found -> new Found<>(found, Provenance.META)),
                        marks.metaInHead("og:url").map(found -> new Found<>(found, Provenance.META)),
                        JsonLd.text(inHead.article(), "url").map(found -> new Found<>(found, Provenance.JSON_LD)))
                .flatMap(Optional::stream)
                .flatMap(found -> resolved(base, found.value()).map(full -> new Found<>(full, found.where())).stream())
                .toList();
    }

    private Optional<String> resolved(Optional<Url> base, String link) {
        return (url.isBlank() ? Url.parse(link) : base.flatMap(page -> page.resolve(link))).map(Url::toString);
    }

    Optional<Found<String>> section() {
        return JsonLd.text(data.article(), "articleSection")
                .map(section -> new Found<>(section, Provenance.JSON_LD))
                .or(() -> meta(
                        "article:section",
                        "parsely-section",
                        "og:article:section",
                        "section",
                        "cxenseparse:section",
                        "sailthru.section"))
                .filter(found -> found.value().length() < 80);
    }

    Optional<Found<List<String>>> keywords() {
        List<String> words = new ArrayList<>();
        JsonNode stated = data.article().path("keywords");
        for (JsonNode each : stated.isArray() ? stated : List.of(stated)) {
            words.add(Clip.to(Limits.FIELD, each.asText("")));
        }
        Optional<List<String>> split = split(words);
        if (split.isPresent()) {
            return split.map(list -> new Found<>(list, Provenance.JSON_LD));
        }
        for (String name : List.of("article:tag", "news_keywords", "keywords", "parsely-tags", "og:article:tag")) {
            split = split(marks.metas(name));
            if (split.isPresent()) {
                return split.map(list -> new Found<>(list, Provenance.META));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> split(List<String> lists) {
        List<String> words = lists.stream()
                .flatMap(BETWEEN_WORDS::splitAsStream)
                .flatMap(word -> JsonLd.clean(word).stream())
                .filter(word -> word.length() < Limits.KEYWORD)
                .distinct()
                .limit(Limits.KEYWORDS)
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    Optional<Found<String>> image() {
        JsonNode image = data.article().path("image");
        JsonNode first = image.isArray() && !image.isEmpty() ? image.get(0) : image;
        return meta(
                        "og:image",
                        "og:image:url",
                        "og:image:secure_url",
                        "twitter:image",
                        "twitter:image:src",
                        "parsely-image-url")
                .or(() -> (first.isTextual() ? Optional.of(first.asText()) : JsonLd.text(first, "url"))
                        .map(found -> new Found<>(found, Provenance.JSON_LD)))
                .or(() -> marks.link("image_src").map(found -> new Found<>(found, Provenance.META)))
                .flatMap(found -> absolute(url, found.value()).map(full -> new Found<>(full, found.where())));
    }

    Optional<Found<String>> description() {
        return meta("og:description", "description", "twitter:description", "dc.description", "dcterms.description")
                .or(() -> JsonLd.text(data.article(), "description")
                        .map(found -> new Found<>(found, Provenance.JSON_LD)));
    }

    Optional<Found<Boolean>> free() {
        return JsonLd.text(data.article(), "isAccessibleForFree")
                .map(text -> new Found<>(text, Provenance.JSON_LD))
                .or(() -> meta("isaccessibleforfree"))
                .filter(found ->
                        found.value().equalsIgnoreCase("true") || found.value().equalsIgnoreCase("false"))
                .map(found -> new Found<>(Boolean.parseBoolean(found.value()), found.where()))
                .or(() -> marks.meta("article:content_tier")
                        .map(tier -> new Found<>(tier.equalsIgnoreCase("free"), Provenance.META)));
    }

    private Optional<Found<String>> meta(String... names) {
        for (String name : names) {
            Optional<String> text = marks.meta(name).flatMap(JsonLd::clean);
            if (text.isPresent()) {
                return text.map(value -> new Found<>(value, Provenance.META));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> absolute(String base, String link) {
        String full = base.isBlank() || link.length() > Limits.URL ? link : StringUtil.resolve(base, link);
        return Optional.of(full)
                .filter(url -> url.length() <= Limits.URL && (url.startsWith("http://") || url.startsWith("https://")));
    }
}
