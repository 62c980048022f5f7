package broadsheet.console.page;

import broadsheet.console.index.FacetCount;
import broadsheet.console.index.SearchHit;
import broadsheet.console.query.QueryField;
import broadsheet.console.query.SearchQuery;
import java.util.List;
import java.util.Optional;

/**
 * The newest by section, and what most outlets carry.
 *
 * @param language the only one shown; empty for all
 * @param languages all there are, with how many articles
 * @param latest whatever the section
 * @param carried originals with most copies
 * @param sections the most frequent ones
 */
public record FrontPage(
        Optional<String> language,
        List<FacetCount> languages,
        List<SearchHit> latest,
        List<SearchHit> carried,
        List<SectionColumn> sections) {

    /** The newest of one section. */
    public record SectionColumn(String name, int count, List<SearchHit> newest) {}

    public String html() {
        var frame = new PageFrame(
                "Front page",
                "",
                language.map(FrontPage::asked).map(PageAddress::question).orElse(""));
        if (latest.isEmpty()) {
            return frame.around(HtmlElement.of("h1", "Front page").kind("quiet"), nothing());
        }
        HtmlElement columns = HtmlElement.of("div").kind("columns");
        columns.add(column("Latest", language.map(FrontPage::asked).orElse(""), latest));
        if (!carried.isEmpty()) {
            columns.add(column("Most carried", "", carried));
        }
        for (SectionColumn section : sections) {
            columns.add(column(section.name(), asked(section), section.newest()));
        }
        return frame.around(HtmlElement.of("h1", "Front page").kind("quiet"), choice(), columns);
    }

    private static HtmlElement nothing() {
        return HtmlElement.of(
                "p",
                "No article has been published yet, or they are still being read. The page shows them as they come.");
    }

    private static String asked(String language) {
        return SearchQuery.written(QueryField.LANGUAGE, language);
    }

    private String asked(SectionColumn section) {
        String wanted = SearchQuery.written(QueryField.SECTION, section.name());
        return language.map(one -> wanted + " " + asked(one)).orElse(wanted);
    }

    private HtmlElement choice() {
        HtmlElement list = HtmlElement.of("ul");
        list.add(HtmlElement.of("li", chosen(HtmlElement.link("/", "all languages"), language.isEmpty())));
        for (FacetCount one : languages) {
            HtmlElement link = HtmlElement.link("/?language=" + one.value(), PageWords.language(one.value()))
                    .add(" ")
                    .add(HtmlElement.of("small", PageWords.number(one.count())));
            list.add(HtmlElement.of(
                    "li", chosen(link, language.filter(one.value()::equals).isPresent())));
        }
        return HtmlElement.of("nav", list).kind("choice").with("aria-label", "Languages");
    }

    private static HtmlElement chosen(HtmlElement link, boolean isChosen) {
        return isChosen ? link.with("aria-current", "page") : link;
    }

    private static HtmlElement column(String name, String search, List<SearchHit> hits) {
        HtmlElement head = search.isEmpty() && !name.equals("Latest")
                ? HtmlElement.of("h2", name)
                : HtmlElement.of("h2", HtmlElement.link(PageAddress.search(search), name));
        return HtmlElement.of("section", head)
                .add(hits.stream().map(TeaserText::brief).toList());
    }
}
