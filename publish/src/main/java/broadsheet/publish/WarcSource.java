package broadsheet.publish;

import broadsheet.model.Facts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * A WARC archive (ISO 28500:2017), gzipped or not: each successful HTTP response with a type that can be a page. The
 * body comes without transfer and content encoding. Requests, metadata, redirects, errors, images and revisits (which
 * say that nothing changed) are {@linkplain Found.Skipped skipped}.
 *
 * <p>A response whose body cannot be decoded is unreadable, and the next is read; where the archive itself is broken the
 * rest is unreadable as one.
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
    public void read(Consumer<Found> found) {
        long position = 0;
        try (WarcReader reader = new WarcReader(archive)) {
            for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                position = reader.position();
                found.accept(page(next.get(), archive.getFileName() + "@" + position));
            }
        } catch (IOException e) {
            found.accept(new Found.Unreadable(
                    archive + "@" + position, "archive broken after this record: " + BoundedReading.reason(e)));
        }
    }

    private Found page(WarcRecord record, String name) throws IOException {
        if (!(record instanceof WarcResponse response)) {
            return new Found.Skipped(name, "WARC record of type " + record.type());
        }
        byte[] message;
        try {
            message = BoundedReading.read(response.body().stream(), maxBytes);
        } catch (BoundedReading.TooLarge e) {
            return new Found.Unreadable(name, BoundedReading.reason(e));
        }
        // From here on the bytes are in hand, so that whatever goes wrong is wrong with this record alone.
        try {
            return page(response, HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(message))), name);
        } catch (IOException e) {
            return new Found.Unreadable(name, BoundedReading.reason(e));
        }
    }

    private Found page(WarcResponse response, HttpResponse http, String name) throws IOException {
        String type = http.headers().first("Content-Type").orElse("");
        if (http.status() < 200 || http.status() > 299) {
            return new Found.Skipped(name, "HTTP status " + http.status());
        }
        if (!type.isBlank() && !PAGE_TYPES.contains(http.contentType().base().toString())) {
            return new Found.Skipped(name, "content type " + type);
        }
        byte[] body = BoundedReading.read(http.bodyDecoded().stream(), maxBytes);
        return new Found.Page(new RawPage(name, body, facts(response, http, type)));
    }

    private static Map<String, String> facts(WarcResponse response, HttpResponse http, String type) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(Facts.URL, response.target());
        facts.put(Facts.FETCHED_AT, response.date().toString());
        facts.put(Facts.HTTP_STATUS, Integer.toString(http.status()));
        if (!type.isBlank()) {
            facts.put(Facts.CONTENT_TYPE, type);
        }
        return facts;
    }
}
