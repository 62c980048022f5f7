package broadsheet.console.page;

import broadsheet.console.query.QueryField;
import broadsheet.console.query.SearchQuery;
import broadsheet.model.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A body as paragraphs, its mentions leading to the search for whom or what they name. */
final class BodyText {

    /** One mention, and of what. */
    private record Naming(int start, int end, Entity entity) {}

    private final String body;
    private final List<Naming> namings;
    private int next;

    private BodyText(String body, List<Naming> namings) {
        this.body = body;
        this.namings = namings;
    }

    static List<HtmlElement> paragraphs(String body, List<Entity> entities) {
        List<Naming> namings = new ArrayList<>();
        for (Entity entity : entities) {
            for (Entity.Mention mention : entity.mentions()) {
                if (mention.end() <= body.length()) {
                    namings.add(new Naming(mention.start(), mention.end(), entity));
                }
            }
        }
        namings.sort(Comparator.comparingInt(Naming::start));
        return new BodyText(body, namings).paragraphs();
    }

    private List<HtmlElement> paragraphs() {
        List<HtmlElement> all = new ArrayList<>();
        for (int from = 0; from < body.length(); ) {
            int blank = body.indexOf("\n\n", from);
            int to = blank < 0 ? body.length() : blank;
            if (to > from) {
                all.add(paragraph(from, to));
            }
            from = to + 2;
        }
        return all;
    }

    private HtmlElement paragraph(int from, int to) {
        HtmlElement paragraph = HtmlElement.of("p").with("dir", "auto");
        int at = from;
        for (; next < namings.size() && namings.get(next).start() < to; next++) {
            Naming naming = namings.get(next);
            // One that overlaps another, or the end of its paragraph, stays plain.
            if (naming.start() >= at && naming.end() <= to) {
                paragraph.add(body.substring(at, naming.start()));
                paragraph.add(named(naming));
                at = naming.end();
            }
        }
        return paragraph.add(body.substring(at, to));
    }

    private HtmlElement named(Naming naming) {
        Entity entity = naming.entity();
        String type = entity.type().name().toLowerCase(Locale.ROOT);
        String search = SearchQuery.written(QueryField.ENTITY, entity.name());
        return HtmlElement.link(PageAddress.search(search), body.substring(naming.start(), naming.end()))
                .kind("named " + type)
                .with("title", entity.name() + ", " + type);
    }
}
