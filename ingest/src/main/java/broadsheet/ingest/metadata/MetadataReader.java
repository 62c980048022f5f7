package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.limits.Limits;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a page's statements about itself. Stateless and thread-safe. */
public final class MetadataReader {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,20}+");

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
        return Stream.of(Headlines.steps(), Authors.steps(), PublicationDates.steps())
                .flatMap(List::stream)
                .toList();
    }

    /** As {@link #read}, without the steps of these names: to measure what each is worth. */
    public static Metadata read(Marks marks, Blocks blocks, String url, Instant fetchedAt, Set<String> without) {
        var own = new OwnPage(url, marks);
        JsonLd data = JsonLd.read(marks.jsonLd(), own);
        var stated = new Statements(marks, data, url);
        Optional<Found<String>> language = stated.language();
        Optional<Found<String>> site = stated.site();
        var siteNames = new SiteNames(site.map(Found::value), url, marks, blocks);
        Optional<Found<String>> headline = Headlines.find(marks, data, siteNames, without);
        List<Block> near =
                HeadlineSurroundings.of(blocks, headline.map(Found::value).orElse(""));
        String tag = language.map(Found::value).orElse("");
        var reader = new DateText(fetchedAt, tag, DayOrder.of(tag, host(url), blocks));
        PublicationDates dates = dates(
                marks,
                new StatedDates(marks, data, new Microdata(marks, own), reader),
                url,
                near,
                blocks,
                headline,
                reader);
        var microdata = new Microdata(marks, own);
        var people = PersonNames.notOf(siteNames, tag);
        var authors = new Authors(people, marks, microdata.properties("author"), data, near, blocks);
        return Metadata.named()
                .headline(headline)
                .authors(authors.find(without))
                .published(dates.published(without))
                .modified(dates.modified())
                .language(language)
                .addresses(stated.addresses(jsonLdInHead(marks, data, own)))
                .siteName(site)
                .section(stated.section())
                .keywords(stated.keywords())
                .image(stated.image())
                .description(stated.description())
                .accessibleForFree(stated.free())
                .articleBody(JsonLd.body(data.article()))
                .build();
    }

    /** The data of the head alone; in most pages that is all. */
    private static JsonLd jsonLdInHead(Marks marks, JsonLd all, OwnPage own) {
        List<String> scripts = marks.jsonLdInHead();
        return scripts.size() == marks.jsonLd().size() ? all : JsonLd.read(scripts, own);
    }

    private static PublicationDates dates(
            Marks marks,
            StatedDates stated,
            String url,
            List<Block> near,
            Blocks blocks,
            Optional<Found<String>> headline,
            DateText reader) {
        return new PublicationDates(
                stated,
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
    public static Optional<ClaimedTime> date(String text, String language, Instant fetchedAt) {
        return new DateText(fetchedAt, language, DayOrder.of(language)).read(text);
    }

    /** The names of people in by-lines, in order, each once; empty if there is none. */
    public static List<String> people(List<String> bylines) {
        return PersonNames.ofLanguage("").in(bylines).orElse(List.of());
    }

    /** A language tag in its proper spelling: {@code en_us} is {@code en-US}; empty if it is none. */
    public static Optional<String> languageTag(String text) {
        return Optional.of(text.strip())
                .filter(MetadataReader::isLanguageTag)
                .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag())
                .filter(tag -> !tag.equals("und"));
    }

    static boolean isLanguageTag(String text) {
        return text.length() <= Limits.LANGUAGE_TAG && TAG.matcher(text).matches();
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

    /** A text of structured data without its marks and lines; empty if that leaves nothing. */
    public static Optional<String> plain(String text) {
        return JsonLd.clean(text);
    }
}
