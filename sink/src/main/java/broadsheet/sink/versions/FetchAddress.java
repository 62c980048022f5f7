package broadsheet.sink.versions;

import broadsheet.model.Article;
import broadsheet.model.url.ArticleUrl;
import java.nio.charset.StandardCharsets;

/** The URL under which an article was fetched, to tell whether two fetches were made under the same article's address. */
public final class FetchAddress {

    private FetchAddress() {}

    /** That of a fetch; without the URL that was fetched it is that which the page gives itself. */
    public static Hashes of(Article article) {
        String url = article.url().or(article::canonicalUrl).orElse("");
        String key = ArticleUrl.of(url).map(ArticleUrl::key).orElse(url);
        return Hashes.NONE.with(Content.hash(key.getBytes(StandardCharsets.UTF_8), Long.BYTES));
    }
}
