package broadsheet.sink;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Reach;
import broadsheet.sink.memory.ArticleMemory;
import broadsheet.sink.memory.Forgetting;
import broadsheet.sink.memory.KnownArticle;
import broadsheet.sink.memory.LaterStories;
import broadsheet.sink.memory.StoryState;
import broadsheet.sink.publication.Effect;
import broadsheet.sink.publication.Pending;
import broadsheet.sink.publication.StoryPublication;
import broadsheet.sink.publication.Withdrawals;
import broadsheet.sink.takedowns.Bans;
import broadsheet.sink.takedowns.Takedowns;
import broadsheet.sink.versions.Content;
import broadsheet.sink.versions.FetchAddress;
import broadsheet.sink.versions.StoryVersions;
import broadsheet.sink.versions.Wording;
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
 * <p>What is kept of an article is a function of the set of its fetches (see {@link Wording}), and what is published is a
 * function of that and of the ruling. So the last record of each key does not depend on the order of arrival.
 */
final class Articles {

    private final ArticleMemory memory;
    private final Bans bans;
    private final SinkSettings settings;
    private final Takedowns takedowns;
    private final Withdrawals withdrawals;
    private final StoryPublication stories;
    private final Forgetting forgetting;
    private final Watermark watermark = new Watermark();
    private final Consumer<Effect> effects;

    /**
     * @param memory what is kept in this partition
     * @param bans the takedowns in force
     * @param settings see there
     * @param takedowns say what is kept out
     * @param effects takes what follows from each input
     */
    Articles(ArticleMemory memory, Bans bans, SinkSettings settings, Takedowns takedowns, Consumer<Effect> effects) {
        this.memory = memory;
        this.bans = bans;
        this.settings = settings;
        this.takedowns = takedowns;
        this.withdrawals = new Withdrawals(memory, effects);
        this.stories = new StoryPublication(memory, withdrawals, effects);
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
        Set<String> reach = bans.names(home, Reach.of(article));
        if (takedowns.on(home, reach).isPresent()) {
            tell(new Pending(origin, Outcome.Kind.WITHHELD, Optional.empty()).withheld(home));
            return;
        }
        Content content = Content.of(fetched);
        KnownArticle before = memory.find(home).orElse(KnownArticle.nothing(home));
        Optional<Wording> known = before.versions().version(content.hash());
        Wording seen = Wording.of(
                article,
                content,
                known.map(Wording::sketch)
                        .orElseGet(() -> stories.fingerprint(article).sketch()),
                origin);
        KnownArticle after = before.with(seen, FetchAddress.of(article), reach, settings.reuseGap());
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
    private boolean isToBeKept(String home, Optional<Wording> known, Content content) {
        return known.filter(before -> before.reading().compareTo(content.reading()) >= 0)
                .filter(before -> memory.content(home, before.hash()).isPresent())
                .isEmpty();
    }

    private static Pending pending(Origin origin, KnownArticle before, String hash) {
        Outcome.Kind kind = before.versions().knows(hash)
                ? Outcome.Kind.UNCHANGED
                : before.versions().seen().isEmpty() ? Outcome.Kind.PUBLISHED : Outcome.Kind.REVISED;
        return new Pending(origin, kind, Optional.empty());
    }

    private void update(KnownArticle before, KnownArticle after, String hash, Pending pending) {
        String home = after.home();
        Map<String, StoryVersions> earlier = before.versionsByStory(settings.reuseGap());
        List<StoryState> now = new ArrayList<>();
        List<StoryVersions> withheld = new ArrayList<>();
        long asked = after.rounds();
        for (Map.Entry<String, StoryVersions> entry :
                after.versionsByStory(settings.reuseGap()).entrySet()) {
            String id = entry.getKey();
            StoryVersions storyVersions = entry.getValue();
            Optional<StoryState> known = before.remembered(id);
            Optional<Pending> own = storyVersions.has(hash)
                    ? Optional.of(storyVersions.number() > 1 ? pending : pending.ofNewStory(after.versions(), hash))
                    : Optional.empty();
            if (isWithheld(after, id, storyVersions)) {
                own.ifPresent(line -> tell(line.withheld(home)));
                withheld.add(storyVersions);
            } else if (own.isEmpty() && known.isPresent() && storyVersions.equals(earlier.get(id))) {
                now.add(known.get());
            } else {
                StoryState story = revise(home, known.orElse(StoryState.begun(id)), storyVersions, asked + 1, own);
                asked = Math.max(asked, story.asked());
                now.add(own.isPresent() ? story.changedAt(watermark.latest()) : story);
            }
        }
        keep(before, after.withStories(now, asked).changedAt(watermark.latest()), withheld, hash);
    }

    /** Whether a later story is under a takedown by its id; or was, and the text of its latest version has not come again. */
    private boolean isWithheld(KnownArticle known, String id, StoryVersions storyVersions) {
        if (id.equals(known.home()) && known.barred().isEmpty()) {
            return false;
        }
        List<String> named =
                known.idsOf(id, storyVersions).stream().map(Reach::ofId).toList();
        return bans.on(named).isPresent()
                || memory.content(known.home(), storyVersions.latest().hash()).isEmpty();
    }

    private StoryState revise(
            String home, StoryState story, StoryVersions storyVersions, long number, Optional<Pending> own) {
        Optional<StoryState> question = stories.ask(home, story, storyVersions, number, own);
        if (question.isEmpty()) {
            own.ifPresent(line -> tell(line.outcome(story.id(), story.match().isPresent())));
        }
        return question.orElseGet(() -> stories.publish(home, story, storyVersions));
    }

    /** Keeps what has become of an article. A story that is one no more is withdrawn; one that is forgotten is not. */
    private void keep(KnownArticle before, KnownArticle after, List<StoryVersions> withheld, String hash) {
        before.stories().stream()
                .filter(story -> after.story(story.id()).isEmpty())
                .forEach(story -> withdrawals.retract(before.home(), story));
        KnownArticle barred = after;
        Set<String> textless = new HashSet<>();
        for (StoryVersions storyVersions : withheld) {
            barred = barred.withBarred(storyVersions.first().hash());
            textless.addAll(storyVersions.hashes());
        }
        memory.replace(before, new LaterStories(barred, settings.reuseGap()).forgetSurplus(hash), textless);
    }

    private void tell(Outcome outcome) {
        effects.accept(new Effect.Tell(outcome));
    }
}
