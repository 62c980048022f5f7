package broadsheet.console.page;

import broadsheet.console.index.OutletStanding;
import broadsheet.console.query.QueryField;
import broadsheet.console.query.SearchQuery;
import java.util.List;

/** All outlets: how many articles and copies there are of each, and how new the latest is. */
public record SourcesPage(List<OutletStanding> outlets) {

    /** So many are listed. */
    private static final int MOST = 2_000;

    public String html() {
        HtmlElement rows = HtmlElement.of("tbody");
        for (OutletStanding outlet : outlets.subList(0, Math.min(MOST, outlets.size()))) {
            String search = SearchQuery.written(QueryField.SOURCE, outlet.source());
            rows.add(HtmlElement.of(
                    "tr",
                    HtmlElement.of("th", HtmlElement.link(PageAddress.search(search), outlet.source()))
                            .with("scope", "row"),
                    HtmlElement.of("td", PageWords.number(outlet.originals())).kind("number"),
                    HtmlElement.of("td", PageWords.number(outlet.copies())).kind("number"),
                    HtmlElement.of("td", PageWords.time(outlet.latest()))));
        }
        String count = PageWords.counted(outlets.size(), "outlet", "outlets");
        return new PageFrame("Sources", "", "")
                .around(
                        HtmlElement.of("h1", "Sources"),
                        HtmlElement.of(
                                "p",
                                count + ". Copies are articles that another outlet had first; they are listed with"
                                        + " their originals."),
                        PageTable.of("Articles by outlet", rows, "outlet", "articles", "copies", "latest"));
    }
}
