package broadsheet.sink.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Articles of invented texts, the same ones each time. */
final class InventedArticles {

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final int SENTENCES = 12;

    private final Fingerprinter fingerprinter = new Fingerprinter();

    /** Sentences of words that no other seed has. */
    static List<String> sentences(int seed, int count) {
        var random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(sentence -> IntStream.range(0, 12)
                        .mapToObj(word -> "w" + Integer.toString(random.nextInt(1 << 30), 36))
                        .collect(Collectors.joining(" ", "The ", ".")))
                .toList();
    }

    /** The article of that number, which is also the minute in which it was first seen. */
    ArticleToJudge article(int number, String host, List<String> sentences) {
        return new ArticleToJudge(
                "article-" + number,
                START.plus(Duration.ofMinutes(number)),
                "en",
                host,
                true,
                fingerprinter.of(String.join("\n\n", sentences)));
    }

    /**
     * A form with other numbers, and copies of other texts with the same lines, of few hosts. One of them has most, and
     * some numbers so often that their sentences become furniture of it, and then none any more.
     */
    List<ArticleToJudge> flood() {
        var random = new Random(7);
        List<String> form = sentences(3, SENTENCES);
        List<ArticleToJudge> articles = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<String> text = new ArrayList<>(i % 3 == 0 ? form : sentences(i % 20, SENTENCES));
            for (int at = 0; at < 4; at++) {
                int other = at < 2 ? skewed(random, 40) : random.nextInt(10_000);
                // A copy of a text has its numbers too.
                int number = i % 3 == 0 ? other : i % 20 * 31 + at;
                text.set(at * 2, "The count of district " + at + " is " + number + " this week.");
            }
            articles.add(article(i, "outlet" + skewed(random, 8) + ".example", text));
        }
        return articles;
    }

    /** Copies of one text, the latest first: each is the original of those before it. */
    List<ArticleToJudge> reversed(int count) {
        List<ArticleToJudge> articles = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            List<String> text = new ArrayList<>(sentences(1, SENTENCES));
            text.set(i % SENTENCES, "The reader of page w" + i + " finds this line in it.");
            articles.add(article(i, "outlet" + i + ".example", text));
        }
        return articles;
    }

    /** From 0 on below the bound, small ones more often. */
    private static int skewed(Random random, int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 3));
    }

    static List<ArticleToJudge> inOrder(List<ArticleToJudge> articles) {
        return articles.stream()
                .sorted(Comparator.comparing(ArticleToJudge::firstSeen))
                .toList();
    }

    static List<ArticleToJudge> shuffled(List<ArticleToJudge> articles, int seed) {
        List<ArticleToJudge> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
