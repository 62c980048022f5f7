package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.model.Provenance;
import broadsheet.model.url.Url;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.internal.StringUtil;

/** Reads a page's statements about itself. Stateless and thread-safe. */
public final class MetadataReader {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,20}+");

    private static final Pattern COMMAS = Pattern.compile("[,;]");

    private MetadataReader() {}

    /**
     * Reads the metadata of a page.
     *
     * @param marks of the page
     * @param blocks of the same page
     * @param url the URL that was fetched; blank if unknown
     * @param fetchedAt no date after this is believed
     */
    public static Metadata read(Marks marks, Blocks blocks, String url, Instant fetchedAt) {
        return read(marks, blocks, url, fetchedAt, Set.of());
    }

    /** The names of the steps that find headline, authors and date, in the order in which they are asked. */
    public static List<String> steps() {
        return Stream.of(Headlines.steps(), Authors.steps(), Dates.steps())
                .flatMap(List::stream)
                .toList();
    }

    /** As {@link #read}, without the steps of these names: to measure what each is worth. */
    public static Metadata read(Marks marks, Blocks blocks, String url, Instant fetchedAt, Set<String> without) {
        JsonLd data = JsonLd.read(marks.jsonLd());
        Optional<Found<String>> language = language(marks, data);
        Optional<Found<String>> site = site(marks, data);
        Optional<String> siteName = site.map(Found::value);
        Optional<Found<String>> headline = Headlines.find(marks, data, new SiteNames(siteName, url, marks), without);
        List<Block> near = Surroundings.of(blocks, headline.map(Found::value).orElse(""));
        Dates dates = dates(
                marks,
                data,
                url,
                near,
                blocks,
                headline,
                new DateText(fetchedAt, language.map(Found::value).orElse("")));
        return new Metadata(
                headline,
                new Authors(PersonNames.notOf(siteName), marks, data, near, blocks).find(without),
                dates.published(without),
                dates.modified(),
                language,
                addresses(marks, url),
                site,
                section(marks, data),
                keywords(marks, data),
                image(marks, data, url),
                description(marks, data),
                free(marks, data),
                JsonLd.text(data.article(), "articleBody", Limits.ARTICLE_BODY));
    }

    private static Dates dates(
            Marks marks,
            JsonLd data,
            String url,
            List<Block> near,
            Blocks blocks,
            Optional<Found<String>> headline,
            DateText reader) {
        return new Dates(
                new StatedDates(marks, data, reader),
                new DatesByHeadline(
                        marks, near, blocks, headline.map(Found::value).orElse(""), reader),
                new DatesElsewhere(marks, blocks, reader),
                UrlDate.find(url, reader));
    }

    /**
     * The first believable date in a short text.
     *
     * @param language tag of the text's language, blank if unknown
     * @param fetchedAt no date after this is believed
     */
    public static Optional<Claim> date(String text, String language, Instant fetchedAt) {
        return new DateText(fetchedAt, language).read(text);
    }

    /** The names of people in by-lines, in order, each once; empty if there is none. */
    public static List<String> people(List<String> bylines) {
        return PersonNames.notOf(Optional.empty()).in(bylines).orElse(List.of());
    }

    /** A language tag in its proper spelling: {@code en_us} is {@code en-US}; empty if it is none. */
    public static Optional<String> languageTag(String text) {
        return Optional.of(text.strip())
                .filter(MetadataReader::isLanguageTag)
                .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag())
                .filter(tag -> !tag.equals("und"));
    }

    private static boolean isLanguageTag(String text) {
        return text.length() <= Limits.LANGUAGE_TAG && TAG.matcher(text).matches();
    }

    private static Optional<Found<String>> language(Marks marks, JsonLd data) {
        return Optional.of(marks.language())
                .filter(MetadataReader::isLanguageTag)
                .map(Found::inHtml)
                .or(() -> meta(marks, "og:locale", "content-language", "language", "dc.language", "inlanguage"))
                .or(() -> JsonLd.text(data.article(), "inLanguage").map(tag -> new Found<>(tag, Provenance.JSON_LD)))
                .flatMap(found -> languageTag(found.value()).map(tag -> new Found<>(tag, found.where())));
    }

    private static Optional<Found<String>> site(Marks marks, JsonLd data) {
        return meta(marks, "og:site_name")
                .or(() -> JsonLd.text(data.article().path("publisher"), "name")
                        .map(name -> new Found<>(name, Provenance.JSON_LD)))
                .or(() -> JsonLd.text(data.first("WebSite"), "name").map(name -> new Found<>(name, Provenance.JSON_LD)))
                .or(() -> meta(marks, "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"))
                .filter(found -> found.value().length() < 100 && !found.value().startsWith("http"));
    }

    /** Only a page's head speaks for the page: what stands in its body may be a reader's comment, or another story's. */
    private static List<Found<String>> addresses(Marks marks, String url) {
        JsonLd data = JsonLd.read(marks.jsonLdInHead());
        return Stream.of(
                        marks.linkInHead("canonical").map(found -> new Found<>(found, Provenance.META)),
                        marks.metaInHead("og:url").map(found -> new Found<>(found, Provenance.META)),
                        JsonLd.text(data.article(), "url").map(found -> new Found<>(found, Provenance.JSON_LD)))
                .flatMap(Optional::stream)
                .flatMap(found -> resolved(url, found.value()).map(full -> new Found<>(full, found.where())).stream())
                .toList();
    }

    private static Optional<String> resolved(String base, String link) {
        return (base.isBlank() ? Url.parse(link) : Url.parseTyped(base).flatMap(page -> page.resolve(link)))
                .map(Url::toString);
    }

    private static Optional<Found<String>> section(Marks marks, JsonLd data) {
        return JsonLd.text(data.article(), "articleSection")
                .map(section -> new Found<>(section, Provenance.JSON_LD))
                .or(() -> meta(
                        marks,
                        "article:section",
                        "parsely-section",
                        "og:article:section",
                        "section",
                        "cxenseparse:section",
                        "sailthru.section"))
                .filter(found -> found.value().length() < 80);
    }

    private static Optional<Found<List<String>>> keywords(Marks marks, JsonLd data) {
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
                .flatMap(COMMAS::splitAsStream)
                .flatMap(word -> JsonLd.clean(word).stream())
                .filter(word -> word.length() < Limits.KEYWORD)
                .distinct()
                .limit(Limits.KEYWORDS)
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static Optional<Found<String>> image(Marks marks, JsonLd data, String url) {
        JsonNode image = data.article().path("image");
        JsonNode first = image.isArray() && !image.isEmpty() ? image.get(0) : image;
        return meta(
                        marks,
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

    private static Optional<Found<String>> description(Marks marks, JsonLd data) {
        return meta(
                        marks,
                        "og:description",
                        "description",
                        "twitter:description",
                        "dc.description",
                        "dcterms.description")
                .or(() -> JsonLd.text(data.article(), "description")
                        .map(found -> new Found<>(found, Provenance.JSON_LD)));
    }

    private static Optional<Found<Boolean>> free(Marks marks, JsonLd data) {
        return JsonLd.text(data.article(), "isAccessibleForFree")
                .map(text -> new Found<>(text, Provenance.JSON_LD))
                .or(() -> meta(marks, "isaccessibleforfree"))
                .filter(found ->
                        found.value().equalsIgnoreCase("true") || found.value().equalsIgnoreCase("false"))
                .map(found -> new Found<>(Boolean.parseBoolean(found.value()), found.where()))
                .or(() -> marks.meta("article:content_tier")
                        .map(tier -> new Found<>(tier.equalsIgnoreCase("free"), Provenance.META)));
    }

    private static Optional<Found<String>> meta(Marks marks, String... names) {
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

    /** The host of a URL in lower case; empty if it has none. */
    static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
