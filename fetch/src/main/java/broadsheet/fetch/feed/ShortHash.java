package broadsheet.fetch.feed;

import broadsheet.model.url.ArticleUrl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for long things: the first 64 bits of their SHA-256. */
public final class ShortHash {

    private static final int BYTES = 8;

    private ShortHash() {}

    /** The hash of a text. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of bytes. */
    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /**
     * Of an entry's link, so that the same story is known by it whatever else the feed calls it: by what ingest takes for
     * one article's address.
     */
    public static String ofLink(String link) {
        return of("link " + ArticleUrl.of(link).map(ArticleUrl::key).orElse(link));
    }
}
