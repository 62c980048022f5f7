package broadsheet.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Names of the headers in which a producer tells what it knows of a raw page. All are optional; the CloudEvents names
 * are understood where the plain one is missing.
 *
 * <p>Source: CloudEvents 1.0.2, Kafka protocol binding, binary content mode.
 */
public final class Facts {

    /** The URL that was fetched; alias {@link #CE_SUBJECT} if it is an http URL. */
    public static final String URL = "url";

    /** Media type as served, with charset where given: {@code text/html; charset=utf-8}. */
    public static final String CONTENT_TYPE = "content-type";

    /** When the page was fetched, RFC 3339; alias {@link #CE_TIME}; without both the record's timestamp counts. */
    public static final String FETCHED_AT = "fetched-at";

    /** Name of the source, as a reader would say it: {@code The Example Courier}. */
    public static final String SOURCE = "source";

    /** Title under which a feed listed the page. */
    public static final String FEED_TITLE = "feed-title";

    /** Time of publication that a feed gave for the page, RFC 3339 or RFC 1123. */
    public static final String FEED_PUBLISHED = "feed-published";

    /** Status of the HTTP response, a number. */
    public static final String HTTP_STATUS = "http-status";

    /**
     * That the record is no page but something around one, {@code envelope}, {@code warc} or {@code ninjs}, whose address
     * and time count as the producer's own. Not part of the media type: that is the server's word.
     */
    public static final String WRAPPING = "wrapping";

    /**
     * How often an operator has sent the record back, a number; written by {@code broadsheet redrive}, which gives up at
     * a limit. Not a fact of the page: parsers pass it over.
     */
    public static final String REDRIVEN = "broadsheet-redriven";

    public static final String CE_SPECVERSION = "ce_specversion";
    public static final String CE_ID = "ce_id";
    public static final String CE_TYPE = "ce_type";
    public static final String CE_SOURCE = "ce_source";
    public static final String CE_SUBJECT = "ce_subject";
    public static final String CE_TIME = "ce_time";

    private Facts() {}

    /** What the last header of that name says, as it stands there. */
    public static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** How often an operator has sent the record back; 0 if its header is not the number that we write. */
    public static int timesRedriven(Headers headers) {
        return text(headers, REDRIVEN)
                .filter(count -> count.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
    }
}
