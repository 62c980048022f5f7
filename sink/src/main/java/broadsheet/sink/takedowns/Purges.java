package broadsheet.sink.takedowns;

import broadsheet.model.Reach;
import broadsheet.sink.memory.ArticleMemory;
import broadsheet.sink.memory.KnownArticle;
import broadsheet.sink.memory.Place;
import broadsheet.sink.memory.StoryState;
import broadsheet.sink.publication.Withdrawals;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a takedown does to the articles that it reaches, and its end to what is left of them. */
final class Purges {

    private final ArticleMemory memory;
    private final Bans bans;
    private final Withdrawals withdrawals;

    Purges(ArticleMemory memory, Bans bans, Withdrawals withdrawals) {
        this.memory = memory;
        this.bans = bans;
        this.withdrawals = withdrawals;
    }

    /** Withdraws what a takedown reaches of an article; returns the ids that it had downstream. */
    List<String> withdraw(String key, String home) {
        Optional<KnownArticle> known = memory.find(home);
        if (known.isEmpty()) {
            return List.of();
        }
        KnownArticle article = known.get();
        Optional<StoryState> later = article.everyStory().stream()
                .filter(story ->
                        !story.id().equals(home) && Reach.ofId(story.id()).equals(key))
                .findFirst();
        if (later.isPresent()) {
            withdrawals.retract(home, later.get());
            memory.bar(article, later.get().id());
            return List.of(later.get().id());
        }
        return purge(article, article.reach());
    }

    /** Withdraws an article, and keeps it out by all that it is known by. */
    List<String> purge(KnownArticle article, Collection<String> names) {
        bans.keepOut(article.home(), names);
        withdrawals.purge(article);
        return article.everyStory().stream().map(StoryState::id).toList();
    }

    /** An article that is not remembered any more may still stand downstream. */
    void tombstoneForgotten(String id) {
        withdrawals.tombstone(Place.PUBLISHED, id);
        withdrawals.tombstone(Place.COPIES, id);
    }

    /** A story that was taken down by its id can come again: what is left of it without its text goes. */
    void makeRoom(String id) {
        memory.reachedBy(Reach.ofId(id), "", 1)
                .forEach(hit -> memory.find(hit.home()).ifPresent(article -> memory.unbar(article, id)));
    }
}
