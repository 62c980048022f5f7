package broadsheet.model.url;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Forms of one page: AMP, for phones, for printers. Their marks in host and path go; those in the query are {@link
 * Parameters}' matter. What is left must still be somebody's host and some page's path.
 */
final class Variants {
    private static final Set<String> HOSTS = Set.of("m", "mobile", "amp", "wap", "touch");
    private static final Pattern FIRST = Pattern.compile("^/(?:amp|amphtml|print)(/.*)$", Pattern.DOTALL);
    private static final Pattern LAST = Pattern.compile("/(?:amp|amphtml|print|printable)/?$");
    private static final Pattern ENDING = Pattern.compile("\\.amp(\\.html?)?$");

    private Variants() {}

    /** The page of which this is a form; itself if it is none. */
    static Url plain(Url url) {
        return path(url.on(host(url.host())));
    }

    private static String host(String host) {
        List<String> labels = List.of(host.split("\\.", 4));
        for (int i = 0; i < Math.min(2, labels.size() - 1); i++) {
            if (HOSTS.contains(labels.get(i))) {
                String before = i == 0 || labels.get(0).equals("www") ? "" : labels.get(0) + ".";
                String rest = before + String.join(".", labels.subList(i + 1, labels.size()));
                return Site.isBelowASuffix(rest) && Site.of(rest).equals(Site.of(host)) ? rest : host;
            }
        }
        return host;
    }

    private static Url path(Url url) {
        String path = behindFirst(url);
        Matcher last = LAST.matcher(path);
        if (last.find() && isAPage(url, path.substring(0, last.start()), 2)) {
            path = path.substring(0, last.start());
        }
        Matcher ending = ENDING.matcher(path);
        if (ending.find()) {
            String html = ending.group(1) == null ? "" : ending.group(1);
            path = path.substring(0, ending.start()) + html;
        }
        return url.at(path, url.query(), url.fragment());
    }

    /** Whole sections are called so, about guitars or the printed paper: what is behind must be a story's. */
    private static String behindFirst(Url url) {
        Matcher first = FIRST.matcher(url.path());
        return first.matches() && isAPage(url, first.group(1), Integer.MAX_VALUE) ? first.group(1) : url.path();
    }

    private static boolean isAPage(Url url, String path, int deep) {
        StorySign sign = StorySign.of(url.at(path, url.query(), url.fragment()));
        return sign.compareTo(StorySign.NAME) >= 0
                || path.chars().filter(c -> c == '/').count() >= deep;
    }
}
