package broadsheet.console.page;

import java.util.List;

/**
 * What all pages have: head, masthead, landmarks, the keys, the foot. They need no script; the one there is moves the focus.
 *
 * @param title of the page
 * @param search what stands in the search field
 * @param feed address of the page's feeds, without their endings' word; empty if it has none: {@code q=…}
 */
record PageFrame(String title, String search, String feed) {

    private static final String NAME = "Broadsheet";

    String around(HtmlNode... main) {
        HtmlElement page = HtmlElement.of("html", head(), body(List.of(main))).with("lang", "en");
        StringBuilder out = new StringBuilder("<!doctype html>\n");
        page.write(out);
        return out.append('\n').toString();
    }

    private HtmlElement head() {
        return HtmlElement.of(
                        "head",
                        HtmlElement.of("meta").with("charset", "utf-8"),
                        HtmlElement.of("title", title + " · " + NAME),
                        HtmlElement.of("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1"),
                        HtmlElement.of("meta").with("name", "color-scheme").with("content", "light dark"),
                        HtmlElement.of("link").with("rel", "stylesheet").with("href", "/style.css"),
                        HtmlElement.of("link").with("rel", "icon").with("href", "/icon.svg"),
                        HtmlElement.of("script").with("src", "/keys.js").with("defer", "defer"))
                .add(alternates());
    }

    private List<HtmlElement> alternates() {
        return List.of(
                alternate("atom", "application/atom+xml"),
                alternate("rss", "application/rss+xml"),
                alternate("json", "application/feed+json"));
    }

    private HtmlElement alternate(String ending, String type) {
        return HtmlElement.of("link")
                .with("rel", "alternate")
                .with("type", type)
                .with("title", title)
                .with("href", "/search." + ending + (feed.isEmpty() ? "" : "?" + feed));
    }

    private HtmlElement body(List<HtmlNode> main) {
        return HtmlElement.of(
                "body",
                HtmlElement.link("#main", "Skip to the articles").kind("skip"),
                masthead(),
                HtmlElement.of("main").with("id", "main").with("tabindex", "-1").add(main),
                foot(),
                keys());
    }

    private HtmlElement masthead() {
        HtmlElement field = HtmlElement.of("input")
                .with("type", "search")
                .with("name", "q")
                .with("id", "q")
                .with("maxlength", "1000")
                .with("autocomplete", "off")
                .with("value", search);
        return HtmlElement.of(
                        "header",
                        HtmlElement.link("/", NAME).kind("name"),
                        HtmlElement.of(
                                        "nav",
                                        HtmlElement.link("/", "Front page"),
                                        HtmlElement.link("/search", "All articles"),
                                        HtmlElement.link("/sources", "Sources"))
                                .with("aria-label", "Pages"),
                        HtmlElement.of(
                                        "form",
                                        HtmlElement.of("label", "Search").with("for", "q"),
                                        field,
                                        HtmlElement.of("button", "Search").with("type", "submit"))
                                .with("action", "/search")
                                .with("method", "get")
                                .with("role", "search"))
                .kind("masthead");
    }

    private static HtmlElement foot() {
        return HtmlElement.of(
                "footer",
                HtmlElement.of(
                        "p",
                        "Every search is a feed. Times are UTC. Places: GeoNames, CC BY 4.0. Outlines of land: Natural"
                                + " Earth. Subjects: IPTC Media Topics, CC BY 4.0. Keys: j and k go from article to"
                                + " article, / to the search, ? shows them."));
    }

    private static HtmlElement keys() {
        HtmlElement list = HtmlElement.of("dl");
        String[][] all = {
            {"j", "the next article"},
            {"k", "the one before"},
            {"Enter", "opens it"},
            {"/", "to the search"},
            {"?", "shows this"},
            {"Esc", "closes this"}
        };
        for (String[] one : all) {
            list.add(HtmlElement.of("dt", HtmlElement.of("kbd", one[0])), HtmlElement.of("dd", one[1]));
        }
        return HtmlElement.of("dialog", HtmlElement.of("h2", "Keys"), list)
                .with("id", "keys")
                .with("aria-label", "Keys");
    }
}
