package broadsheet.ingest.wrap;

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
        Optional<Integer> httpStatus) {}
