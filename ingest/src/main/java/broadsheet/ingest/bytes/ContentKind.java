package broadsheet.ingest.bytes;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Lower;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a raw record's bytes are, told by the bytes first and by the declared type where they leave it open. */
public enum ContentKind {
    HTML,
    TEXT,
    /** RSS of any version, or Atom. */
    XML_FEED,
    /** JSON Feed, an envelope or a ninjs item: told apart after parsing. */
    JSON,
    WARC,
    /** By gzip or Zstandard: each says so by its first bytes. */
    PACKED,
    EMPTY,
    UNSUPPORTED;

    private static final int LOOK = 2048;
    private static final Pattern FEED = Pattern.compile("<(rss|feed|rdf:rdf)[\\s>]");
    private static final Pattern PAGE = Pattern.compile("<html[\\s>]"
            + "|^(?:<\\?xml[^>]{0,200}>\\s{0,20})?<(!doctype\\s{1,20}html|head|body|div|p|main|section|table)[\\s/>]");
    private static final Pattern MARKUP = Pattern.compile(
            "<(!doctype\\s{1,20}html|html|head|body|div|p|meta|title|article|main|section|table|span|h1|script|style|link|a|br|ul|center|font|!--)[\\s/>-]");

    /**
     * Tells the kind.
     *
     * @param declared media type as served, parameters and all
     */
    public static ContentKind of(byte[] bytes, Optional<String> declared) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        if (startsWith(bytes, 0x1f, 0x8b) || startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd)) {
            return PACKED;
        }
        String start = start(bytes);
        if (start.isEmpty()) {
            return EMPTY;
        }
        String type = Lower.of(Clip.to(Limits.LINE, declared.orElse("")));
        if (start.startsWith("warc/") && !isCalledAPage(type)) {
            return WARC;
        }
        if (isBinary(bytes, start)) {
            return UNSUPPORTED;
        }
        return ofText(start, type);
    }

    private static boolean isCalledAPage(String declared) {
        return declared.contains("html") || declared.contains("text/plain");
    }

    private static ContentKind ofText(String start, String declared) {
        if (start.startsWith("{") || (start.startsWith("[") && declared.contains("json"))) {
            return JSON;
        }
        if (FEED.matcher(start).find() && !start.contains("<html")) {
            return XML_FEED;
        }
        if (declared.contains("rss") || declared.contains("atom")) {
            // A server that answers with its error page, or a front page, still calls it by the feed's type.
            return PAGE.matcher(start).find() ? HTML : XML_FEED;
        }
        if (declared.contains("html")
                || (start.startsWith("<") && MARKUP.matcher(start).find())) {
            return HTML;
        }
        if (start.startsWith("<?xml") || declared.contains("xml")) {
            return UNSUPPORTED;
        }
        if (!declared.contains("text/plain") && isMostlyMarkup(start)) {
            return HTML;
        }
        boolean other = declared.startsWith("image/")
                || declared.startsWith("video/")
                || declared.startsWith("audio/")
                || declared.contains("pdf")
                || declared.contains("zip");
        return other ? UNSUPPORTED : TEXT;
    }

    private static boolean isMostlyMarkup(String start) {
        return MARKUP.matcher(start).results().limit(3).count() >= 3;
    }

    private static String start(byte[] bytes) {
        int length = Math.min(bytes.length, LOOK);
        Optional<Charset> wide = Utf16.of(bytes);
        String text = new String(bytes, 0, length, wide.orElse(StandardCharsets.ISO_8859_1));
        text = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        return Lower.of(text.replace("\ufeff", "").strip());
    }

    private static boolean isBinary(byte[] bytes, String start) {
        if (Utf16.of(bytes).isPresent()) {
            return false;
        }
        if (start.startsWith("pk\u0003\u0004") || start.startsWith("%pdf-") || start.startsWith("\u0089png")) {
            return true;
        }
        int controls = 0;
        int length = Math.min(bytes.length, LOOK);
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xff;
            if (b == 0 || (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b) || b == 0x7f) {
                controls++;
            }
        }
        return controls * 50 > length;
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
