package broadsheet.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One news article as its page gives it, and nothing but the article. Field names follow schema.org NewsArticle.
 *
 * @param id 32 lower-case hexadecimal digits: a hash of the canonical URL, without any URL of headline and body
 * @param url the URL that was fetched; empty if the producer gave none
 * @param canonicalUrl the page's own URL where believable, else the fetched one, normalised; empty without a URL
 * @param source who published it
 * @param headline one line, never blank
 * @param authors names of people in the order of the by-line; empty if none is named
 * @param publishedAt what the page claims, UTC; empty if it claims nothing believable
 * @param modifiedAt what the page claims, UTC; empty if it claims nothing believable
 * @param fetchedAt when the producer fetched it, else the timestamp of the raw record, UTC
 * @param language BCP 47; what the page declares until {@code enrich} decides; {@code und} if unknown
 * @param section the publisher's own word for the section; empty if none is given
 * @param keywords the publisher's own keywords, in the page's order
 * @param image absolute URL of the lead image; empty if there is none
 * @param body plain text, blocks (paragraphs, headings, list items, table rows, quotes) separated by a blank line
 * @param description the publisher's own summary; empty if there is none
 * @param wordCount number of words in {@code body}
 * @param accessibleForFree whether the publisher says that reading it is free; empty if it does not say
 * @param confidence how sure the extraction is that {@code body} is the article and nothing else, from 0 to 1
 * @param provenance for each field that was found, by its JSON name, where
 */
public record Article(
        String id,
        Optional<String> url,
        Optional<String> canonicalUrl,
        Source source,
        String headline,
        List<String> authors,
        Optional<Instant> publishedAt,
        Optional<Instant> modifiedAt,
        Instant fetchedAt,
        String language,
        Optional<String> section,
        List<String> keywords,
        Optional<String> image,
        String body,
        Optional<String> description,
        int wordCount,
        Optional<Boolean> accessibleForFree,
        double confidence,
        Map<String, Provenance> provenance) {

    /** The language of a text whose language is not known (BCP 47, ISO 639-2 {@code und}). */
    public static final String UNDETERMINED = "und";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    public Article {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id is blank: " + url.orElse("no url"));
        }
        if (headline.isBlank()) {
            throw new IllegalArgumentException("headline is blank: " + url.orElse(id));
        }
        if (wordCount < 0) {
            throw new IllegalArgumentException("wordCount is negative: " + wordCount);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is not within 0 to 1: " + confidence);
        }
        authors = List.copyOf(authors);
        keywords = List.copyOf(keywords);
        // Sorted, so that the same article is the same bytes everywhere.
        provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
    }

    /** Whether a text has the form of an article id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Where it is to be found: the canonical URL, else the one that it came from; empty if neither is known. */
    public Optional<String> address() {
        return canonicalUrl.or(() -> url);
    }

    /**
     * When it came to say what it says; versions go by that. It is the time of change that the page claims, or else that
     * of fetching. A page cannot have been changed before it was published: where it claims so, it was last changed when it
     * was published.
     */
    public Instant contentTime() {
        return modifiedAt
                .map(modified -> publishedAt.filter(modified::isBefore).orElse(modified))
                .orElse(fetchedAt);
    }

    /** Characters of text in it, in UTF-16 code units: what its size comes from. */
    public long characters() {
        long few = 0;
        for (Optional<String> text : List.of(url, canonicalUrl, section, image, description, source.name())) {
            few += text.map(String::length).orElse(0);
        }
        for (List<String> texts : List.of(authors, keywords)) {
            for (String text : texts) {
                few += text.length() + 3L;
            }
        }
        return few + headline.length() + body.length();
    }

    /** This article in the given language. */
    public Article withLanguage(String tag) {
        return new Article(
                id,
                url,
                canonicalUrl,
                source,
                headline,
                authors,
                publishedAt,
                modifiedAt,
                fetchedAt,
                tag,
                section,
                keywords,
                image,
                body,
                description,
                wordCount,
                accessibleForFree,
                confidence,
                provenance);
    }
}
