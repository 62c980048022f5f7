package broadsheet.console.feed;

import broadsheet.console.index.SearchHit;
import broadsheet.model.Article;
import broadsheet.model.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What every kind of feed says of an article. */
record FeedItem(SearchHit hit) {

    private Article article() {
        return hit.article();
    }

    /** The same for as long as the article is the same, in whatever feed (RFC 8141, an informal name). */
    String id() {
        return "urn:broadsheet:" + article().id();
    }

    String title() {
        return article().headline();
    }

    /** The article at its publisher's; empty if it has no address there. */
    Optional<String> link() {
        return article().address();
    }

    Instant published() {
        return hit.time();
    }

    /** Not before it was published. */
    Instant updated() {
        Instant changed = article().modifiedAt().orElse(published());
        return changed.isBefore(published()) ? published() : changed;
    }

    List<String> authors() {
        return article().authors();
    }

    /** The outlet. */
    Optional<String> outlet() {
        return article().source().name().or(() -> article().source().domain());
    }

    String language() {
        return article().language();
    }

    /** Subjects and the publisher's keywords, each once. */
    List<String> categories() {
        Stream<String> subjects = hit.published().enriched().sections().stream().map(Section::name);
        return Stream.concat(subjects, article().keywords().stream()).distinct().toList();
    }

    Optional<String> summary() {
        return article().description().filter(text -> !text.isBlank());
    }

    String text() {
        return article().body();
    }

    /** The body as HTML. */
    String html() {
        List<String> paragraphs = new ArrayList<>();
        for (String block : article().body().split("\n\n", -1)) {
            if (!block.isBlank()) {
                paragraphs.add("<p>" + escaped(block).replace("\n", "<br>") + "</p>");
            }
        }
        return String.join("\n", paragraphs);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
