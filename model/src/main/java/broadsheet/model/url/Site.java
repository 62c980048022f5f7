package broadsheet.model.url;

/**
 * Who may speak for whom: two hosts are one site if they are below one registered domain. The {@linkplain
 * PublicSuffixes public suffix list} says what that is, its private section included: two blogs of a blog host are two
 * sites. An address by number is a site of its own, and so is a host that is itself a public suffix.
 */
public final class Site {
    private Site() {}

    /** The site of a host in its one spelling. */
    public static String of(String host) {
        return HostName.isNumeric(host) ? host : host.substring(PublicSuffixes.registeredAt(host));
    }

    /** Whether a host names more than a public suffix. */
    static boolean isBelowASuffix(String host) {
        return !HostName.isNumeric(host) && PublicSuffixes.suffixAt(host) > 0;
    }
}
