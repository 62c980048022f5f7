package broadsheet.sink.publication;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.PublishedArticle;
import broadsheet.sink.copies.ArticleToJudge;
import broadsheet.sink.copies.Fingerprint;
import broadsheet.sink.copies.Fingerprinter;
import broadsheet.sink.memory.ArticleMemory;
import broadsheet.sink.memory.Place;
import broadsheet.sink.memory.StoryState;
import broadsheet.sink.versions.Content;
import broadsheet.sink.versions.StoryVersions;
import broadsheet.sink.versions.Wording;
import java.util.Optional;
import java.util.function.Consumer;

/** How a story goes downstream: it is asked whose copy it is, and written when the answer is there. */
public final class StoryPublication {

    private final ArticleMemory memory;
    private final Withdrawals withdrawals;
    private final Consumer<Effect> effects;
    private final Fingerprinter fingerprinter = new Fingerprinter();

    /**
     * @param memory what is kept in this partition
     * @param withdrawals take away what stands downstream
     * @param effects takes what follows
     */
    public StoryPublication(ArticleMemory memory, Withdrawals withdrawals, Consumer<Effect> effects) {
        this.memory = memory;
        this.withdrawals = withdrawals;
        this.effects = effects;
    }

    public Fingerprint fingerprint(Article article) {
        return fingerprinter.of(article.headline(), article.body());
    }

    /**
     * Asks whose copy a story is, if it is not what was asked about last; empty if it is.
     *
     * @param number of the question
     * @param pending the line of the ledger that waits for the ruling; empty if none does
     */
    public Optional<StoryState> ask(
            String home, StoryState story, StoryVersions storyVersions, long number, Optional<Pending> pending) {
        String latest = storyVersions.latest().hash();
        Article article = content(home, latest).article();
        var question = new StoryState.Question(latest, storyVersions.firstSeen(), article.language());
        if (story.question().filter(question::equals).isPresent()) {
            return Optional.empty();
        }
        story.question()
                .filter(last -> !last.language().equals(question.language()))
                .ifPresent(last -> withdrawals.forget(home, story));
        var toJudge = new ArticleToJudge(
                story.id(),
                question.firstSeen(),
                article.language(),
                PublishedRecord.host(article),
                true,
                fingerprint(article));
        effects.accept(new Effect.Ask(home, story.id(), question.language(), number, Optional.of(toJudge), pending));
        return Optional.of(story.withQuestion(question, number));
    }

    private EnrichedArticle content(String home, String hash) {
        return memory.content(home, hash)
                .orElseThrow(() -> new IllegalStateException("content is not kept: " + ArticleMemory.key(home, hash)));
    }

    /** Writes a story downstream, if it is judged and not there as it is. */
    public StoryState publish(String home, StoryState story, StoryVersions storyVersions) {
        if (story.isWaiting()) {
            return story;
        }
        return write(home, tellTheOriginal(story), storyVersions);
    }

    private StoryState tellTheOriginal(StoryState story) {
        Optional<StoryState.Told> now = story.toBeTold();
        if (now.equals(story.told())) {
            return story;
        }
        withdrawals.tellNoMore(story);
        now.ifPresent(told ->
                effects.accept(new Effect.Amend(told.home(), told.original(), story.id(), Optional.of(told.kind()))));
        return story.withTold(now);
    }

    private StoryState write(String home, StoryState story, StoryVersions storyVersions) {
        Wording latest = storyVersions.latest();
        PublishedArticle article = PublishedRecord.of(
                story,
                storyVersions,
                content(home, latest.hash()),
                memory.amendments().of(story.id()));
        Place place = story.match().isPresent() ? Place.COPIES : Place.PUBLISHED;
        var out = new StoryState.Out(place, Content.hash(Json.bytes(article), 8));
        if (story.out().filter(out::equals).isPresent()) {
            return story;
        }
        effects.accept(new Effect.Publish(place, story.id(), Optional.of(article), Optional.of(latest.origin())));
        // After the new record, so that a reader who does not wait for commits sees the article twice rather than
        // never.
        story.out()
                .filter(last -> last.place() != place)
                .ifPresent(last -> withdrawals.tombstone(last.place(), story.id()));
        return story.withOut(out);
    }
}
