package broadsheet.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a source holds, gathered for a test. */
record Reading(List<Found> all) {

    static Reading of(PageSource source) {
        List<Found> all = new ArrayList<>();
        source.read(all::add);
        return new Reading(all);
    }

    List<RawPage> pages() {
        return all.stream()
                .filter(Found.Page.class::isInstance)
                .map(Found.Page.class::cast)
                .map(Found.Page::page)
                .toList();
    }

    RawPage onlyPage() {
        if (all.size() != 1 || pages().size() != 1) {
            throw new AssertionError("not exactly one page: " + all);
        }
        return pages().get(0);
    }

    List<String> names() {
        return all.stream().map(Found::name).toList();
    }

    static String text(RawPage page) {
        return new String(page.value(), StandardCharsets.UTF_8);
    }
}
