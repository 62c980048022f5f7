package broadsheet.sink;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Takedown;
import broadsheet.runtime.stage.StageState.Stores;
import broadsheet.sink.memory.Amendments;
import broadsheet.sink.memory.ArticleMemory;
import broadsheet.sink.memory.KnownArticle;
import broadsheet.sink.publication.PublishedRecord;
import broadsheet.sink.takedowns.Bans;
import broadsheet.sink.versions.StoryVersions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * What the sink's state holds of one article id. It reads what a task may just be writing, so it can be a moment ahead of
 * what is committed.
 *
 * @param versions of all its stories that are kept, the earliest first
 * @param stories what is made of them; usually one
 * @param ban the takedown that holds it back; empty if none does
 */
public record ArticleState(List<Fetched> versions, List<Placed> stories, Optional<Barred> ban) {

    /** The store in whose partition it all lies, under the article id. */
    public static final String STORE = ArticleMemory.ARTICLES;

    public ArticleState {
        versions = List.copyOf(versions);
        stories = List.copyOf(stories);
    }

    /**
     * One version.
     *
     * @param origin the input that brought it first
     * @param at its content time
     * @param contentHash as in the history of versions
     */
    public record Fetched(Origin origin, Instant at, String contentHash) {}

    /**
     * A story as it goes downstream.
     *
     * @param article as it is published, or stands on the copies
     * @param isWaiting whether the judge of copies has still to answer, and the article is not out yet or not like this
     */
    public record Placed(PublishedArticle article, boolean isWaiting) {}

    /**
     * A takedown in force.
     *
     * @param key of the takedown, in its one form
     * @param takedown who asked for it and why
     */
    public record Barred(String key, Takedown takedown) {}

    /** What is there under an id; empty if nothing is. */
    public static Optional<ArticleState> find(Stores stores, SinkSettings settings, String id) {
        ReadOnlyKeyValueStore<String, KnownArticle> articles = stores.named(ArticleMemory.ARTICLES);
        Optional<Barred> barred = Bans.on(stores.named(Bans.TAKEDOWNS), stores.named(Bans.KEPT_OUT), id)
                .map(ban -> new Barred(ban.cause(), ban.takedown()));
        Optional<KnownArticle> known = Optional.ofNullable(articles.get(id));
        if (known.isEmpty() && barred.isEmpty()) {
            return Optional.empty();
        }
        ReadOnlyKeyValueStore<String, EnrichedArticle> contents = stores.named(ArticleMemory.CONTENTS);
        return Optional.of(new ArticleState(
                known.map(ArticleState::versions).orElse(List.of()),
                known.map(article -> placed(article, settings, contents, stores.named(Amendments.NAME)))
                        .orElse(List.of()),
                barred));
    }

    private static List<Fetched> versions(KnownArticle known) {
        return known.versions().seen().stream()
                .map(seen -> new Fetched(seen.origin(), seen.first(), seen.hash()))
                .toList();
    }

    private static List<Placed> placed(
            KnownArticle known,
            SinkSettings settings,
            ReadOnlyKeyValueStore<String, EnrichedArticle> contents,
            ReadOnlyKeyValueStore<String, Amendments.All> amendments) {
        Map<String, StoryVersions> byStory = known.versionsByStory(settings.reuseGap());
        return known.stories().stream()
                .map(story -> {
                    StoryVersions storyVersions =
                            Objects.requireNonNull(byStory.get(story.id()), "story without versions");
                    String hash = storyVersions.latest().hash();
                    EnrichedArticle content = contents.get(ArticleMemory.key(known.home(), hash));
                    return new Placed(
                            PublishedRecord.of(story, storyVersions, content, Amendments.of(amendments, story.id())),
                            story.isWaiting());
                })
                .toList();
    }
}
