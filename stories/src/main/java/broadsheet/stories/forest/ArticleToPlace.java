package broadsheet.stories.forest;

import broadsheet.stories.likeness.ComparedArticle;
import java.util.Optional;

/**
 * What the forest is told of an article.
 *
 * @param id the article's id
 * @param article its traits, and its content time
 * @param original the id of the article that it is a copy of; empty if it is none
 */
public record ArticleToPlace(String id, ComparedArticle article, Optional<String> original) {

    public ArticleToPlace {
        original = original.filter(other -> !other.equals(id));
    }

    /** An article that is no copy. */
    public static ArticleToPlace original(String id, ComparedArticle article) {
        return new ArticleToPlace(id, article, Optional.empty());
    }
}
