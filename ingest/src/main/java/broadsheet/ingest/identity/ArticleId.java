package broadsheet.ingest.identity;

import broadsheet.model.url.ArticleUrl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Article ids: 32 hexadecimal digits of the SHA-256 of what identifies the article. */
public final class ArticleId {
    private static final int DIGITS = 32;

    private ArticleId() {}

    /** The id of the article at an address. */
    public static String of(ArticleUrl url) {
        return hash("url\n" + url.key());
    }

    /**
     * The id of an entry of a feed that has no page of its own on the feed's site.
     *
     * @param scope within which the feed calls no two entries the same: its site, or the feed itself
     * @param guid what the feed calls the entry
     */
    public static String ofEntry(String scope, String guid) {
        return hash("entry\n" + scope + "\n" + guid);
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
