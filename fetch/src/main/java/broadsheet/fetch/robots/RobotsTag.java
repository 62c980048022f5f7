package broadsheet.fetch.robots;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether {@code X-Robots-Tag} lets a page be taken in: {@code noindex} and {@code none}, said to all or to us, do not.
 * Feeds have it so that they are not themselves found by searching, which says nothing of their entries.
 */
public final class RobotsTag {

    /** A directive may follow the name of the robot that it is for; {@code unavailable_after} has a colon of its own. */
    private static final Pattern FOR_ONE = Pattern.compile("^[a-z0-9_-]{1,60}\\s*:");

    private RobotsTag() {}

    /**
     * Whether the page may be taken in.
     *
     * @param headers each value of the header
     * @param product our name, in lower case
     */
    public static boolean allows(List<String> headers, String product) {
        return headers.stream()
                .limit(20)
                .noneMatch(header -> forbids(header.toLowerCase(Locale.ROOT).strip(), product));
    }

    private static boolean forbids(String header, String product) {
        String directives = header;
        if (FOR_ONE.matcher(header).find() && !header.startsWith("unavailable_after")) {
            int colon = header.indexOf(':');
            if (!header.substring(0, colon).strip().equals(product)) {
                return false;
            }
            directives = header.substring(colon + 1);
        }
        for (String directive : directives.split(",", 50)) {
            if (directive.strip().equals("noindex") || directive.strip().equals("none")) {
                return true;
            }
        }
        return false;
    }
}
