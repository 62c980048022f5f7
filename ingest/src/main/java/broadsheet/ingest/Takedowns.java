package broadsheet.ingest;

import broadsheet.ingest.identity.ArticleId;
import broadsheet.ingest.identity.CanonicalUrl;
import broadsheet.model.Article;
import java.util.ArrayList;
import java.util.List;

/** The takedowns in force, by their keys: article ids, URLs and domains. */
@FunctionalInterface
interface Takedowns {

    /** Whether there is a takedown under exactly this key. */
    boolean holds(String key);

    /** Whether an article falls under one: by its id, by a URL of it in any spelling seen, or by its domain or one above. */
    default boolean forbid(Article article) {
        return keys(article).stream().anyMatch(this::holds);
    }

    private static List<String> keys(Article article) {
        List<String> keys = new ArrayList<>(List.of(article.id()));
        article.url().ifPresent(url -> {
            keys.add(url);
            CanonicalUrl.normalise(url).ifPresent(normal -> {
                keys.add(normal);
                keys.add(ArticleId.ofUrl(normal));
            });
        });
        article.canonicalUrl().ifPresent(keys::add);
        String domain = article.source().domain().orElse("");
        for (int dot = 0; dot >= 0 && !domain.isEmpty(); ) {
            keys.add(domain);
            dot = domain.indexOf('.');
            domain = dot < 0 ? "" : domain.substring(dot + 1);
        }
        return keys;
    }
}
