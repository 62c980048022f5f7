package broadsheet.console.page;

import broadsheet.console.index.DayCounts;
import broadsheet.console.query.SearchQuery;
import java.util.List;
import java.util.function.Function;

/** How many results were published when, as bars that lead to those days. Drawn in units of its own, to any width. */
final class DayBars {

    private static final int MOST = 60;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 80;
    private static final int WIDEST = 40;

    private DayBars() {}

    /**
     * Draws them.
     *
     * @param address where the search of that text is
     */
    static HtmlElement of(DayCounts days, SearchQuery query, Function<String, String> address) {
        List<DayCounts.Bar> bars = days.bars(MOST);
        if (bars.isEmpty()) {
            return HtmlElement.of("div");
        }
        int highest = bars.stream().mapToInt(DayCounts.Bar::count).max().orElse(1);
        double each = (double) WIDTH / bars.size();
        HtmlElement drawing = HtmlElement.of("svg")
                .with("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .with("preserveAspectRatio", "none")
                .with("role", "group")
                .with("aria-label", "Articles by day");
        for (int i = 0; i < bars.size(); i++) {
            if (bars.get(i).count() > 0) {
                drawing.add(bar(bars.get(i), query, address, i * each, each, highest));
            }
        }
        String first = bars.get(0).first().toString();
        String last = bars.get(bars.size() - 1).end().minusDays(1).toString();
        return HtmlElement.of(
                        "figure",
                        drawing,
                        HtmlElement.of(
                                "figcaption",
                                HtmlElement.of("span", first),
                                HtmlElement.of(
                                        "span",
                                        bars.get(0).days() == 1
                                                ? "by day"
                                                : "by " + bars.get(0).days() + " days"),
                                HtmlElement.of("span", last)))
                .kind("days");
    }

    private static HtmlElement bar(
            DayCounts.Bar bar,
            SearchQuery query,
            Function<String, String> address,
            double x,
            double each,
            int highest) {
        double height = Math.max(2, (double) bar.count() / highest * HEIGHT);
        String what = bar.first() + ": " + PageWords.counted(bar.count(), "article", "articles");
        String narrowed = query.between(bar.first().toString(), bar.end().toString());
        return HtmlElement.of(
                        "a",
                        HtmlElement.of("title", what),
                        rect(x, 0, each, HEIGHT, "room"),
                        rect(x, HEIGHT - height, Math.min(WIDEST, Math.max(1, each - 1)), height, "bar"))
                .with("href", address.apply(narrowed))
                .with("aria-label", what);
    }

    private static HtmlElement rect(double x, double y, double width, double height, String kind) {
        return HtmlElement.of("rect")
                .with("x", units(x))
                .with("y", units(y))
                .with("width", units(width))
                .with("height", units(height))
                .kind(kind);
    }

    private static String units(double length) {
        return Double.toString(Math.round(length * 100) / 100.0);
    }
}
