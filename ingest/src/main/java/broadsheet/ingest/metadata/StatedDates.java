package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.model.Provenance;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The dates that a page states for machines: structured data, meta elements, microdata. */
final class StatedDates {
    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "article:published",
            "og:article:published_time",
            "datepublished",
            "og:published_time",
            "og:pubdate",
            "parsely-pub-date",
            "sailthru.date",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.created",
            "dc.date.created",
            "pubdate",
            "pub_date",
            "publishdate",
            "publish-date",
            "publish_date",
            "published_on",
            "published_at",
            "published",
            "publication_date",
            "publicationdate",
            "article.published",
            "date_published",
            "citation_publication_date",
            "citation_online_date",
            "cxenseparse:recs:publishtime",
            "cxense:publishtime",
            "rnews:datepublished",
            "displaydate",
            "originalpublicationdate",
            "article_date_original",
            "bt:pubdate",
            "ob:date",
            "article:post_date");
    /** Names that say nothing of whether the date is that of the text, of the file or of its last export. */
    private static final List<String> VAGUE = List.of(
            "timestamp",
            "dc.date",
            "dcterms.date",
            "dc:date",
            "date",
            "last-published",
            "ptime",
            "creation_date",
            "datecreated",
            "created");

    private static final List<String> MODIFIED = List.of(
            "article:modified_time",
            "og:updated_time",
            "datemodified",
            "article:modified",
            "dcterms.modified",
            "dc.date.modified",
            "lastmod",
            "last-modified",
            "modified",
            "revised",
            "article.updated",
            "date_updated",
            "updated",
            "utime");
    /** Their dates are not the page's. */
    private static final Set<String> OTHER_THINGS = Set.of(
            "Comment",
            "UserComments",
            "Review",
            "VideoObject",
            "ImageObject",
            "Person",
            "Organization",
            "Event",
            "Product");

    private static final int MANY = 3;

    private final Marks marks;
    private final JsonLd data;
    private final Microdata microdata;
    private final DateText reader;

    StatedDates(Marks marks, JsonLd data, Microdata microdata, DateText reader) {
        this.marks = marks;
        this.data = data;
        this.microdata = microdata;
        this.reader = reader;
    }

    /** What is stated to be the time of publication. */
    Optional<Found<ClaimedTime>> published() {
        return inData("datePublished")
                .or(() -> inMeta(PUBLISHED))
                .or(() -> inProperty("datePublished"))
                .or(() -> inData("dateCreated"))
                .or(() -> inData("uploadDate"));
    }

    /** What is stated to be a date, without saying of what. */
    Optional<Found<ClaimedTime>> vague() {
        return inMeta(VAGUE).or(() -> inProperty("dateCreated"));
    }

    /** What is stated to be the time of the last change. */
    Optional<Found<ClaimedTime>> modified() {
        return inData("dateModified").or(() -> inMeta(MODIFIED)).or(() -> inProperty("dateModified"));
    }

    private Optional<Found<ClaimedTime>> inData(String property) {
        Optional<Found<ClaimedTime>> found = claim(data.article(), property);
        if (found.isPresent()) {
            return found;
        }
        for (JsonNode object : data.ownObjects()) {
            if (JsonLd.types(object).stream().noneMatch(OTHER_THINGS::contains)) {
                found = claim(object, property);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Found<ClaimedTime>> claim(JsonNode object, String property) {
        return JsonLd.text(object, property).flatMap(reader::read).map(claim -> new Found<>(claim, Provenance.JSON_LD));
    }

    private Optional<Found<ClaimedTime>> inMeta(List<String> names) {
        for (String name : names) {
            for (String content : marks.metas(name)) {
                Optional<ClaimedTime> claim = reader.read(content);
                if (claim.isPresent()) {
                    return claim.map(at -> new Found<>(at, Provenance.META));
                }
            }
        }
        return Optional.empty();
    }

    /** Where many elements have the property, they are those of a list of other stories. */
    private Optional<Found<ClaimedTime>> inProperty(String property) {
        List<Element> elements = microdata.properties(property).stream()
                .filter(element -> !marks.areElsewhere(element))
                .toList();
        for (Element element : elements.size() > MANY ? List.<Element>of() : elements) {
            Optional<ClaimedTime> claim = reader.read(stated(element));
            if (claim.isPresent()) {
                return claim.map(Found::inHtml);
            }
        }
        return Optional.empty();
    }

    /** What an element says for machines, else what it says for people. */
    static String stated(Element element) {
        for (String attribute : List.of("datetime", "content", "title")) {
            String value = Clip.to(Limits.FIELD, element.attr(attribute));
            if (!value.isBlank() && value.chars().anyMatch(Character::isDigit)) {
                return value;
            }
        }
        return Length.text(element, DateText.LONGEST);
    }
}
