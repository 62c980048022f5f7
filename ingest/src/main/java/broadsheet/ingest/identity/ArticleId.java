package broadsheet.ingest.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Article ids: 32 hexadecimal digits of the SHA-256 of what identifies the article. The URL counts without its scheme,
 * {@code www.} and a slash at the end, which never tell two articles apart.
 */
public final class ArticleId {
    private static final int DIGITS = 32;

    private ArticleId() {}

    /** The id of the article at a URL, see {@link CanonicalUrl#normalise}. */
    public static String ofUrl(String canonicalUrl) {
        String url = canonicalUrl.replaceFirst("^https?://(www\\.)?", "");
        return hash("url\n" + (url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
    }

    /** The id of an article without a URL. */
    public static String ofText(String headline, String body) {
        return hash("text\n" + headline + "\n" + body);
    }

    private static String hash(String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
