package broadsheet.sink;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Reach;
import java.util.ArrayList;
import java.util.HashSet;
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
    private final Takedowns takedowns;
    private final Withdrawals withdrawals;
    private final Stories stories;
    private final Forgetting forgetting;
    private final Watermark watermark = new Watermark();
    private final Consumer<Effect> effects;

    /**
     * @param memory what is kept in this partition
     * @param settings see there
     * @param takedowns say what is kept out
     * @param effects takes what follows from each input
     */
    Articles(Memory memory, SinkSettings settings, Takedowns takedowns, Consumer<Effect> effects) {
        this.memory = memory;
        this.settings = settings;
        this.takedowns = takedowns;
        this.withdrawals = new Withdrawals(memory, effects);
        this.stories = new Stories(memory, withdrawals, effects);
        this.forgetting = new Forgetting(memory, settings.reuseGap());
        this.effects = effects;
    }

    /** Forgets some of what is old, where no article comes for it to be forgotten beside. */
    void forgetSome() {
        forgetting.step(Forgetting.STEP);
    }

    /**
     * Takes in a fetch of an article.
     *
     * @param timestamp of the record
     */
    void arrive(EnrichedArticle fetched, Origin origin, long timestamp) {
        Article article = fetched.article();
        if (watermark.advance(article.fetchedAt(), timestamp)) {
            forgetting.begin(watermark.latest().minus(settings.articleMemory()));
        }
        String home = article.id();
        forgetting.step(home);
        Set<String> reach = memory.bans().names(home, Reach.of(article));
        if (takedowns.on(home, reach).isPresent()) {
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
        Tracked after = before.with(seen, Address.of(article), reach, settings.reuseGap());
        if (after.equals(before) && before.barred().isEmpty()) {
            tell(new Pending(origin, Outcome.Kind.UNCHANGED, Optional.empty()).outcome(home, false));
            return;
        }
        if (after.versions().version(content.hash()).isPresent() && isToBeKept(home, known, content)) {
            memory.keep(home, content);
        }
        update(before, after, content.hash(), pending(origin, before, content.hash()));
    }

    /** Whether it is new, or better read than before, or was not kept because of a takedown. */
    private boolean isToBeKept(String home, Optional<Seen> known, Content content) {
        return known.filter(before -> before.reading().compareTo(content.reading()) >= 0)
                .filter(before -> memory.content(home, before.hash()).isPresent())
                .isEmpty();
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
        List<Chapter> withheld = new ArrayList<>();
        long asked = after.rounds();
        for (Map.Entry<String, Chapter> entry :
                after.chapters(settings.reuseGap()).entrySet()) {
            String id = entry.getKey();
            Chapter chapter = entry.getValue();
            Optional<Story> known = before.remembered(id);
            Optional<Pending> own = chapter.has(hash)
                    ? Optional.of(chapter.number() > 1 ? pending : pending.ofNewStory(after.versions(), hash))
                    : Optional.empty();
            if (isWithheld(after, id, chapter)) {
                own.ifPresent(line -> tell(line.withheld(home)));
                withheld.add(chapter);
            } else if (own.isEmpty() && known.isPresent() && chapter.equals(earlier.get(id))) {
                now.add(known.get());
            } else {
                Story story = revise(home, known.orElse(Story.begun(id)), chapter, asked + 1, own);
                asked = Math.max(asked, story.asked());
                now.add(own.isPresent() ? story.changedAt(watermark.latest()) : story);
            }
        }
        keep(before, after.withStories(now, asked).changedAt(watermark.latest()), withheld, hash);
    }

    /** Whether a later story is under a takedown by its id; or was, and the text of its latest version has not come again. */
    private boolean isWithheld(Tracked tracked, String id, Chapter chapter) {
        if (id.equals(tracked.home()) && tracked.barred().isEmpty()) {
            return false;
        }
        List<String> named =
                tracked.idsOf(id, chapter).stream().map(Reach::ofId).toList();
        return memory.bans().on(named).isPresent()
                || memory.content(tracked.home(), chapter.latest().hash()).isEmpty();
    }

    private Story revise(String home, Story story, Chapter chapter, long number, Optional<Pending> own) {
        Optional<Story> question = stories.ask(home, story, chapter, number, own);
        if (question.isEmpty()) {
            own.ifPresent(line -> tell(line.outcome(story.id(), story.match().isPresent())));
        }
        return question.orElseGet(() -> stories.publish(home, story, chapter));
    }

    /** Keeps what has become of an article. A story that is one no more is withdrawn; one that is forgotten is not. */
    private void keep(Tracked before, Tracked after, List<Chapter> withheld, String hash) {
        before.stories().stream()
                .filter(story -> after.story(story.id()).isEmpty())
                .forEach(story -> withdrawals.retract(before.home(), story));
        Tracked barred = after;
        Set<String> textless = new HashSet<>();
        for (Chapter chapter : withheld) {
            barred = barred.withBarred(chapter.first().hash());
            textless.addAll(chapter.hashes());
        }
        memory.replace(before, barred.forgetSurplus(hash, settings.reuseGap()), textless);
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
                || memory.bans()
                        .on(List.of(Reach.ofId(ruling.home()), Reach.ofId(ruling.id())))
                        .isPresent();
    }

    private void tell(Outcome outcome) {
        effects.accept(new Effect.Tell(outcome));
    }
}
