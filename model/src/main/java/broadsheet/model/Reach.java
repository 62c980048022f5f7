package broadsheet.model;

import broadsheet.model.url.ArticleUrl;
import broadsheet.model.url.Url;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * By which takedowns an article is reached: by its id, its URLs, and the domains that they are under. Every stage asks
 * here, so that what one lets pass another does not hold back.
 *
 * <p>A takedown's key is an id of 32 hexadecimal digits, a URL (it holds a slash), or else a domain. A URL reaches what
 * is {@linkplain ArticleUrl#key the same article's address}, in whatever spelling; a domain what was fetched below it,
 * and what goes by an address below it.
 */
public final class Reach {

    private static final String ID = "id:";
    private static final String DOMAIN = "domain:";
    private static final String URL = "url:";

    private Reach() {}

    /** The one form of a takedown's key. */
    public static String key(String takedown) {
        String text = takedown.strip();
        if (Article.isId(text)) {
            return ofId(text);
        }
        Optional<Url> url = Url.parseTyped(text);
        if (text.indexOf('/') < 0) {
            return DOMAIN + url.map(ArticleUrl::domain).orElseGet(() -> text.toLowerCase(Locale.ROOT));
        }
        return url.map(Reach::ofUrl).orElse(URL + text);
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
        article.source().domain().ifPresent(domain -> addDomains(keys, domain));
        return keys;
    }

    private static void addUrl(Collection<String> keys, String text) {
        Optional<Url> url = Url.parseTyped(text);
        keys.add(url.map(Reach::ofUrl).orElse(URL + text.strip()));
        url.ifPresent(fetched -> {
            addDomains(keys, ArticleUrl.domain(fetched));
            addDomains(keys, ArticleUrl.of(fetched).domain());
        });
    }

    private static void addDomains(Collection<String> keys, String host) {
        for (int from = 0; from >= 0; from = next(host, from)) {
            keys.add(DOMAIN + host.substring(from));
        }
    }

    private static int next(String host, int from) {
        int dot = host.indexOf('.', from);
        return dot < 0 ? -1 : dot + 1;
    }

    private static String ofUrl(Url url) {
        return URL + ArticleUrl.of(url).key();
    }
}
