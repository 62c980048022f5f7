package broadsheet.model;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * By which takedowns an article is reached: by its id, its URLs, and the domains that they are under. Every stage asks
 * here, so that what one lets pass another does not hold back.
 *
 * <p>A takedown's key is an id of 32 hexadecimal digits, a URL (it holds a slash), or else a domain. Scheme, {@code
 * www.}, fragment and a slash at the end make no difference.
 */
public final class Reach {

    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");
    private static final String ID = "id:";
    private static final Pattern END = Pattern.compile("/?(#.*)?$");

    private Reach() {}

    /** The one form of a takedown's key. */
    public static String key(String takedown) {
        String text = takedown.strip();
        if (Article.isId(text)) {
            return ofId(text);
        }
        return text.indexOf('/') >= 0 ? ofUrl(text) : "domain:" + host(text);
    }

    /** The key, in its one form, of a takedown by article id. */
    public static String ofId(String id) {
        return ID + id;
    }

    /** The article id that a key in its one form is; empty if it is a URL or a domain. */
    public static Optional<String> id(String key) {
        return key.startsWith(ID) ? Optional.of(key.substring(ID.length())) : Optional.empty();
    }

    /** All keys that reach the article, sorted. */
    public static Set<String> of(Article article) {
        Set<String> keys = new TreeSet<>();
        keys.add(ofId(article.id()));
        article.url().ifPresent(url -> addUrl(keys, url));
        article.canonicalUrl().ifPresent(url -> addUrl(keys, url));
        article.source().domain().ifPresent(domain -> addDomains(keys, host(domain)));
        return keys;
    }

    private static void addUrl(Collection<String> keys, String url) {
        keys.add(ofUrl(url));
        addDomains(keys, host(SCHEME.matcher(url).replaceFirst("")));
    }

    private static void addDomains(Collection<String> keys, String host) {
        for (int from = 0; from >= 0; from = next(host, from)) {
            keys.add("domain:" + host.substring(from));
        }
    }

    private static int next(String host, int from) {
        int dot = host.indexOf('.', from);
        return dot < 0 ? -1 : dot + 1;
    }

    private static String ofUrl(String url) {
        String rest = END.matcher(SCHEME.matcher(url).replaceFirst("")).replaceFirst("");
        int slash = rest.indexOf('/');
        return "url:" + (slash < 0 ? host(rest) : host(rest.substring(0, slash)) + rest.substring(slash));
    }

    /** The host at the beginning of {@code text}, in lower case, without port and {@code www.}. */
    private static String host(String text) {
        int end = 0;
        while (end < text.length() && "/?#:".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String host = text.substring(0, end).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }
}
