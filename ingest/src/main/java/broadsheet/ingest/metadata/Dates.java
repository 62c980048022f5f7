package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.model.Provenance;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Finds when an article was published and last changed. The most deliberate statement counts: data before text, text before the URL. */
final class Dates {
    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "article:published",
            "og:article:published_time",
            "datepublished",
            "og:published_time",
            "parsely-pub-date",
            "sailthru.date",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.created",
            "dc.date.created",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "publicationdate",
            "article.published",
            "date_published",
            "citation_publication_date",
            "cxenseparse:recs:publishtime",
            "cxense:publishtime",
            "rnews:datepublished",
            "displaydate",
            "originalpublicationdate",
            "article_date_original",
            "timestamp",
            "bt:pubdate",
            "last-published",
            "dc.date",
            "dcterms.date",
            "dc:date",
            "date",
            "ptime",
            "article:post_date",
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

    private static final Pattern IN_URL =
            Pattern.compile("[/_.=-]((?:19|20)\\d{2})[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\\d|3[01])(?!\\d)");

    private static final Pattern ANNOUNCED = Pattern.compile(
            "published|posted|updated|last (?:modified|edited|changed|reviewed)|veröffentlicht|erstellt|stand|datum|aktualisiert|publié|publicado|pubblicato|gepubliceerd|opublikowano|опубликовано|дата|公開|投稿|发布|发表",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Such a line gives a publication date only where no other does. */
    private static final Pattern CHANGED = Pattern.compile(
            "updated|modified|last reviewed|aktualisiert|geändert|mis à jour|actualizado|aggiornato|bijgewerkt|обновлено",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Letters of a line that may give the page's date when nothing else does. */
    private static final int SHORT = 200;

    /** Until this hour in UTC it is still the day before somewhere (Hawaii). */
    private static final int WESTERNMOST = 10;

    /** From this hour in UTC it is already the day after somewhere (Kiribati). */
    private static final int EASTERNMOST = 10;

    private Dates() {}

    /**
     * When the page says it was published.
     *
     * @param near the lines about the headline
     */
    static Optional<Found<Claim>> published(
            Marks marks, JsonLd data, String url, DateText reader, List<Block> near, Blocks blocks) {
        Optional<Found<Claim>> seen = inLines(near, reader);
        Optional<Found<Claim>> inUrl = inUrl(url, reader);
        return stated(marks, data, reader)
                .map(found -> onItsOwnDay(found, inUrl.or(() -> seen)))
                .or(() -> seen)
                .or(() -> inUrl)
                .or(() -> inTime(marks, reader))
                .or(() -> inNamed(marks, reader))
                .or(() -> modified(marks, data, reader))
                .or(() -> announced(blocks, reader))
                .or(() -> inTitle(marks, reader))
                .or(() -> anywhere(blocks, reader));
    }

    /** Notices and events carry their day in the title: "08.11.2021 | …". */
    private static Optional<Found<Claim>> inTitle(Marks marks, DateText reader) {
        return reader.read(marks.title()).map(at -> new Found<>(at, Provenance.HTML));
    }

    /** The last resort: the first short line of the page, not a link or a copyright notice, with a spelled-out date. */
    private static Optional<Found<Claim>> anywhere(Blocks blocks, DateText reader) {
        for (Block block : blocks.all()) {
            boolean isLine = block.letters() < SHORT
                    && block.linkDensity() < 0.5
                    && block.text().indexOf('©') < 0;
            Optional<Claim> claim = isLine ? reader.readProse(block.text()) : Optional.empty();
            if (claim.isPresent()) {
                return claim.map(at -> new Found<>(at, Provenance.HTML));
            }
        }
        return Optional.empty();
    }

    private static Optional<Found<Claim>> stated(Marks marks, JsonLd data, DateText reader) {
        return inData(data, "datePublished", reader)
                .or(() -> inMeta(marks, PUBLISHED, reader))
                .or(() -> inProperty(marks, "datePublished", reader))
                .or(() -> inData(data, "dateCreated", reader))
                .or(() -> inData(data, "uploadDate", reader));
    }

    /**
     * A time in UTC may fall on the day before or after the publisher's own; where the page or its URL shows the day, that
     * one counts as the day.
     */
    private static Found<Claim> onItsOwnDay(Found<Claim> found, Optional<Found<Claim>> shown) {
        Claim claim = found.value();
        LocalTime time = claim.at().atOffset(ZoneOffset.UTC).toLocalTime();
        boolean dayOnly = time.equals(LocalTime.MIDNIGHT);
        long days = shown.isEmpty()
                ? 0
                : ChronoUnit.DAYS.between(claim.day(), shown.get().value().day());
        boolean before = days == -1 && (dayOnly || time.getHour() < WESTERNMOST);
        boolean after = days == 1 && (dayOnly || time.getHour() >= EASTERNMOST);
        boolean neighbour = before || after;
        return neighbour ? new Found<>(new Claim(claim.at(), shown.get().value().day()), found.where()) : found;
    }

    private static Optional<Found<Claim>> inLines(List<Block> near, DateText reader) {
        Optional<Found<Claim>> changed = Optional.empty();
        for (Block line : near) {
            Optional<Found<Claim>> claim = reader.read(line.text()).map(at -> new Found<>(at, Provenance.HTML));
            if (claim.isPresent() && !CHANGED.matcher(line.text()).find()) {
                return claim;
            }
            changed = changed.or(() -> claim);
        }
        return changed;
    }

    /** A line anywhere on the page that says that it gives the date: "Published on …", "Stand: …". */
    private static Optional<Found<Claim>> announced(Blocks blocks, DateText reader) {
        for (Block block : blocks.all()) {
            if (block.letters() < 120 && ANNOUNCED.matcher(block.text()).find()) {
                Optional<Claim> claim = reader.read(block.text());
                if (claim.isPresent()) {
                    return claim.map(at -> new Found<>(at, Provenance.HTML));
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Found<Claim>> modified(Marks marks, JsonLd data, DateText reader) {
        return inData(data, "dateModified", reader)
                .or(() -> inMeta(marks, MODIFIED, reader))
                .or(() -> inProperty(marks, "dateModified", reader));
    }

    private static Optional<Found<Claim>> inData(JsonLd data, String property, DateText reader) {
        Optional<Found<Claim>> found = claim(JsonLd.text(data.article(), property), Provenance.JSON_LD, reader);
        if (found.isPresent()) {
            return found;
        }
        for (JsonNode object : data.objects()) {
            if (JsonLd.types(object).stream().anyMatch(OTHER_THINGS::contains)) {
                continue;
            }
            found = claim(JsonLd.text(object, property), Provenance.JSON_LD, reader);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Found<Claim>> claim(Optional<String> text, Provenance where, DateText reader) {
        return text.flatMap(reader::read).map(claim -> new Found<>(claim, where));
    }

    private static Optional<Found<Claim>> inMeta(Marks marks, List<String> names, DateText reader) {
        for (String name : names) {
            for (String content : marks.metas(name)) {
                Optional<Claim> claim = reader.read(content);
                if (claim.isPresent()) {
                    return claim.map(at -> new Found<>(at, Provenance.META));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Found<Claim>> inProperty(Marks marks, String property, DateText reader) {
        return firstOf(marks.properties(property), reader);
    }

    private static Optional<Found<Claim>> inTime(Marks marks, DateText reader) {
        for (Element time : marks.times()) {
            if (time.hasAttr("pubdate")) {
                Optional<Claim> claim = reader.read(stated(time));
                if (claim.isPresent()) {
                    return claim.map(at -> new Found<>(at, Provenance.HTML));
                }
            }
        }
        return firstOf(marks.times(), reader);
    }

    private static Optional<Found<Claim>> inNamed(Marks marks, DateText reader) {
        for (Element element : marks.dates()) {
            String text = element.text();
            if (text.length() < 160) {
                Optional<Claim> claim = reader.read(text);
                if (claim.isPresent()) {
                    return claim.map(at -> new Found<>(at, Provenance.HTML));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Found<Claim>> firstOf(List<Element> elements, DateText reader) {
        for (Element element : elements) {
            Optional<Claim> claim = reader.read(stated(element));
            if (claim.isPresent()) {
                return claim.map(at -> new Found<>(at, Provenance.HTML));
            }
        }
        return Optional.empty();
    }

    private static String stated(Element element) {
        for (String attribute : List.of("datetime", "content", "title")) {
            String value = element.attr(attribute);
            if (!value.isBlank() && value.chars().anyMatch(Character::isDigit)) {
                return value;
            }
        }
        return element.text();
    }

    private static Optional<Found<Claim>> inUrl(String url, DateText reader) {
        Matcher at = IN_URL.matcher(url);
        if (!at.find()) {
            return Optional.empty();
        }
        return reader.read(at.group(1) + "-" + at.group(2) + "-" + at.group(3))
                .map(claim -> new Found<>(claim, Provenance.URL));
    }
}
