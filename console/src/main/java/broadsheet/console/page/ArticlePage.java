package broadsheet.console.page;

import broadsheet.console.index.SearchHit;
import broadsheet.console.query.QueryField;
import broadsheet.console.query.SearchQuery;
import broadsheet.model.Amendment;
import broadsheet.model.Article;
import broadsheet.model.CopyOf;
import broadsheet.model.Entity;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Section;
import broadsheet.model.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One article with all that is known of it.
 *
 * @param hit the article
 * @param original whose copy it is; empty if of none, or if that is not there any more
 * @param copies of it, so many as are shown
 */
public record ArticlePage(SearchHit hit, Optional<SearchHit> original, List<SearchHit> copies) {

    /** So many copies are shown. */
    public static final int MOST_COPIES = 100;

    private static final int MOST_ENTITIES = 30;

    private Article article() {
        return hit.article();
    }

    private PublishedArticle published() {
        return hit.published();
    }

    public String html() {
        HtmlElement text = HtmlElement.of("article", heading()).kind("text");
        copyNote().ifPresent(text::add);
        published().amendedBy().ifPresent(amendments -> text.add(amended(amendments)));
        text.add(HtmlElement.of("div")
                .add(BodyText.paragraphs(
                        article().body(), published().enriched().entities()))
                .kind("body")
                .with("lang", article().language()));
        HtmlElement aside = HtmlElement.of("aside").with("aria-label", "About the article");
        aside.add(named()).add(PlacesMap.of(published().enriched().entities()));
        if (!copies.isEmpty()) {
            aside.add(carriers());
        }
        aside.add(versions(), provenance(), record());
        return new PageFrame(article().headline(), "", "")
                .around(HtmlElement.of("div", text, aside).kind("reading"));
    }

    private HtmlElement heading() {
        HtmlElement sections = HtmlElement.of("p").kind("kicker");
        for (Section section : published().enriched().sections()) {
            sections.add(HtmlElement.link(
                                    PageAddress.search(SearchQuery.written(QueryField.SECTION, section.name())),
                                    section.name())
                            .with("title", section.origin().word() + ", " + PageWords.share(section.confidence())))
                    .add(" ");
        }
        HtmlElement heading = HtmlElement.of(
                "header",
                sections,
                HtmlElement.of("h1", article().headline())
                        .with("dir", "auto")
                        .with("lang", article().language()));
        article()
                .description()
                .ifPresent(text ->
                        heading.add(HtmlElement.of("p", text).kind("lead").with("dir", "auto")));
        return heading.add(byline(), outside());
    }

    private HtmlElement byline() {
        HtmlElement line = HtmlElement.of("p").kind("byline");
        if (!article().authors().isEmpty()) {
            line.add("by ")
                    .add(HtmlElement.foreign(String.join(", ", article().authors())))
                    .add(" · ");
        }
        line.add(HtmlElement.foreign(TeaserText.outlet(article().source())), new HtmlText(" · "));
        line.add(PageWords.time(hit.time()));
        article().modifiedAt().ifPresent(time -> line.add(" · changed ").add(PageWords.time(time)));
        return line.add(" · " + PageWords.counted(article().wordCount(), "word", "words") + " · "
                + PageWords.language(article().language()));
    }

    private HtmlElement outside() {
        HtmlElement line = HtmlElement.of("p").kind("outside");
        article()
                .address()
                .ifPresent(url -> line.add(HtmlElement.link(
                                url, "Read it at " + article().source().domain().orElse("its publisher's"))
                        .with("rel", "external noopener noreferrer nofollow")));
        return line;
    }

    private Optional<HtmlElement> copyNote() {
        return published().copyOf().map(copy -> {
            String kind = copy.kind().map(CopyOf.Kind::word).orElse("copy");
            String shared = PageWords.share(copy.similarity()) + " of the text is the same.";
            HtmlElement note = HtmlElement.of("p").kind("note");
            if (original.isEmpty()) {
                return note.add("This is a " + kind + " of an article that is not here any more. " + shared);
            }
            SearchHit first = original.orElseThrow();
            return note.add("This is a " + kind + " of ")
                    .add(HtmlElement.link(
                                    PageAddress.article(first.article().id()),
                                    first.article().headline())
                            .with("dir", "auto"))
                    .add(", which " + TeaserText.outlet(first.article().source()) + " had first. " + shared);
        });
    }

