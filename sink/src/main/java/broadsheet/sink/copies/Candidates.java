package broadsheet.sink.copies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** What a search finds: each article once, however many keys lead to it. Used again for the next search. */
final class Candidates {

    private final List<JudgedArticle> articles = new ArrayList<>();
    private int round;

    void clear() {
        articles.clear();
        round++;
    }

    void add(JudgedArticle article) {
        if (!article.wasFoundIn(round)) {
            articles.add(article);
        }
    }

    /** All of them, in no order; good until the next search. */
    List<JudgedArticle> all() {
        return articles;
    }

    /** Those that pass, the earliest first; good until the next search. */
    List<JudgedArticle> inOrder(Predicate<JudgedArticle> which) {
        articles.removeIf(which.negate());
        Collections.sort(articles);
        return articles;
    }
}
