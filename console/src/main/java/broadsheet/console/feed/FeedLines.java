package broadsheet.console.feed;

import broadsheet.console.index.SearchHit;
import broadsheet.model.Article;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Articles as lines: records as they are, or rows of a table. */
final class FeedLines {

    private static final String LINE_END = "\r\n";
    private static final String HEAD =
            "id,url,published,changed,source,name,language,headline,authors,sections,outlets,description";

    private FeedLines() {}

    static String records(SearchFeed feed) {
        return feed.entries().stream()
                // A line break in JSON is but space between its parts.
                .map(hit -> new String(hit.json(), StandardCharsets.UTF_8)
                                .replace('\n', ' ')
                                .replace('\r', ' ')
                        + "\n")
                .collect(Collectors.joining());
    }

    static String csv(SearchFeed feed) {
        return HEAD
                + LINE_END
                + feed.entries().stream().map(hit -> row(hit) + LINE_END).collect(Collectors.joining());
    }

    private static String row(SearchHit hit) {
        Article article = hit.article();
        return List.of(
                        article.id(),
                        article.address().orElse(""),
                        hit.time().toString(),
                        article.modifiedAt().map(Object::toString).orElse(""),
                        article.source().domain().orElse(""),
                        article.source().name().orElse(""),
                        article.language(),
                        article.headline(),
                        String.join("; ", article.authors()),
                        hit.published().enriched().sections().stream()
                                .map(section -> section.name())
                                .collect(Collectors.joining("; ")),
                        Integer.toString(hit.outlets()),
                        article.description().orElse(""))
                .stream()
                .map(FeedLines::cell)
                .collect(Collectors.joining(","));
    }

    /**
     * A cell by RFC 4180. What a spreadsheet would take for a formula has an apostrophe before it, which it takes for "text":
     * headlines are anybody's.
     */
    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
