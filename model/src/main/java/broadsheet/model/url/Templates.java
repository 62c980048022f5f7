package broadsheet.model.url;

import java.util.List;
import java.util.Locale;

/** Addresses that a template was to fill in, and did not: all pages of a site have the same. */
final class Templates {
    private static final List<String> MARKS = List.of("{", "}", "<", ">", "[[", "]]", "[object", "*|", "|*");
    private static final List<String> NOTHING = List.of("/undefined", "/null", "/nan");

    private Templates() {}

    static boolean isUnfilled(String text) {
        String plain =
                Percent.decode(text.substring(0, Math.min(text.length(), 4096))).toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < plain.length() && plain.charAt(end) != '?' && plain.charAt(end) != '#') {
            end++;
        }
        String path = plain.substring(0, end);
        return MARKS.stream().anyMatch(plain::contains)
                || NOTHING.stream().anyMatch(name -> path.endsWith(name) || path.contains(name + "/"));
    }
}