    private static HtmlElement amended(List<Amendment> amendments) {
        HtmlElement note = HtmlElement.of("p", "There is more to it: ").kind("note");
        for (Amendment amendment : amendments) {
            note.add(HtmlElement.link(
                            PageAddress.article(amendment.id()),
                            amendment.kind() == Amendment.Kind.CORRECTION ? "a correction" : "an update"))
                    .add(" ");
        }
        return note;
    }

    private HtmlElement named() {
        List<Entity> entities = published().enriched().entities();
        HtmlElement list = HtmlElement.of("ul").kind("names");
        for (Entity entity : entities.subList(0, Math.min(MOST_ENTITIES, entities.size()))) {
            String search = SearchQuery.written(QueryField.ENTITY, entity.name());
            String type = entity.type().name().toLowerCase(Locale.ROOT);
            list.add(HtmlElement.of(
                    "li",
                    HtmlElement.link(PageAddress.search(search), "")
                            .add(HtmlElement.foreign(entity.name()))
                            .kind("named " + type),
                    new HtmlText(" "),
                    HtmlElement.of(
                            "small",
                            type + ", " + PageWords.counted(entity.mentions().size(), "mention", "mentions"))));
        }
        return HtmlElement.of("section", HtmlElement.of("h2", "Who and what"), list);
    }

    private HtmlElement carriers() {
        HtmlElement rows = HtmlElement.of("tbody");
        for (SearchHit copy : copies) {
            String kind = copy.published()
                    .copyOf()
                    .flatMap(CopyOf::kind)
                    .map(CopyOf.Kind::word)
                    .orElse("copy");
            double similarity =
                    copy.published().copyOf().map(CopyOf::similarity).orElse(0.0);
            rows.add(HtmlElement.of(
                    "tr",
                    HtmlElement.of(
                                    "th",
                                    HtmlElement.foreign(
                                            TeaserText.outlet(copy.article().source())))
                            .with("scope", "row"),
                    HtmlElement.of(
                            "td",
                            HtmlElement.link(
                                            PageAddress.article(copy.article().id()),
                                            copy.article().headline())
                                    .with("dir", "auto")),
                    HtmlElement.of("td", PageWords.time(copy.time())),
                    HtmlElement.of("td", kind + ", " + PageWords.share(similarity))));
        }
        return PageTable.of("Also carried by", rows, "outlet", "headline", "published", "likeness");
    }

    private HtmlElement versions() {
        Version version = published().version();
        HtmlElement rows = HtmlElement.of("tbody");
        for (int i = 0; i < version.history().size(); i++) {
            Version.Entry entry = version.history().get(i);
            rows.add(HtmlElement.of(
                    "tr",
                    HtmlElement.of("th", Integer.toString(i + 1)).with("scope", "row"),
                    HtmlElement.of("td", PageWords.time(entry.at())),
                    HtmlElement.of("td", HtmlElement.of("code", entry.contentHash()))));
        }
        HtmlElement part = HtmlElement.of(
                "section",
                HtmlElement.of("h2", "Versions"),
                HtmlElement.of("p", "This is version " + version.number() + "." + changed(version)));
        return part.add(PageTable.of("Versions known", rows, "number", "as of", "content"));
    }

    private static String changed(Version version) {
        return version.changedFields().isEmpty()
                ? ""
                : " Changed since the one before: " + String.join(", ", version.changedFields()) + "."
                        + (version.substantive() ? "" : " The text is the same in substance.");
    }

    private HtmlElement provenance() {
        HtmlElement rows = HtmlElement.of("tbody");
        article().provenance().forEach((field, origin) -> rows.add(PageTable.row(field, origin.word())));
        return PageTable.of("Where each field was found", rows, "field", "found in");
    }

    private HtmlElement record() {
        return HtmlElement.of(
                "section",
                HtmlElement.of("h2", "Record"),
                HtmlElement.of("p", HtmlElement.of("code", article().id())),
                HtmlElement.of(
                        "p",
                        HtmlElement.link("/article.json?id=" + article().id(), "as JSON"),
                        new HtmlText(" · fetched "),
                        PageWords.time(article().fetchedAt()),
                        new HtmlText(
                                " · extraction " + PageWords.share(article().confidence()) + " sure")));
    }
}
