package broadsheet.ingest.wrap;

import broadsheet.archive.Capture;
import broadsheet.archive.MalformedWrapping;
import java.time.Instant;
import java.util.Optional;

/**
 * A page that was inside something else.
 *
 * @param bytes the page as fetched
 * @param url where it was fetched from
 * @param contentType media type as served
 * @param fetchedAt when it was fetched
 * @param httpStatus status of the response
 */
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere; a copy of each page would be paid for nothing.
public record Wrapped(
        byte[] bytes,
        Optional<String> url,
        Optional<String> contentType,
        Optional<Instant> fetchedAt,
        Optional<Integer> httpStatus) {

    /**
     * What was archived, and the first {@code limit + 1} bytes of its page.
     *
     * @throws MalformedWrapping if the page is not what the response says
     */
    public static Wrapped of(Capture capture, int limit) throws MalformedWrapping {
        return new Wrapped(
                capture.page(limit),
                capture.url(),
                capture.contentType(),
                capture.fetchedAt(),
                Optional.of(capture.status()));
    }
}
