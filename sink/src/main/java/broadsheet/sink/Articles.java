package broadsheet.sink;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The articles of one partition: takes in what arrives, asks whose copy it is, and publishes when the answer is there.
 *
 * <p>What is kept of an article is a function of the set of its fetches (see {@link Seen}), and what is published is a
 * function of that and of the ruling. So the last record of each key does not depend on the order of arrival.
 */
final class Articles {

    private final Memory memory;
    private final SinkSettings settings;
    private final Withdrawals withdrawals;
    private final Stories stories;
    private final Watermark watermark = new Watermark();
    private final Consumer<Effect> effects;

    /**
     * @param memory what is kept in this partition
     * @param settings see there
     * @param effects takes what follows from each input
     */
    Articles(Memory memory, SinkSettings settings, Consumer<Effect> effects) {
        this.memory = memory;
        this.settings = settings;
        this.withdrawals = new Withdrawals(memory, effects);
        this.stories = new Stories(memory, withdrawals, effects);
        this.effects = effects;
    }

    /**
     * Takes in a fetch of an article.
     *
     * @param timestamp of the record
     */
    void arrive(EnrichedArticle fetched, Origin origin, long timestamp) {
        Article article = fetched.article();
        if (watermark.advance(article.fetchedAt(), timestamp)) {
            memory.forgetBefore(watermark.latest().minus(settings.articleMemory()), settings.reuseGap());
        }
        String home = article.id();
        Set<String> reach = Reach.of(article);
        Optional<Ban> ban = memory.banOn(reach);
        if (ban.isPresent()) {
            memory.reach(home, ban.get().cause());
            memory.find(home).ifPresent(withdrawals::purge);
            tell(new Pending(origin, Outcome.Kind.WITHHELD, Optional.empty()).withheld(home));
            return;
        }
        Content content = Content.of(fetched);
        Tracked before = memory.find(home).orElse(Tracked.nothing(home));
        Optional<Seen> known = before.versions().version(content.hash());
        Seen seen = Seen.of(
                article,
                content,
                known.map(Seen::gist)
                        .orElseGet(() -> stories.fingerprint(article).gist()),
                origin);
        Tracked after = before.with(seen, reach, settings.reuseGap());
        if (after.equals(before)) {
            tell(new Pending(origin, Outcome.Kind.UNCHANGED, Optional.empty()).outcome(home, false));
            return;
        }
        if (known.isEmpty() && after.versions().version(content.hash()).isPresent()) {
            memory.keep(home, content);
        }
        update(before, after, content.hash(), pending(origin, before, content.hash()));
    }

    private static Pending pending(Origin origin, Tracked before, String hash) {
        Outcome.Kind kind = before.versions().knows(hash)
                ? Outcome.Kind.UNCHANGED
                : before.versions().seen().isEmpty() ? Outcome.Kind.PUBLISHED : Outcome.Kind.REVISED;
        return new Pending(origin, kind, Optional.empty());
    }

    private void update(Tracked before, Tracked after, String hash, Pending pending) {
        String home = after.home();
        Map<String, Chapter> earlier = before.chapters(settings.reuseGap());
        List<Story> now = new ArrayList<>();
        long asked = after.rounds();
        for (Map.Entry<String, Chapter> entry :
                after.chapters(settings.reuseGap()).entrySet()) {
            String id = entry.getKey();
            Chapter chapter = entry.getValue();
            Optional<Story> known = before.remembered(id);
            Optional<Pending> own = chapter.has(hash)
                    ? Optional.of(id.equals(home) ? pending : ofLater(pending, chapter))
                    : Optional.empty();
            if (own.isEmpty() && known.isPresent() && chapter.equals(earlier.get(id))) {
                now.add(known.get());
            } else if (memory.banOn(Set.of(Reach.ofId(id))).isPresent()) {
                own.ifPresent(line -> tell(line.withheld(home)));
            } else {
                Story story = revise(home, known.orElse(Story.begun(id)), chapter, asked + 1, own);
                asked = Math.max(asked, story.asked());
                now.add(own.isPresent() ? story.changedAt(watermark.latest()) : story);
            }
        }
        keep(before, after.withStories(now, asked).changedAt(watermark.latest()), hash);
    }

    /** The first version of a later story is a new article, and says why. */
    private static Pending ofLater(Pending pending, Chapter chapter) {
        return chapter.number() > 1 || pending.kind() == Outcome.Kind.UNCHANGED
                ? pending
                : new Pending(pending.origin(), Outcome.Kind.PUBLISHED, Optional.of(Pending.URL_REUSED));
    }

    private Story revise(String home, Story story, Chapter chapter, long number, Optional<Pending> own) {
        Optional<Story> question = stories.ask(home, story, chapter, number, own);
        if (question.isEmpty()) {
            own.ifPresent(line -> tell(line.outcome(story.id(), story.match().isPresent())));
        }
        return question.orElseGet(() -> stories.publish(home, story, chapter));
    }

    /** Keeps what has become of an article. A story that is one no more is withdrawn; one that is forgotten is not. */
    private void keep(Tracked before, Tracked after, String hash) {
        before.stories().stream()
                .filter(story -> after.story(story.id()).isEmpty())
                .forEach(story -> withdrawals.retract(before.home(), story));
        memory.replace(before, after.forgetSurplus(hash, settings.reuseGap()));
    }

    /** Takes in what the judge of copies says. */
    void rule(Ruling ruling) {
        Optional<Tracked> tracked = memory.find(ruling.home());
        Optional<Story> story = tracked.flatMap(known -> known.story(ruling.id()));
        story.filter(known -> known.asked() == ruling.round()).ifPresent(known -> {
            Tracked whole = tracked.orElseThrow();
            Chapter chapter = Optional.ofNullable(
                            whole.chapters(settings.reuseGap()).get(known.id()))
                    .orElseThrow(() -> new IllegalStateException("story without versions: " + known.id()));
            memory.put(whole.withStory(stories.publish(whole.home(), known.withAnswer(ruling.match()), chapter)));
        });
        ruling.pending()
                .map(line -> isWithdrawn(ruling, tracked.isPresent())
                        ? line.withheld(ruling.id())
                        : line.outcome(ruling.id(), ruling.match().isPresent()))
                .ifPresent(this::tell);
    }

    /** Whether a takedown came between question and ruling. One that was lifted since has taken the article all the same. */
    private boolean isWithdrawn(Ruling ruling, boolean known) {
        return !known
                || memory.banOn(List.of(Reach.ofId(ruling.home()), Reach.ofId(ruling.id())))
                        .isPresent();
    }

    private void tell(Outcome outcome) {
        effects.accept(new Effect.Tell(outcome));
    }
}
