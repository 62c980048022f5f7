package broadsheet.sink.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells originals from copies, and says whenever that changes. What it says in the end depends on the set of articles and
 * not on their order. Not thread-safe.
 *
 * <pre>{@code
 * var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
 * List<Verdict> verdicts = judge.judge(article, article.firstSeen());   // its own first, then all that are others now
 * }</pre>
 */
public final class CopyJudge {

    /** Name and version of the comparison, for {@code copyOf.method}. */
    public static final String METHOD = "bottom-k-4gram/3";

    private final Duration horizon;
    private final Duration memory;
    private final Map<String, LanguageShard> shards = new HashMap<>();
    private final Map<String, JudgedArticle> articles = new HashMap<>();
    private final Deque<JudgedArticle> letGo = new ArrayDeque<>();
    private final VerdictReplay replay;
    /** How many inputs there were, as far as is known. */
    private long inputs;

    /**
     * @param horizon how far apart in content time two articles can be and still be copies
     * @param memory how long articles are remembered, in content time; at least the horizon
     */
    public CopyJudge(Duration horizon, Duration memory) {
        if (memory.compareTo(horizon) < 0) {
            throw new IllegalArgumentException("memory is shorter than the horizon: " + memory + " < " + horizon);
        }
        this.horizon = horizon;
        this.memory = memory;
        replay = new VerdictReplay(articles, horizon, memory);
    }

    /**
     * Judges an article, in place of an earlier one of the same id; returns its verdict, then all that changed by it.
     *
     * @param now how far the content of the news has come
     */
    public List<Verdict> judge(ArticleToJudge input, Instant now) {
        inputs++;
        var article = new JudgedArticle(input, shard(input));
        JudgedArticle earlier = articles.put(input.id(), article);
        var changed = new ArrayList<JudgedArticle>();
        if (earlier != null && earlier.isLetGo()) {
            earlier.beForgotten();
        } else if (earlier != null) {
            earlier.home().remove(earlier);
            if (earlier.home() != article.home()) {
                changed.addAll(earlier.home().settle(inputs));
            }
        }
        article.home().add(article, now);
        changed.addAll(article.home().settle(inputs));
        changed.remove(article);
        changed.add(0, article);
        return verdicts(changed);
    }

    /**
     * Judges so many, or some more, of those whose original is one no more and that still have their verdict from before;
     * returns the verdicts that are others now. In a flood of copies of which each came earlier than those before, most
     * wait for this; else nobody does.
     */
    public List<Verdict> settleSome(int most) {
        List<LanguageShard> behind =
                shards.values().stream().filter(LanguageShard::isBehind).toList();
        if (behind.isEmpty()) {
            return List.of();
        }
        inputs++;
        return behind.stream()
                .flatMap(shard -> shard.settleSome(most, inputs).stream())
                .map(Verdict::of)
                .toList();
    }

    /** Judges all that wait. */
    public List<Verdict> settle() {
        return settleSome(Integer.MAX_VALUE);
    }

    /** Forgets an article; returns the verdicts that are others without it. */
    public List<Verdict> withdraw(String id) {
        inputs++;
        JudgedArticle article = articles.remove(id);
        if (article == null) {
            return List.of();
        }
        if (article.isLetGo()) {
            article.beForgotten();
            return List.of();
        }
        article.home().remove(article);
        return verdicts(article.home().settle(inputs));
    }

    /**
     * Takes in what another judge found, in place of what was known of that article; nothing is judged. However often and
     * in whatever order this is told: {@link #resume} must follow before anything is judged.
     *
     * @param turn see {@link #turn}
     * @param asked how far the content of the news had come when the other judge was asked
     */
    public void remember(ArticleToJudge input, Verdict verdict, long turn, Instant asked) {
        inputs = Math.max(inputs, turn);
        replay.add(new JudgedArticle(input, shard(input)), verdict, turn, asked);
    }

    /** Lets go of an article that another judge has forgotten; see {@link #remember}. */
    public void letGo(String id) {
        replay.remove(id);
    }

    /** Goes on with what was remembered; of what waited to be judged, all waits. */
    public void resume() {
        replay.end().forEach(orphan -> orphan.home().postpone(orphan));
    }

    /**
     * Lets go of whatever can match nothing that is still to come, if that is no later than allowed. Verdicts stay as they
     * are. What is let go is forgotten by {@link #forgetSome}.
     *
     * @param now how far the content of the news has come
     */
    public void forgetAt(Instant now) {
        shards.values().forEach(shard -> letGo.addAll(shard.forget(now.minus(memory))));
    }

    /** Forgets so many of the articles that were let go; returns their ids, none when all are forgotten. */
    public List<String> forgetSome(int most) {
        List<String> forgotten = new ArrayList<>();
        while (forgotten.size() < most && !letGo.isEmpty()) {
            JudgedArticle article = letGo.poll();
            if (!article.isGone()) {
                article.beForgotten();
                articles.remove(article.id());
                forgotten.add(article.id());
            }
        }
        return forgotten;
    }

    /** The present verdict; empty if there is no article of that id. */
    public Optional<Verdict> verdict(String id) {
        return Optional.ofNullable(articles.get(id)).map(Verdict::of);
    }

    /** When that verdict was found, in inputs: tells who takes over of which copies the original was none since. */
    public long turn(String id) {
        JudgedArticle article = articles.get(id);
        return article == null ? 0 : article.turn();
    }

    /** The article of that id as it was given, its time to the millisecond; empty if there is none. */
    public Optional<ArticleToJudge> known(String id) {
        return Optional.ofNullable(articles.get(id)).map(JudgedArticle::input);
    }

    private LanguageShard shard(ArticleToJudge input) {
        return shards.computeIfAbsent(input.language(), language -> new LanguageShard(language, horizon));
    }

    private static List<Verdict> verdicts(List<JudgedArticle> articles) {
        return articles.stream().map(Verdict::of).toList();
    }
}
