package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.model.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds who wrote an article. In this order: structured data, meta elements, microdata, a by-line at the headline; the
 * same where they name the owner of the site; an element that is named for authors; the site, where its data calls it a
 * person.
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
    private static final int LONGEST = 120;

    private static final List<Step<Authors, Found<List<String>>>> STEPS = List.of(
            new Step<>("authors-in-data", authors -> authors.inData(authors.people)),
            new Step<>("authors-in-meta", authors -> authors.inMeta(authors.people)),
            new Step<>("authors-in-properties", authors -> authors.inElements(authors.properties, authors.people)),
            new Step<>("authors-in-lines", authors -> authors.inLines(authors.people)),
            new Step<>("authors-of-own-site", Authors::ofOwner),
            new Step<>(
                    "authors-in-named-elements",
                    authors -> authors.inElements(authors.marks.authors(), authors.people)),
            new Step<>(
                    "authors-in-named-elements-of-own-site",
                    authors -> authors.inElements(authors.marks.authors(), authors.orOwner)),
            new Step<>("authors-called-persons", Authors::ofSite));

    private final PersonNames people;
    private final PersonNames orOwner;
    private final Marks marks;
    private final List<Element> properties;
    private final JsonLd data;
    private final List<Block> near;
    private final Blocks blocks;

    /**
     * @param people tells their names
     * @param properties the elements of the page's own microdata for authors
     * @param near the lines about the headline
     */
    Authors(PersonNames people, Marks marks, List<Element> properties, JsonLd data, List<Block> near, Blocks blocks) {
        this.people = people;
        orOwner = people.orOwner();
        this.marks = marks;
        this.properties = properties;
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
                .or(() -> inElements(properties, orOwner))
                .or(() -> inLines(orOwner));
    }

    /** Where nobody else signs: the site under its own name, if its data calls that a person. */
    private Optional<Found<List<String>>> ofSite() {
        return inData(people.orCalled(data.persons()));
    }

    private Optional<Found<List<String>>> inData(PersonNames people) {
        return people.in(data.authors()).map(names -> new Found<>(names, Provenance.JSON_LD));
    }

    private Optional<Found<List<String>>> inMeta(PersonNames people) {
        for (String name : METAS) {
            boolean catalogued = name.startsWith("citation") || name.startsWith("dc");
            List<String> stated = marks.metas(name).stream()
                    .limit(Limits.AUTHORS)
                    .map(each -> Clip.to(Limits.LINE, each))
                    .map(each -> TurnedName.turnAll(each, catalogued))
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
            if (line.letters() < LONGEST && isSigned(line)) {
                String rest =
                        CjkByline.names(line.text()).isPresent() ? line.text() : Byline.beforeTrimmings(line.text());
                if (rest.isBlank() && line.index() + 1 < blocks.size()) {
                    rest = Byline.beforeTrimmings(blocks.get(line.index() + 1).text());
                }
                Optional<List<String>> names = people.in(List.of(rest));
                if (names.isPresent()) {
                    return names.map(Found::inHtml);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSigned(Block line) {
        return line.kind() != Block.Kind.CAPTION
                && (Byline.isByline(line.text()) || CjkByline.names(line.text()).isPresent());
    }

    private Optional<Found<List<String>>> inElements(List<Element> elements, PersonNames people) {
        for (Element element : elements) {
            AuthorElement author = new AuthorElement(element);
            if (!marks.areElsewhere(element) && !Elsewhere.isCredit(element)) {
                Optional<List<String>> names = author.text(LONGEST).flatMap(text -> people.in(List.of(text)));
                Optional<List<String>> believed = names.filter(list -> !isSection(list) || author.isLinked());
                if (believed.isPresent()) {
                    return believed.map(Found::inHtml);
                }
            }
        }
        return Optional.empty();
    }

    /** A lone word that the page's menu or address has too. */
    private boolean isSection(List<String> names) {
        String only = names.get(0);
        return names.size() == 1
                && only.indexOf(' ') < 0
                && (marks.menuLabels().stream().anyMatch(only::equalsIgnoreCase) || people.isSection(only));
    }
}
