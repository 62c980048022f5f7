package broadsheet.sink.publication;

import broadsheet.sink.memory.ArticleMemory;
import broadsheet.sink.memory.KnownArticle;
import broadsheet.sink.memory.Place;
import broadsheet.sink.memory.StoryState;
import java.util.Optional;
import java.util.function.Consumer;

/** How what stands downstream, and in the memory of the judge of copies, is taken away again. */
public final class Withdrawals {

    private final ArticleMemory memory;
    private final Consumer<Effect> effects;

    public Withdrawals(ArticleMemory memory, Consumer<Effect> effects) {
        this.memory = memory;
        this.effects = effects;
    }

    /** Withdraws all stories of an article, and forgets it. */
    public void purge(KnownArticle article) {
        article.everyStory().forEach(story -> retract(article.home(), story));
        memory.forget(article);
    }

    /** Withdraws a story. */
    public void retract(String home, StoryState story) {
        forget(home, story);
        tellNoMore(story);
        story.out().ifPresent(out -> tombstone(out.place(), story.id()));
    }

    /** Has the judge of copies forget a story. */
    void forget(String home, StoryState story) {
        story.question()
                .ifPresent(question -> effects.accept(new Effect.Ask(
                        home, story.id(), question.language(), story.asked(), Optional.empty(), Optional.empty())));
    }

    /** Tells the original that was told of a story that this is nothing to it any more. */
    void tellNoMore(StoryState story) {
        story.told()
                .ifPresent(told ->
                        effects.accept(new Effect.Amend(told.home(), told.original(), story.id(), Optional.empty())));
    }

    /** Says downstream that there is no such article in that place. */
    public void tombstone(Place place, String id) {
        effects.accept(new Effect.Publish(place, id, Optional.empty(), Optional.empty()));
    }
}
