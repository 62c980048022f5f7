package broadsheet.sink;

import broadsheet.sink.Effect.Place;
import java.util.Optional;
import java.util.function.Consumer;

/** How what stands downstream, and in the memory of the judge of copies, is taken away again. */
final class Withdrawals {

    private final Memory memory;
    private final Consumer<Effect> effects;

    Withdrawals(Memory memory, Consumer<Effect> effects) {
        this.memory = memory;
        this.effects = effects;
    }

    /** Withdraws all stories of an article, and forgets it. */
    void purge(Tracked tracked) {
        tracked.everyStory().forEach(story -> retract(tracked.home(), story));
        memory.forget(tracked);
    }

    /** Withdraws a story. */
    void retract(String home, Story story) {
        forget(home, story);
        story.out().ifPresent(out -> tombstone(out.place(), story.id()));
    }

    /** Has the judge of copies forget a story. */
    void forget(String home, Story story) {
        story.claimed()
                .ifPresent(claimed -> effects.accept(new Effect.Ask(
                        home, story.id(), claimed.language(), story.asked(), Optional.empty(), Optional.empty())));
    }

    /** Says downstream that there is no such article in that place. */
    void tombstone(Place place, String id) {
        effects.accept(new Effect.Publish(place, id, Optional.empty(), Optional.empty()));
    }
}
