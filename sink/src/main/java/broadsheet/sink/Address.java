package broadsheet.sink;

import broadsheet.model.Article;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The URL under which an article was fetched, to tell whether two fetches were made under the same one. Scheme, {@code
 * www.}, capitals of the host, a slash at the end and a fragment that only names a place on the page make no difference.
 */
final class Address {

    private static final Pattern BEFORE_HOST = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*+://(?:www\\.)?+");
    /** A fragment that begins so is the path of a page that is put together in the browser. */
    private static final Pattern ROUTE = Pattern.compile("^#!?/.*+|^#!.*+", Pattern.DOTALL);

    private Address() {}

    /** That of a fetch; without the URL that was fetched it is that which the page gives itself. */
    static Hashes of(Article article) {
        String url = normal(article.url().or(article::canonicalUrl).orElse(""));
        return Hashes.NONE.with(Content.hash(url.getBytes(StandardCharsets.UTF_8), Long.BYTES));
    }

    private static String normal(String url) {
        int hash = url.indexOf('#');
        boolean route = hash >= 0 && ROUTE.matcher(url.substring(hash)).matches();
        String kept = hash < 0 || route ? url : url.substring(0, hash);
        String rest = BEFORE_HOST.matcher(kept.toLowerCase(Locale.ROOT)).replaceFirst("");
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }
}
