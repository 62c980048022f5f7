package broadsheet.sink;

import broadsheet.model.Reach;
import broadsheet.sink.memory.ArticleMemory;
import broadsheet.sink.memory.KnownArticle;
import broadsheet.sink.memory.StoryState;
import broadsheet.sink.publication.Effect;
import broadsheet.sink.publication.Ruling;
import broadsheet.sink.publication.StoryPublication;
import broadsheet.sink.publication.Withdrawals;
import broadsheet.sink.takedowns.Bans;
import broadsheet.sink.versions.StoryVersions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the judge of copies says of the articles of one partition: what waited for it goes downstream. */
final class Rulings {

    private final ArticleMemory memory;
    private final Bans bans;
    private final Duration reuseGap;
    private final StoryPublication stories;
    private final Consumer<Effect> effects;

    /**
     * @param memory what is kept in this partition
     * @param bans the takedowns in force
     * @param reuseGap as in the settings
     * @param effects takes what follows from each ruling
     */
    Rulings(ArticleMemory memory, Bans bans, Duration reuseGap, Consumer<Effect> effects) {
        this.memory = memory;
        this.bans = bans;
        this.reuseGap = reuseGap;
        this.stories = new StoryPublication(memory, new Withdrawals(memory, effects), effects);
        this.effects = effects;
    }

    /** Takes in what the judge of copies says. */
    void rule(Ruling ruling) {
        Optional<KnownArticle> article = memory.find(ruling.home());
        Optional<StoryState> story = article.flatMap(known -> known.story(ruling.id()));
        story.filter(known -> known.asked() == ruling.round()).ifPresent(known -> {
            KnownArticle whole = article.orElseThrow();
            memory.put(whole.withStory(stories.publish(
                    whole.home(),
                    known.withAnswer(ruling.match(), ruling.originalHome()),
                    versions(whole, known.id()))));
        });
        ruling.pending()
                .map(line -> isWithdrawn(ruling, article.isPresent())
                        ? line.withheld(ruling.id())
                        : line.outcome(ruling.id(), ruling.match().isPresent()))
                .ifPresent(outcome -> effects.accept(new Effect.Tell(outcome)));
    }

    /** Takes in what a later article is to one of these. */
    void amend(Effect.Amend amend) {
        memory.amendments().note(amend.original(), amend.id(), amend.kind());
        memory.find(amend.home())
                .ifPresent(whole -> whole.story(amend.original())
                        .ifPresent(known -> memory.put(
                                whole.withStory(stories.publish(whole.home(), known, versions(whole, known.id()))))));
    }

    private StoryVersions versions(KnownArticle whole, String id) {
        return Optional.ofNullable(whole.versionsByStory(reuseGap).get(id))
                .orElseThrow(() -> new IllegalStateException("story without versions: " + id));
    }

    /** Whether a takedown came between question and ruling. One that was lifted since has taken the article all the same. */
    private boolean isWithdrawn(Ruling ruling, boolean known) {
        return !known
                || bans.on(List.of(Reach.ofId(ruling.home()), Reach.ofId(ruling.id())))
                        .isPresent();
    }
}
