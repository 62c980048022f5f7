package broadsheet.fetch.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses are asked. Feeds, redirects and pages are written by strangers, who must not make us knock at machines
 * that only we can reach: what a URL names is looked at before it is asked, and what its host resolves to at the moment of
 * connecting, at every hop.
 *
 * <p>Source: the IANA registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890), RFC 6052 and RFC 3056 for IPv4
 * in IPv6.
 */
public final class AddressRules {

    /** What browsers read as an IPv4 address although it is not written as four numbers: octal, hexadecimal, fewer parts. */
    private static final Pattern ODD_NUMBER = Pattern.compile("(?:0[xX][0-9a-fA-F]*|[0-9]+)");

    private static final Pattern FOUR_NUMBERS = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    /** Names that stand for the machine or its network everywhere, whatever they resolve to. */
    private static final Set<String> OWN_NAMES = Set.of(
            "localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "arpa");

    private static final Set<Integer> WEB_PORTS = Set.of(80, 443, 8000, 8008, 8080, 8088, 8443, 8888);

    private final boolean allowPrivate;

    private AddressRules(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** Public addresses only. */
    public static AddressRules publicOnly() {
        return new AddressRules(false);
    }

    /** Any address: for trials on one's own machine. */
    public static AddressRules any() {
        return new AddressRules(true);
    }

    /** The rules under a setting. */
    public static AddressRules of(boolean allowPrivate) {
        return new AddressRules(allowPrivate);
    }

    /** Why the URL is not asked, by how it is written; empty if it may be, so far. */
    public Optional<String> refusal(URI url) {
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of("not http or https: " + url);
        }
        if (url.getHost() == null || url.getRawUserInfo() != null) {
            return Optional.of(url.getHost() == null ? "no host: " + url : "has a user name in it");
        }
        if (allowPrivate) {
            return Optional.empty();
        }
        if (url.getPort() >= 0 && !WEB_PORTS.contains(url.getPort())) {
            return Optional.of("not a port of web servers: " + url.getPort());
        }
        return refusedHost(url.getHost());
    }

    private Optional<String> refusedHost(String host) {
        if (host.startsWith("[")) {
            return literal(host.substring(1, host.length() - 1));
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String[] labels = name.toLowerCase(Locale.ROOT).split("\\.", -1);
        String last = labels[labels.length - 1];
        if (ODD_NUMBER.matcher(last).matches()) {
            return FOUR_NUMBERS.matcher(name).matches()
                    ? literal(name)
                    : Optional.of("an address in an odd notation: " + host);
        }
        if (labels.length < 2 || OWN_NAMES.contains(last)) {
            return Optional.of("a name of one's own network: " + host);
        }
        return Optional.empty();
    }

    private Optional<String> literal(String address) {
        if (address.indexOf('%') >= 0) {
            return Optional.of("an address with a zone: " + address);
        }
        try {
            return refusal(InetAddress.getByName(address));
        } catch (UnknownHostException malformed) {
            return Optional.of("not an address: " + address);
        }
    }

    /** Why nothing connects to the address; empty if it may. */
    public Optional<String> refusal(InetAddress address) {
        if (allowPrivate || isPublic(address)) {
            return Optional.empty();
        }
        return Optional.of("not a public address: " + address.getHostAddress());
    }

    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : address instanceof Inet6Address && isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        boolean reserved = first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 192 && second == 88 && third == 99)
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113)
                // The metadata service of one large cloud has a public address.
                || (first == 168 && second == 63 && third == 129 && (b[3] & 0xff) == 16);
        return !reserved;
    }

    /** Global unicast is 2000::/3; what stands for an IPv4 address is as public as that. */
    private static boolean isPublic6(byte[] b) {
        if (startsWith(b, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return isPublic4(Arrays.copyOfRange(b, 12, 16));
        }
        if (startsWith(b, 0x20, 0x02)) {
            return isPublic4(Arrays.copyOfRange(b, 2, 6));
        }
        return (b[0] & 0xe0) == 0x20
                && !startsWith(b, 0x20, 0x01, 0x00)
                && !startsWith(b, 0x20, 0x01, 0x01)
                && !startsWith(b, 0x20, 0x01, 0x0d, 0xb8)
                && !startsWith(b, 0x3f, 0xff)
                && !startsWith(b, 0x5f);
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
