package broadsheet.ingest;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import java.time.Instant;
import java.util.Optional;

/**
 * A page as it was fetched, and what the producer knows about it. The bytes are not copied: nobody writes to them.
 *
 * @param bytes the body of the response
 * @param url the URL that was fetched
 * @param contentType media type as served, with charset where given
 * @param fetchedAt when it was fetched, else the timestamp of the record
 * @param source name of the publisher as the producer gives it
 * @param feedTitle title under which a feed listed the page
 * @param feedPublished time of publication that a feed gave for the page, as written there
 * @param httpStatus status of the response
 */
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere; a copy of each page would be paid for nothing.
public record RawPage(
        byte[] bytes,
        Optional<String> url,
        Optional<String> contentType,
        Instant fetchedAt,
        Optional<String> source,
        Optional<String> feedTitle,
        Optional<String> feedPublished,
        Optional<Integer> httpStatus) {

    /** What a producer or a wrapping says has its limits, as what a page says. */
    public RawPage {
        url = url.filter(address -> address.length() <= Limits.URL);
        contentType = contentType.map(type -> Clip.to(Limits.LINE, type));
        source = source.map(name -> Clip.to(Limits.LINE, name));
        feedTitle = feedTitle.map(title -> Clip.to(Limits.LINE, title));
        feedPublished = feedPublished.map(text -> Clip.to(Limits.LINE, text));
    }

    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * Whether a page can have been fetched then: since there is a Web, and before the end of the years that RFC 3339 can
     * write. What cannot be true is no fact, and some of it cannot be reckoned with.
     */
    static boolean isTimeOfFetching(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** A page of which only the bytes, the URL and the time are known. */
    public static RawPage of(byte[] bytes, Optional<String> url, Instant fetchedAt) {
        return new RawPage(
                bytes,
                url,
                Optional.empty(),
                fetchedAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same facts for other bytes: what was inside an envelope or an archive. */
    RawPage unwrapped(
            byte[] inside, Optional<String> insideUrl, Optional<String> insideType, Optional<Instant> insideFetchedAt) {
        return new RawPage(
                inside,
                insideUrl.or(() -> url),
                insideType,
                insideFetchedAt.filter(RawPage::isTimeOfFetching).orElse(fetchedAt),
                source,
                feedTitle,
                feedPublished,
                httpStatus);
    }

    RawPage withStatus(Optional<Integer> status) {
        return new RawPage(
                bytes, url, contentType, fetchedAt, source, feedTitle, feedPublished, status.or(() -> httpStatus));
    }

    /** The same page under another URL: an entry of a feed has its own. */
    RawPage at(Optional<String> other) {
        return new RawPage(bytes, other, contentType, fetchedAt, source, feedTitle, feedPublished, httpStatus);
    }
}
