package broadsheet.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a source holds, gathered for a test. */
record Reading(List<SourceItem> all) {

    static Reading of(PageSource source) {
        List<SourceItem> all = new ArrayList<>();
        source.read(all::add);
        return new Reading(all);
    }

    List<SourcePage> pages() {
        return all.stream()
                .filter(SourceItem.Page.class::isInstance)
                .map(SourceItem.Page.class::cast)
                .map(SourceItem.Page::page)
                .toList();
    }

    SourcePage onlyPage() {
        if (all.size() != 1 || pages().size() != 1) {
            throw new AssertionError("not exactly one page: " + all);
        }
        return pages().get(0);
    }

    List<String> names() {
        return all.stream().map(SourceItem::name).toList();
    }

    static String text(SourcePage page) {
        return new String(page.value(), StandardCharsets.UTF_8);
    }
}
