package broadsheet.demo;

import broadsheet.model.Facts;
import broadsheet.publish.PageSource;
import broadsheet.publish.PageSources;
import broadsheet.publish.SourceItem;
import broadsheet.publish.SourcePage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The sample pages in {@code samples/}: articles of different shapes, feeds, a revision, a copy, pages in other languages
 * and pages that are no articles; and one that is larger than any page may be, which is made here because nobody wants
 * it in a repository.
 */
final class SampleSource implements PageSource {

    private static final int OVERSIZE_BYTES = 11 << 20;

    @Override
    public void read(Consumer<SourceItem> found) {
        PageSources.resources(SampleSource.class.getClassLoader(), "samples").read(found);
        found.accept(new SourceItem.Page(oversize()));
    }

    private static SourcePage oversize() {
        String line = "<p>11 November 2026, 09:15: water level at the pier 2.31 metres, wind north-west, no ice.</p>\n";
        StringBuilder page = new StringBuilder("<html><head><title>Tide gauge: all readings</title></head><body>\n");
        while (page.length() < OVERSIZE_BYTES) {
            page.append(line);
        }
        page.append("</body></html>\n");
        return new SourcePage(
                "oversize.html",
                page.toString().getBytes(StandardCharsets.UTF_8),
                Map.of(
                        Facts.URL, "https://www.harbourcourier.example/tides/all-readings",
                        Facts.FETCHED_AT, "2026-11-19T15:04:00Z",
                        Facts.CONTENT_TYPE, "text/html; charset=utf-8"));
    }
}
