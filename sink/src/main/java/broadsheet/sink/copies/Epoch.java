package broadsheet.sink.copies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The articles that were first seen within one span as long as the horizon, with their furniture and their index. */
final class Epoch {

    final Furniture furniture = new Furniture();
    final ShingleIndex index = new ShingleIndex();
    /** First seen of the latest article that was ever here. */
    long latest = Long.MIN_VALUE;

    private int atLatest;
    private Instant touched = Instant.MIN;
    private final List<JudgedArticle> articles = new ArrayList<>();
    private int gone;

    /**
     * Adds an article.
     *
     * @param now how far the content of the news has come
     */
    void add(JudgedArticle article, Instant now) {
        articles.add(article);
        touch(now);
        if (article.firstSeen() > latest) {
            latest = article.firstSeen();
            atLatest = 0;
        }
        if (article.firstSeen() == latest) {
            atLatest++;
        }
    }

    /** Remembers when it was last asked about an article in it. */
    void touch(Instant now) {
        touched = now.isAfter(touched) ? now : touched;
    }

    /** Lets go of an article that is {@link JudgedArticle#isGone}. */
    void remove() {
        if (++gone * 2 > articles.size()) {
            articles.removeIf(JudgedArticle::isGone);
            gone = 0;
        }
    }

    /** Whether others may have been first seen at that same time. */
    boolean hasOthersAt(long firstSeen) {
        return firstSeen == latest && atLatest > 1;
    }

    boolean isUntouchedSince(Instant time) {
        return touched.isBefore(time);
    }

    List<JudgedArticle> articles() {
        return articles.stream().filter(article -> !article.isGone()).toList();
    }
}
