package broadsheet.sink.copies;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that a host prints under many articles: banners, subscriptions, copyright. They are no part of an
 * article. Which they are depends on the set of articles alone: a sentence is furniture while {@link #PAGES} articles
 * of its host carry it.
 *
 * <p>A host that makes articles by the thousand from one template, of weather or shares, comes to have each temperature
 * and each price in so many. So a sentence with numbers is furniture only while it makes up a share of those that are
 * like it but for the numbers: "Reading time: 3 minutes" is, "The high will be 25 degrees" is not.
 */
final class Furniture {

    /** Fewer would take a story that one host prints under several addresses for furniture. */
    static final int PAGES = 5;

    /** Share of an article's 4-grams that is left at least. */
    private static final double LEAST_LEFT = 0.1;

    /** For a pattern of which there is one sentence. */
    private static final Object ONCE = new Object();

    /** In place of the key of a pattern, of a sentence without a number. */
    private static final int NO_PATTERN = 0;

    /** By host and sentence: the one article that carries it, or its carriers. */
    private final KeyTable<Object> sentences = new KeyTable<>();

    /** By host and pattern of sentences with numbers: {@link #ONCE}, or the pattern. */
    private final KeyTable<Object> patterns = new KeyTable<>();

    private final int[] keys = new int[Sample.ANY_SENTENCE];
    private final int[] patternKeys = new int[Sample.ANY_SENTENCE];
    private final @Nullable SentenceCarriers[] shared = new SentenceCarriers[Sample.ANY_SENTENCE];

    /** Counts an article; tells which others may have something else to leave out now. */
    void add(JudgedArticle article, Consumer<JudgedArticle> changed) {
        Set<JudgedArticle> others = new HashSet<>();
        int count = keysOf(article);
        sentences.warm(keys, count);
        patterns.warm(patternKeys, count);
        for (int i = 0; i < count; i++) {
            if (article.fingerprint().isFirst(i)) {
                if (article.furnishes() && patternKeys[i] != NO_PATTERN) {
                    count(patternKeys[i], others);
                }
                shared[i] = carriers(keys[i], article);
            } else {
                shared[i] = null;
            }
        }
        for (int i = 0; i < count; i++) {
            if (shared[i] != null && shared[i].add(article, patternOrNone(patternKeys[i]))) {
                shared[i].collect(others);
            }
        }
        others.remove(article);
        others.forEach(changed);
    }

    /** Counts an article, that is gone, no more; tells which others may have something else to leave out now. */
    void remove(JudgedArticle article, Consumer<JudgedArticle> changed) {
        Set<JudgedArticle> others = new HashSet<>();
        int count = keysOf(article);
        for (int i = 0; i < count; i++) {
            if (article.fingerprint().isFirst(i)) {
                if (article.furnishes() && patternKeys[i] != NO_PATTERN) {
                    discount(patternKeys[i], others);
                }
                Object known = sentences.get(keys[i]);
                if (known instanceof SentenceCarriers carriers) {
                    if (carriers.remove(article)) {
                        carriers.collect(others);
                    }
                } else if (article.equals(known)) {
                    sentences.remove(keys[i]);
                }
            }
        }
        others.forEach(changed);
    }

    /**
     * The sentences that the article is to leave out, one bit each. Where next to nothing would be left the host has
     * printed one text many times, and that is no furniture: then none.
     */
    long mask(JudgedArticle article) {
        long mask = 0;
        int count = keysOf(article);
        sentences.warm(keys, count);
        for (int i = 0; i < count; i++) {
            if (sentences.get(keys[i]) instanceof SentenceCarriers carriers
                    && carriers.areAtLeast(least(patternKeys[i]))) {
                mask |= 1L << i;
            }
        }
        Fingerprint fingerprint = article.fingerprint();
        return fingerprint.size(mask) < LEAST_LEFT * fingerprint.size(0) ? 0 : mask;
    }

    /** Writes the keys of the sentences that are counted; returns how many: none where the host is not known. */
    private int keysOf(JudgedArticle article) {
        int count = article.host().isBlank() ? 0 : article.fingerprint().sentences();
        int pattern = 0;
        for (int i = 0; i < count; i++) {
            keys[i] = key(article, article.fingerprint().sentence(i));
            patternKeys[i] = article.fingerprint().hasNumber(i) ? patternKey(article, pattern++) : NO_PATTERN;
        }
        return count;
    }

    private static int patternKey(JudgedArticle article, int pattern) {
        int key = key(article, article.fingerprint().pattern(pattern));
        return key == NO_PATTERN ? 1 : key;
    }

    private static int key(JudgedArticle article, int hash) {
        return Hash.fold((long) article.host().hashCode() << 32 ^ (hash & 0xFFFFFFFFL));
    }

    /** The carriers to add the article to; null if it is the first and now stands alone. */
    private @Nullable SentenceCarriers carriers(int key, JudgedArticle article) {
        Object known = sentences.putIfAbsent(key, article);
        if (known instanceof SentenceCarriers carriers) {
            return carriers;
        }
        if (known instanceof JudgedArticle first && !first.isGone()) {
            var carriers = new SentenceCarriers();
            carriers.add(first, patternUnder(key, first));
            sentences.put(key, carriers);
            return carriers;
        }
        if (known != null) {
            sentences.put(key, article);
        }
        return null;
    }

    /** The pattern of the sentence that the article has under a key: two sentences can have the same. */
    private @Nullable SentencePattern patternUnder(int key, JudgedArticle article) {
        Fingerprint fingerprint = article.fingerprint();
        int pattern = 0;
        for (int i = 0; i < fingerprint.sentences(); i++) {
            if (key(article, fingerprint.sentence(i)) == key) {
                return patternOrNone(fingerprint.hasNumber(i) ? patternKey(article, pattern) : NO_PATTERN);
            }
            pattern += fingerprint.hasNumber(i) ? 1 : 0;
        }
        return null;
    }

    private void count(int key, Set<JudgedArticle> others) {
        if (patterns.putIfAbsent(key, ONCE) != null) {
            pattern(key).count(1, others);
        }
    }

    private void discount(int key, Set<JudgedArticle> others) {
        if (patterns.get(key) instanceof SentencePattern pattern) {
            pattern.count(-1, others);
        } else {
            patterns.remove(key);
        }
    }

    private @Nullable SentencePattern patternOrNone(int key) {
        return key == NO_PATTERN ? null : pattern(key);
    }

    private SentencePattern pattern(int key) {
        Object known = patterns.get(key);
        if (known instanceof SentencePattern pattern) {
            return pattern;
        }
        var pattern = new SentencePattern(ONCE.equals(known) ? 1 : 0);
        patterns.put(key, pattern);
        return pattern;
    }

    /** How many articles make a sentence of that pattern furniture. */
    private int least(int key) {
        return key != NO_PATTERN && patterns.get(key) instanceof SentencePattern pattern ? pattern.least() : PAGES;
    }
}
