package broadsheet.console.page;

import broadsheet.console.index.SearchHit;
import broadsheet.model.Section;
import broadsheet.model.Source;
import java.util.Optional;

/** An article as it stands in a list. */
final class TeaserText {

    private TeaserText() {}

    /** Who published it. */
    static String outlet(Source source) {
        return source.name().or(source::domain).orElse("unknown outlet");
    }

    /** Headline, outlet, time, and by how many it was carried. */
    static HtmlElement brief(SearchHit hit) {
        return HtmlElement.of("article", headline("h3", hit), byline(hit)).kind("item");
    }

    /** The same with some of its text. */
    static HtmlElement full(SearchHit hit) {
        HtmlElement passage = HtmlElement.of("p").kind("passage").with("dir", "auto");
        int from = 0;
        for (var mark : hit.passage().marks()) {
            passage.add(hit.passage().text().substring(from, mark.start()));
            passage.add(HtmlElement.of("mark", hit.passage().text().substring(mark.start(), mark.end())));
            from = mark.end();
        }
        passage.add(hit.passage().text().substring(from));
        return HtmlElement.of("article", headline("h2", hit), byline(hit), passage)
                .kind("item");
    }

    private static HtmlElement headline(String level, SearchHit hit) {
        HtmlElement link = HtmlElement.link(
                PageAddress.article(hit.article().id()), hit.article().headline());
        return HtmlElement.of(
                        level,
                        link.with("dir", "auto").with("lang", hit.article().language()))
                .kind("headline");
    }

    static HtmlElement byline(SearchHit hit) {
        HtmlElement line = HtmlElement.of("p").kind("byline");
        line.add(HtmlElement.foreign(outlet(hit.article().source())), new HtmlText(" · "), PageWords.time(hit.time()));
        Optional<Section> section =
                hit.published().enriched().sections().stream().findFirst();
        section.ifPresent(first -> line.add(" · ").add(HtmlElement.of("span", first.name())));
        if (hit.published().version().number() > 1) {
            line.add(" · ")
                    .add(HtmlElement.of(
                            "span", "version " + hit.published().version().number()));
        }
        if (hit.outlets() > 1) {
            String carried = "carried by " + PageWords.counted(hit.outlets(), "outlet", "outlets");
            line.add(" · ").add(HtmlElement.of("strong", carried).kind("carried"));
        }
        return line;
    }
}
