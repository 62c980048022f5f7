package broadsheet.ingest;

import broadsheet.ingest.wrap.Wrapping;
import broadsheet.model.Facts;
import broadsheet.model.url.Url;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads what a producer says about a page from the record's headers, and from its key if that is a URL. */
public final class RecordFacts {
    private static final byte[] NOTHING = new byte[0];

    private RecordFacts() {}

    /** The page that a raw record is. */
    public static RawPage page(Record<byte @Nullable [], byte @Nullable []> record) {
        Headers headers = record.headers();
        byte[] value = record.value();
        return new RawPage(
                value == null ? NOTHING : value,
                url(headers, record.key()),
                text(headers, Facts.CONTENT_TYPE),
                time(headers, Facts.FETCHED_AT)
                        .or(() -> time(headers, Facts.CE_TIME))
                        .orElse(Instant.ofEpochMilli(record.timestamp())),
                text(headers, Facts.SOURCE),
                text(headers, Facts.FEED_TITLE),
                text(headers, Facts.FEED_PUBLISHED),
                text(headers, Facts.HTTP_STATUS)
                        .filter(status -> status.matches("[1-5]\\d\\d"))
                        .map(Integer::valueOf),
                Trust.of(
                        text(headers, Facts.WRAPPING).flatMap(Wrapping::of), Instant.ofEpochMilli(record.timestamp())));
    }

    /**
     * The URL of a raw record; empty if it names none. One that cannot be read is one all the same: the page is not free
     * to give itself another.
     */
    public static Optional<String> url(Headers headers, byte @Nullable [] key) {
        return text(headers, Facts.URL)
                .filter(url -> !Url.isOfAnotherScheme(url))
                .or(() -> text(headers, Facts.CE_SUBJECT).filter(Url::isWeb))
                .or(() -> Optional.ofNullable(key)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                        .filter(Url::isWeb));
    }

    private static Optional<Instant> time(Headers headers, String name) {
        return text(headers, name).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(RawPage::isTimeOfFetching);
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .filter(text -> !text.isEmpty());
    }
}
