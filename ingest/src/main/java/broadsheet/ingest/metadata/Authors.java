package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.model.Provenance;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Finds who wrote an article. In this order: structured data, meta elements, microdata, a by-line at the headline; the
 * same where they name the owner of the site; an element that is named for authors.
 */
final class Authors {
    private static final List<String> METAS = List.of(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "dc:creator",
            "og:article:author",
            "citation_author",
            "citation_authors",
            "byl",
            "cxenseparse:author",
            "article:author_name",
            "authors",
            "creator",
            "twitter:data1");
    /** "Okafor, Ada": two single words with one comma. */
    private static final Pattern SURNAME_FIRST = Pattern.compile("^([^,;\\s]{1,60}), ([^,;\\s]{1,60}(?: \\p{L}\\.)?)$");

    /** Names in citations have the surname first even where they are longer. */
    private static final Pattern CITED = Pattern.compile("^([^,]{1,100}), ([^,]{1,100})$");

    private static final int LONGEST = 120;

    private static final List<Step<Authors, Found<List<String>>>> STEPS = List.of(
            new Step<>("authors-in-data", authors -> authors.inData(authors.people)),
            new Step<>("authors-in-meta", authors -> authors.inMeta(authors.people)),
            new Step<>(
                    "authors-in-properties",
                    authors -> authors.inElements(authors.marks.properties("author"), authors.people)),
            new Step<>("authors-in-lines", authors -> authors.inLines(authors.people)),
            new Step<>("authors-of-own-site", Authors::ofOwner),
            new Step<>(
                    "authors-in-named-elements",
                    authors -> authors.inElements(authors.marks.authors(), authors.people)),
            new Step<>(
                    "authors-in-named-elements-of-own-site",
                    authors -> authors.inElements(authors.marks.authors(), authors.orOwner)));

    private final PersonNames people;
    private final PersonNames orOwner;
    private final Marks marks;
    private final JsonLd data;
    private final List<Block> near;
    private final Blocks blocks;

    /**
     * @param people tells their names
     * @param near the lines about the headline
     */
    Authors(PersonNames people, Marks marks, JsonLd data, List<Block> near, Blocks blocks) {
        this.people = people;
        orOwner = people.orOwner();
        this.marks = marks;
        this.data = data;
        this.near = near;
        this.blocks = blocks;
    }

    /** The names, in the order of the by-line, without asking the steps of these names; empty if the page names nobody. */
    Optional<Found<List<String>>> find(Set<String> without) {
        return Step.first(STEPS, this, without);
    }

    static List<String> steps() {
        return Step.names(STEPS);
    }

    private Optional<Found<List<String>>> ofOwner() {
        return inData(orOwner)
                .or(() -> inMeta(orOwner))
                .or(() -> inElements(marks.properties("author"), orOwner))
                .or(() -> inLines(orOwner));
    }

    private Optional<Found<List<String>>> inData(PersonNames people) {
        List<String> stated = new ArrayList<>();
        JsonNode author = data.article().path("author");
        if (author.isMissingNode()) {
            author = data.article().path("creator");
        }
        for (JsonNode each : author.isArray() ? author : List.of(author)) {
            if (stated.size() >= Limits.AUTHORS) {
                break;
            }
            if (each.isTextual()) {
                stated.add(Clip.to(Limits.LINE, each.asText()));
            } else if (each.has("name")) {
                if (!JsonLd.types(each).contains("Organization")) {
                    JsonLd.text(each, "name").ifPresent(stated::add);
                }
            } else if (each.has("@id")) {
                JsonLd.text(data.byId(each.path("@id").asText("")), "name").ifPresent(stated::add);
            }
        }
        return people.in(stated).map(names -> new Found<>(names, Provenance.JSON_LD));
    }

    private Optional<Found<List<String>>> inMeta(PersonNames people) {
        for (String name : METAS) {
            Pattern turned = name.startsWith("citation") ? CITED : SURNAME_FIRST;
            List<String> stated = marks.metas(name).stream()
                    .limit(Limits.AUTHORS)
                    .map(each -> Clip.to(Limits.LINE, each))
                    .map(each -> turned.matcher(each.strip()).replaceFirst("$2 $1"))
                    .toList();
            Optional<List<String>> names = people.in(stated);
            if (names.isPresent()) {
                return names.map(list -> new Found<>(list, Provenance.META));
            }
        }
        return Optional.empty();
    }

    /** A line about the headline that begins with "By" in one of the languages; the name may be the next line. */
    private Optional<Found<List<String>>> inLines(PersonNames people) {
        for (Block line : near) {
            if (line.letters() < LONGEST && PersonNames.isByline(line.text())) {
                String rest = PersonNames.beforeTrimmings(line.text());
                if (rest.isBlank() && line.index() + 1 < blocks.size()) {
                    rest = PersonNames.beforeTrimmings(
                            blocks.get(line.index() + 1).text());
                }
                Optional<List<String>> names = people.in(List.of(rest));
                if (names.isPresent()) {
                    return names.map(Found::inHtml);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Found<List<String>>> inElements(List<Element> elements, PersonNames people) {
        for (Element element : elements) {
            String text = element.hasAttr("content") ? element.attr("content") : name(element);
            if (text.length() < LONGEST && !marks.areElsewhere(element)) {
                Optional<List<String>> names = people.in(List.of(text));
                if (names.isPresent()) {
                    return names.map(Found::inHtml);
                }
            }
        }
        return Optional.empty();
    }

    /** The text of the link inside, where there is one: what stands beside it is date, role and buttons. */
    private static String name(Element element) {
        Element link = element.selectFirst("[itemprop=name], [rel=author], .fn, a[href*=author], a[href*=autor]");
        return PersonNames.beforeTrimmings(spaced(link == null || Length.isBlank(link) ? element : link));
    }

    /** The text with a space between elements: styles set apart what markup has joined. */
    private static String spaced(Element element) {
        return Length.start(element, Limits.LINE);
    }
}
