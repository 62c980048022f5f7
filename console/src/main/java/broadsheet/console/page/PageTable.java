package broadsheet.console.page;

/** A table that a narrow window can move sideways. */
final class PageTable {

    private PageTable() {}

    static HtmlElement of(String caption, HtmlElement rows, String... heads) {
        HtmlElement head = HtmlElement.of("tr");
        for (String one : heads) {
            head.add(HtmlElement.of("th", one).with("scope", "col"));
        }
        HtmlElement table =
                HtmlElement.of("table", HtmlElement.of("caption", caption), HtmlElement.of("thead", head), rows);
        return HtmlElement.of("div", table)
                .kind("scroll")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", caption);
    }

    /** A row of texts by somebody else, the first of them its head. */
    static HtmlElement row(String head, String... cells) {
        HtmlElement row = HtmlElement.of(
                "tr", HtmlElement.of("th", HtmlElement.foreign(head)).with("scope", "row"));
        for (String cell : cells) {
            row.add(HtmlElement.of("td", HtmlElement.foreign(cell)));
        }
        return row;
    }
}
