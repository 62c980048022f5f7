package broadsheet.publish;

import broadsheet.archive.Capture;
import broadsheet.archive.MalformedWrapping;
import broadsheet.archive.Warc;
import broadsheet.model.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A WARC archive (ISO 28500:2017), gzipped or not: each successful HTTP response with a type that can be a page. The
 * body comes without transfer and content encoding. Requests, metadata, redirects, errors, images and revisits (which
 * say that nothing changed) are {@linkplain SourceItem.Skipped skipped}.
 *
 * <p>A response whose body cannot be decoded, or whose record is broken, is unreadable, and the next is read.
 */
final class WarcSource implements PageSource {

    private static final Set<String> PAGE_TYPES = Set.of(
            "text/html",
            "application/xhtml+xml",
            "text/plain",
            "text/xml",
            "application/xml",
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/json",
            "application/feed+json",
            "application/ld+json",
            // What servers say that do not know: ingest looks at the bytes.
            "application/octet-stream");

    private final Path archive;
    private final int maxBytes;

    WarcSource(Path archive, int maxBytes) {
        this.archive = archive;
        this.maxBytes = maxBytes;
    }

    @Override
    public void read(Consumer<SourceItem> found) {
        try {
            Warc.read(archive, maxBytes, new Sorted(found));
        } catch (IOException e) {
            found.accept(new SourceItem.Unreadable(archive.toString(), BoundedReading.reason(e)));
        }
    }

    /** Tells pages from what else there is in the archive. */
    private final class Sorted implements Warc.Reader {

        private final Consumer<SourceItem> found;

        Sorted(Consumer<SourceItem> found) {
            this.found = found;
        }

        @Override
        public void capture(long position, Capture capture) {
            found.accept(sorted(capture, name(position)));
        }

        @Override
        public void other(long position, String what) {
            found.accept(new SourceItem.Skipped(name(position), what));
        }

        @Override
        public void broken(long position, String why) {
            found.accept(new SourceItem.Unreadable(name(position), why));
        }

        private String name(long position) {
            return archive.getFileName() + "@" + position;
        }
    }

    private SourceItem sorted(Capture capture, String name) {
        if (capture.status() < 200 || capture.status() > 299) {
            return new SourceItem.Skipped(name, "HTTP status " + capture.status());
        }
        Optional<String> type = capture.mediaType();
        if (type.isPresent() && !PAGE_TYPES.contains(type.get())) {
            return new SourceItem.Skipped(name, "content type " + type.get());
        }
        try {
            byte[] page = capture.page(maxBytes);
            return page.length > maxBytes
                    ? new SourceItem.Unreadable(name, "larger than " + maxBytes + " bytes")
                    : new SourceItem.Page(new SourcePage(name, page, facts(capture)));
        } catch (MalformedWrapping broken) {
            return new SourceItem.Unreadable(name, String.valueOf(broken.getMessage()));
        }
    }

    private static Map<String, String> facts(Capture capture) {
        Map<String, String> facts = new TreeMap<>();
        capture.url().ifPresent(url -> facts.put(Facts.URL, url));
        capture.fetchedAt().ifPresent(at -> facts.put(Facts.FETCHED_AT, at.toString()));
        facts.put(Facts.HTTP_STATUS, Integer.toString(capture.status()));
        capture.contentType().ifPresent(type -> facts.put(Facts.CONTENT_TYPE, type));
        return facts;
    }
}
