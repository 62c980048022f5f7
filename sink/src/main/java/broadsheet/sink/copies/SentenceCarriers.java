package broadsheet.sink.copies;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Those who carry one sentence. Who is gone is swept out when they are the half. */
final class SentenceCarriers {

    private JudgedArticle[] articles = new JudgedArticle[2];
    private int count;
    private int gone;
    private int counted;

    /** Of the sentences with numbers: several where different sentences have the same key. */
    private List<SentencePattern> patterns = List.of();

    /** Whether one has none. */
    private boolean hasPlain;

    boolean areAtLeast(int number) {
        return counted >= number;
    }

    /** Whether one of its sentences may become furniture by it. */
    boolean add(JudgedArticle article, @Nullable SentencePattern pattern) {
        if (pattern == null) {
            hasPlain = true;
        } else if (!patterns.contains(pattern)) {
            patterns = Stream.concat(patterns.stream(), Stream.of(pattern)).toList();
            pattern.addVariant(this);
        }
        if (count == articles.length) {
            articles = Arrays.copyOf(articles, count * 2);
        }
        articles[count++] = article;
        return article.furnishes() && isLeast(++counted);
    }

    /** Whether one of its sentences may be furniture no more. */
    boolean remove(JudgedArticle article) {
        gone++;
        boolean falls = article.furnishes() && isLeast(counted--);
        if (gone * 2 > count) {
            sweep();
        }
        return falls;
    }

    private boolean isLeast(int number) {
        boolean least = hasPlain && number == Furniture.PAGES;
        for (SentencePattern pattern : patterns) {
            least |= number == pattern.least();
        }
        return least;
    }

    private void sweep() {
        JudgedArticle[] here = Arrays.stream(articles, 0, count)
                .filter(article -> !article.isGone())
                .toArray(JudgedArticle[]::new);
        articles = Arrays.copyOf(here, here.length + 1);
        count = here.length;
        gone = 0;
    }

    void collect(Set<JudgedArticle> others) {
        for (int i = 0; i < count; i++) {
            if (!articles[i].isGone()) {
                others.add(articles[i]);
            }
        }
    }
}
