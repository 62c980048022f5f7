package broadsheet.fetch.host;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How hubs reach us, and by what we know that it is them. Address and secret of each feed are made of one key, so that any
 * instance can answer a hub without asking another, and no secret stands on a topic.
 *
 * <p>Source: W3C WebSub, 5 and 7.
 *
 * @param callback our address as hubs see it, without a path of ours
 * @param key known to all instances and to nobody else
 */
public record Hubs(URI callback, String key) {

    /** Under which path hubs speak to us. */
    public static final String PATH = "/websub";

    static final Duration LEASE = Duration.ofDays(10);

    /** By which hubs may sign; the first is what the oldest do. */
    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    /** What a hub is asked: to tell us what is new in a feed. */
    String form(String feed, String topic) {
        String base = callback.toString().replaceFirst("/+$", "");
        return "hub.mode=subscribe&hub.topic=" + encoded(topic) + "&hub.lease_seconds=" + LEASE.toSeconds()
                + "&hub.secret=" + secret(feed, topic) + "&hub.callback="
                + encoded(base + PATH + "?feed=" + encoded(feed) + "&topic=" + encoded(topic) + "&key="
                        + address(feed, topic));
    }

    private String address(String feed, String topic) {
        return hex("HmacSHA256", key, bytes("address " + feed + " " + topic)).substring(0, 32);
    }

    private String secret(String feed, String topic) {
        return hex("HmacSHA256", key, bytes("secret " + feed + " " + topic));
    }

    /** Whether an address is one that we have given to a hub. */
    boolean isOurs(String feed, String topic, String address) {
        return isEqual(address(feed, topic), address);
    }

    /** Whether a body is signed with the secret that the hub was given: {@code sha256=…}. */
    boolean isSigned(String feed, String topic, byte[] body, Optional<String> signature) {
        String[] parts = signature.orElse("").split("=", 2);
        String method = METHODS.get(parts[0].strip().toLowerCase(Locale.ROOT));
        return parts.length == 2
                && method != null
                && isEqual(
                        hex(method, secret(feed, topic), body), parts[1].strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    private static String hex(String method, String secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(bytes(secret), method));
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + method, missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Names where, and not the key. */
    @Override
    public String toString() {
        return "hubs reach us at " + callback;
    }
}
