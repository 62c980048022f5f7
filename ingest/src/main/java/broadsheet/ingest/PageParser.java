package broadsheet.ingest;

import broadsheet.archive.MalformedWrapping;
import broadsheet.archive.Packing;
import broadsheet.archive.Warc;
import broadsheet.ingest.body.BlockModel;
import broadsheet.ingest.bytes.ContentKind;
import broadsheet.ingest.bytes.TextDecoder;
import broadsheet.ingest.feed.JsonFeedReader;
import broadsheet.ingest.feed.XmlFeedReader;
import broadsheet.ingest.html.Markup;
import broadsheet.ingest.limits.TooMuch;
import broadsheet.ingest.limits.Work;
import broadsheet.ingest.wrap.Envelope;
import broadsheet.ingest.wrap.Ninjs;
import broadsheet.ingest.wrap.Wrapped;
import broadsheet.ingest.wrap.Wrapping;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The core of ingest: a page's bytes and facts in, articles or reasons out. Pure and thread-safe; it fetches nothing.
 *
 * <p>A page passes: the limit on its size; the kind of its bytes; what wraps it (gzip, Zstandard, envelope, WARC), once; its
 * encoding; and then the reader of its kind.
 *
 * <pre>{@code
 * var parser = new PageParser(IngestSettings.defaults());
 * Parse parse = parser.parse(RawPage.of(bytes, Optional.of("https://example.org/a"), fetchedAt));
 * }</pre>
 */
public final class PageParser {
    /** An envelope may hold a gzip that holds a page; more is no page but a riddle. */
    private static final int DEEPEST_WRAPPING = 3;

    private final IngestSettings settings;
    private final HtmlParser html;

    public PageParser(IngestSettings settings) {
        this(settings, BlockModel.shipped());
    }

    /** With another model than the one that comes with this module: to validate one. */
    public PageParser(IngestSettings settings, BlockModel model) {
        this.settings = settings;
        html = new HtmlParser(model);
    }

    /** What becomes of a raw page. */
    public Parse parse(RawPage page) {
        return parse(page, 0);
    }

    private Parse parse(RawPage page, int wrappings) {
        if (page.bytes().length > settings.maxPageBytes()) {
            return Parse.rejected(
                    Reason.TOO_LARGE, page.bytes().length + " bytes, limit " + settings.maxPageBytes(), page);
        }
        if (page.httpStatus().orElse(200) >= 400) {
            return Parse.rejected(
                    Reason.ERROR_PAGE, "HTTP status " + page.httpStatus().orElse(0), page);
        }
        if (wrappings > DEEPEST_WRAPPING) {
            return Parse.rejected(Reason.UNSUPPORTED_TYPE, "wrapped more than " + DEEPEST_WRAPPING + " times", page);
        }
        try {
            return byKind(page, wrappings);
        } catch (MalformedWrapping | Markup.Unreadable broken) {
            return Parse.rejected(Reason.MALFORMED, String.valueOf(broken.getMessage()), page);
        } catch (TooMuch much) {
            return Parse.rejected(Reason.TOO_LARGE, String.valueOf(much.getMessage()), page);
        } catch (Work.TooComplex complex) {
            return Parse.rejected(Reason.TOO_COMPLEX, String.valueOf(complex.getMessage()), page);
        }
    }

    private Parse byKind(RawPage page, int wrappings) throws MalformedWrapping {
        return switch (kind(page)) {
            case EMPTY -> Parse.rejected(Reason.EMPTY, "no bytes but white space", page);
            case UNSUPPORTED ->
                Parse.rejected(Reason.UNSUPPORTED_TYPE, page.contentType().orElse("no known type of page"), page);
            case PACKED -> parse(page.with(Packing.unpack(page.bytes(), settings.maxPageBytes())), wrappings + 1);
            case WARC ->
                parse(
                        page.unwrapped(Wrapped.of(Warc.one(page.bytes()), settings.maxPageBytes()), Wrapping.WARC),
                        wrappings + 1);
            case JSON -> json(page, wrappings);
            case XML_FEED -> FeedParser.parse(page, XmlFeedReader.read(text(page), page.url()));
            case HTML -> html.parse(page, text(page));
            case TEXT -> DumpParser.parse(page, text(page));
        };
    }

    /** What a server calls a page is one, whatever it begins with, unless the producer declares that it is not. */
    private static ContentKind kind(RawPage page) {
        boolean archived = page.trust().declares(Wrapping.WARC);
        return ContentKind.of(page.bytes(), archived ? Optional.empty() : page.contentType());
    }

    private Parse json(RawPage page, int wrappings) throws MalformedWrapping {
        JsonDocument read;
        try {
            read = JsonDocument.read(text(page));
        } catch (JsonProcessingException broken) {
            return Parse.rejected(Reason.MALFORMED, "JSON that cannot be read: " + firstLine(broken), page);
        }
        JsonNode document = read.tree();
        if (JsonFeedReader.isFeed(document)) {
            return FeedParser.parse(page, JsonFeedReader.read(document, page.url(), read.unread()));
        }
        if (Envelope.isEnvelope(document)) {
            return parse(
                    page.unwrapped(Envelope.open(document, settings.maxPageBytes()), Wrapping.ENVELOPE), wrappings + 1);
        }
        if (Ninjs.isNinjs(document)) {
            return NinjsParser.parse(page, Ninjs.read(document));
        }
        return Parse.rejected(Reason.UNSUPPORTED_TYPE, "JSON that is no feed, envelope or ninjs item", page);
    }

    private static String firstLine(JsonProcessingException broken) {
        String message = broken.getOriginalMessage();
        return message == null ? "no message" : message.lines().findFirst().orElse("");
    }

    private static String text(RawPage page) {
        return TextDecoder.decode(page.bytes(), page.contentType());
    }
}
