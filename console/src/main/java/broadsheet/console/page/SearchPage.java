package broadsheet.console.page;

import broadsheet.console.index.ArticleSearch;
import broadsheet.console.index.FacetCount;
import broadsheet.console.index.FacetField;
import broadsheet.console.index.ResultOrder;
import broadsheet.console.index.SearchResult;
import broadsheet.console.query.SearchQuery;
import java.util.List;
import java.util.Locale;

/**
 * What a search has found: results, when they were published, what they have in common, and the same as feeds.
 *
 * @param number of this page, from 1
 */
public record SearchPage(SearchQuery query, ResultOrder order, int number, SearchResult result) {

    /** Results on a page. */
    public static final int SIZE = 20;

    /** The last page that can be asked for. */
    public static final int LAST = ArticleSearch.DEEPEST / SIZE;

    private static final int MOST_VALUES = 12;

    public String html() {
        String text = query.text();
        String title = text.isEmpty() ? "All articles" : text;
        HtmlElement results = HtmlElement.of("section").kind("results").with("aria-label", "Results");
        results.add(found(), orders());
        results.add(DayBars.of(result.days(), query, one -> PageAddress.search(one, order, 1)));
        results.add(result.hits().stream().map(TeaserText::full).toList());
        results.add(pages());
        return new PageFrame(title, text, PageAddress.question(text))
                .around(
                        HtmlElement.of("h1", HtmlElement.foreign(title)).kind("quiet"),
                        HtmlElement.of("div", results, aside()).kind("search"));
    }

    private HtmlElement found() {
        HtmlElement found = HtmlElement.of("div");
        HtmlElement count =
                HtmlElement.of("p", HtmlElement.of("strong", PageWords.counted(result.total(), "article", "articles")));
        if (result.isPartial()) {
            count.add(" in the time there was; there may be more");
        }
        found.add(count.with("role", "status"));
        query.notes().forEach(note -> found.add(HtmlElement.of("p", note).kind("note")));
        if (!query.parts().isEmpty()) {
            HtmlElement parts = HtmlElement.of("ul").kind("parts").with("aria-label", "Parts of the search");
            for (int i = 0; i < query.parts().size(); i++) {
                String part = query.parts().get(i);
                parts.add(HtmlElement.of(
                        "li",
                        HtmlElement.foreign(part),
                        new HtmlText(" "),
                        HtmlElement.link(PageAddress.search(query.without(i), order, 1), "×")
                                .with("aria-label", "without " + part)));
            }
            found.add(parts);
        }
        return found;
    }

    private HtmlElement orders() {
        HtmlElement links = HtmlElement.of("p").kind("orders");
        for (ResultOrder one : ResultOrder.values()) {
            HtmlElement link = HtmlElement.link(PageAddress.search(query.text(), one, 1), "by " + one.word());
            links.add(one == order ? link.with("aria-current", "true") : link).add(" ");
        }
        links.add("as ");
        for (String ending : List.of("atom", "rss", "json", "ndjson", "csv")) {
            links.add(HtmlElement.link("/search." + ending + "?" + PageAddress.question(query.text()), ending))
                    .add(" ");
        }
        return links;
    }

    private HtmlElement aside() {
        HtmlElement aside = HtmlElement.of("aside").with("aria-label", "Narrow the search");
        for (FacetField field : FacetField.values()) {
            List<FacetCount> values = result.values(field);
            if (!values.isEmpty()) {
                aside.add(values(field, values));
            }
        }
        return aside;
    }

    private HtmlElement values(FacetField field, List<FacetCount> values) {
        HtmlElement list = HtmlElement.of("ul");
        for (FacetCount one : values.subList(0, Math.min(MOST_VALUES, values.size()))) {
            String shown = field == FacetField.LANGUAGE ? PageWords.language(one.value()) : one.value();
            HtmlElement link = HtmlElement.link(
                            PageAddress.search(query.with(field.query(), one.value()), order, 1), "")
                    .add(HtmlElement.foreign(shown));
            list.add(HtmlElement.of("li", link, HtmlElement.of("small", PageWords.number(one.count()))));
        }
        HtmlElement part = HtmlElement.of("section", HtmlElement.of("h2", name(field)), list);
        if (field == FacetField.ENTITY && result.total() > FacetField.FIRST_RESULTS) {
            part.add(HtmlElement.of("p", "in the first " + FacetField.FIRST_RESULTS + " results")
                    .kind("byline"));
        }
        return part;
    }

    private static String name(FacetField field) {
        return switch (field) {
            case SECTION -> "Sections";
            case SOURCE -> "Sources";
            case LANGUAGE -> "Languages";
            case ENTITY -> "People, places and organisations";
        };
    }

    private HtmlElement pages() {
        long last = Math.min(LAST, (result.total() + SIZE - 1) / SIZE);
        HtmlElement pages = HtmlElement.of("nav").kind("pages").with("aria-label", "Pages of results");
        if (number > 1) {
            pages.add(HtmlElement.link(PageAddress.search(query.text(), order, number - 1), "← before")
                    .with("rel", "prev"));
        }
        if (last > 1) {
            pages.add(HtmlElement.of("span", String.format(Locale.ENGLISH, "page %d of %d", number, last)));
        }
        if (number < last) {
            pages.add(HtmlElement.link(PageAddress.search(query.text(), order, number + 1), "next →")
                    .with("rel", "next"));
        }
        return pages;
    }
}
