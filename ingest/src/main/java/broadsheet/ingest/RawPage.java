package broadsheet.ingest;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.wrap.Wrapped;
import broadsheet.ingest.wrap.Wrapping;
import broadsheet.model.Provenance;
import java.time.Instant;
import java.util.List;
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
 * @param trust how far what the bytes say of themselves counts
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
        Optional<Integer> httpStatus,
        Trust trust) {

    /**
     * What a producer or a wrapping says has its limits, as what a page says. A URL that is too long is cut and not left
     * out: without one a page would be believed whatever it calls itself, and the beginning names the site.
     */
    public RawPage {
        url = url.map(address -> Clip.to(Limits.URL, address));
        contentType = contentType.map(type -> Clip.to(Limits.LINE, type));
        source = source.map(name -> Clip.to(Limits.LINE, name));
        feedTitle = feedTitle.map(title -> Clip.to(Limits.LINE, title));
        feedPublished = feedPublished.map(text -> Clip.to(Limits.LINE, text));
    }

    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** A page, not something around one. */
    public RawPage(
            byte[] bytes,
            Optional<String> url,
            Optional<String> contentType,
            Instant fetchedAt,
            Optional<String> source,
            Optional<String> feedTitle,
            Optional<String> feedPublished,
            Optional<Integer> httpStatus) {
        this(
                bytes,
                url,
                contentType,
                fetchedAt,
                source,
                feedTitle,
                feedPublished,
                httpStatus,
                Trust.of(Optional.empty(), fetchedAt));
    }

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

    /** The same facts for other bytes. */
    RawPage with(byte[] other) {
        return new RawPage(other, url, contentType, fetchedAt, source, feedTitle, feedPublished, httpStatus, trust);
    }

    /** The page with another media type. */
    RawPage withContentType(Optional<String> type) {
        return new RawPage(bytes, url, type, fetchedAt, source, feedTitle, feedPublished, httpStatus, trust);
    }

    /** The page with a status. */
    RawPage withStatus(Optional<Integer> status) {
        return new RawPage(bytes, url, contentType, fetchedAt, source, feedTitle, feedPublished, status, trust);
    }

    /** An entry of this feed, which has a URL of its own, or none. */
    RawPage entry(Optional<String> link) {
        return new RawPage(
                bytes,
                link,
                contentType,
                fetchedAt,
                source,
                feedTitle,
                feedPublished,
                httpStatus,
                new Trust(Optional.empty(), trust.latest(), Provenance.FEED, List.of()));
    }

    /** The same record, which its producer declares to be wrapped like this. */
    RawPage declared(Wrapping wrapping) {
        return new RawPage(
                bytes,
                url,
                contentType,
                fetchedAt,
                source,
                feedTitle,
                feedPublished,
                httpStatus,
                new Trust(Optional.of(wrapping), trust.latest(), trust.urlFrom(), trust.stated()));
    }

    /**
     * What was inside an envelope or an archive. Its address and time count as the producer's where the producer
     * declares the record to be that; else its address is one more that a page gives itself, and its time is none.
     */
    RawPage unwrapped(Wrapped inside, Wrapping as) {
        boolean declared = trust.declares(as);
        Optional<Instant> time =
                inside.fetchedAt().filter(at -> declared && isTimeOfFetching(at) && !at.isAfter(trust.latest()));
        return new RawPage(
                        inside.bytes(),
                        url,
                        inside.contentType(),
                        time.orElse(fetchedAt),
                        source,
                        feedTitle,
                        feedPublished,
                        inside.httpStatus().or(() -> httpStatus),
                        trust)
                .named(inside.url(), as, Provenance.WRAPPING);
    }

    /** This page, which what is around it calls by this URL. */
    RawPage named(Optional<String> name, Wrapping as, Provenance where) {
        boolean declared = trust.declares(as);
        boolean rules = declared || url.isEmpty();
        Provenance from = declared ? Provenance.HEADER : url.isEmpty() ? where : trust.urlFrom();
        List<Found<String>> stated = rules
                ? List.of()
                : name.map(found -> new Found<>(found, where)).stream().toList();
        return new RawPage(
                bytes,
                rules ? name.or(() -> url) : url,
                contentType,
                fetchedAt,
                source,
                feedTitle,
                feedPublished,
                httpStatus,
                new Trust(Optional.empty(), trust.latest(), from, stated));
    }
}
