package broadsheet.sink;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Reach;
import broadsheet.model.Receipt;
import broadsheet.runtime.TakedownRequest;
import broadsheet.runtime.TakedownRequest.Unreadable;
import broadsheet.sink.Effect.Place;
import broadsheet.sink.copies.Claim;
import broadsheet.sink.copies.Fingerprint;
import broadsheet.sink.copies.Fingerprinter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;

/**
 * The articles of one partition: takes in what arrives, asks whose copy it is, and publishes when the answer is there.
 *
 * <p>What is kept of an article is a function of the set of its fetches (see {@link Seen}), and what is published is a
 * function of that and of the ruling. So the last record of each key does not depend on the order of arrival.
 */
final class Articles {

    private final Memory memory;
    private final SinkSettings settings;
    private final int partition;
    private final Watermark watermark = new Watermark();
    private final Fingerprinter fingerprinter = new Fingerprinter();
    private final Consumer<Effect> effects;

    /**
     * @param memory what is kept in this partition
     * @param settings see there
     * @param partition which one it is, from 0
     * @param effects takes what follows from each input
     */
    Articles(Memory memory, SinkSettings settings, int partition, Consumer<Effect> effects) {
        this.memory = memory;
        this.settings = settings;
        this.partition = partition;
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
            memory.forgetBefore(watermark.latest().minus(settings.articleMemory()));
        }
        String home = article.id();
        Set<String> reach = Reach.of(article);
        Optional<Ban> ban = memory.banOn(reach);
        if (ban.isPresent()) {
            memory.reach(home, ban.get().cause());
            memory.find(home).ifPresent(this::purge);
            tell(new Pending(origin, Outcome.Kind.WITHHELD, Optional.empty()).withheld(home));
            return;
        }
        Content content = Content.of(fetched);
        Tracked before = memory.find(home).orElse(Tracked.nothing(home));
        Optional<Seen> known = before.version(content.hash());
        if (known.isEmpty()) {
            memory.keep(home, content);
        }
        Seen seen = Seen.of(
                article,
                content,
                known.map(Seen::gist).orElseGet(() -> fingerprint(article).gist()),
                origin);
        Tracked after = before.with(seen, reach);
        if (after.equals(before)) {
            tell(new Pending(origin, Outcome.Kind.UNCHANGED, Optional.empty()).outcome(home, false));
        } else {
            update(before, after, content.hash(), pending(origin, before, known.isPresent()));
        }
    }

    private static Pending pending(Origin origin, Tracked before, boolean known) {
        Outcome.Kind kind = known
                ? Outcome.Kind.UNCHANGED
                : before.seen().isEmpty() ? Outcome.Kind.PUBLISHED : Outcome.Kind.REVISED;
        return new Pending(origin, kind, Optional.empty());
    }

    private void update(Tracked before, Tracked after, String hash, Pending pending) {
        List<Story> stories = new ArrayList<>();
        long asked = after.rounds();
        Optional<Outcome> line = Optional.of(pending.withheld(after.home()));
        for (List<Seen> chapter : after.chapters(settings.reuseGap())) {
            String id = stories.isEmpty() ? after.home() : Edition.idOfReuse(after.home(), chapter.get(0));
            if (memory.banOn(Set.of(Reach.ofId(id))).isPresent()) {
                continue;
            }
            Story story = before.story(id).orElse(Story.begun(id));
            boolean mine = chapter.stream().anyMatch(seen -> seen.hash().equals(hash));
            Pending own = mine ? ofChapter(pending, chapter, stories.isEmpty()) : pending;
            Optional<Story> question =
                    ask(after, story, chapter, asked + 1, mine ? Optional.of(own) : Optional.empty());
            if (question.isPresent()) {
                asked++;
            }
            if (mine) {
                line = question.isPresent()
                        ? Optional.empty()
                        : Optional.of(own.outcome(id, story.match().isPresent()));
            }
            stories.add(question.orElseGet(() -> publish(after.home(), story, chapter)));
        }
        before.stories().stream()
                .filter(story -> stories.stream().noneMatch(now -> now.id().equals(story.id())))
                .forEach(story -> retract(before.home(), story));
        memory.put(after.withStories(stories, asked).changedAt(watermark.latest()));
        line.ifPresent(this::tell);
    }

    /** The first version of a later story is a new article, and says why. */
    private static Pending ofChapter(Pending pending, List<Seen> chapter, boolean first) {
        return first || chapter.size() > 1 || pending.kind() == Outcome.Kind.UNCHANGED
                ? pending
                : new Pending(pending.origin(), Outcome.Kind.PUBLISHED, Optional.of(Pending.URL_REUSED));
    }

    /** Asks whose copy a story is, if it is not what was asked about last; empty if it is. */
    private Optional<Story> ask(
            Tracked tracked, Story story, List<Seen> chapter, long number, Optional<Pending> pending) {
        Seen latest = chapter.get(chapter.size() - 1);
        Instant firstSeen = Edition.firstSeen(chapter);
        if (story.claimed()
                .filter(last ->
                        last.hash().equals(latest.hash()) && last.firstSeen().equals(firstSeen))
                .isPresent()) {
            return Optional.empty();
        }
        Article article = memory.content(tracked.home(), latest.hash()).article();
        var claimed = new Story.Claimed(latest.hash(), firstSeen, article.language());
        story.claimed()
                .filter(last -> !last.language().equals(claimed.language()))
                .ifPresent(last -> forget(tracked.home(), story));
        var claim =
                new Claim(story.id(), firstSeen, article.language(), Edition.host(article), true, fingerprint(article));
        effects.accept(
                new Effect.Ask(tracked.home(), story.id(), claimed.language(), number, Optional.of(claim), pending));
        return Optional.of(story.withQuestion(claimed, number));
    }

    /** Takes in what the judge of copies says. */
    void rule(Ruling ruling) {
        Optional<Tracked> tracked = memory.find(ruling.home());
        Optional<Story> story = tracked.flatMap(known -> known.story(ruling.id()));
        story.filter(known -> known.asked() == ruling.round()).ifPresent(known -> {
            Story judged = known.withAnswer(ruling.match());
            Tracked whole = tracked.orElseThrow();
            memory.put(
                    whole.withStory(publish(whole.home(), judged, whole.chapterOf(judged.id(), settings.reuseGap()))));
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

    /** Writes a story downstream, if it is judged and not there as it is. */
    private Story publish(String home, Story story, List<Seen> chapter) {
        if (story.isWaiting()) {
            return story;
        }
        Seen latest = chapter.get(chapter.size() - 1);
        PublishedArticle article = Edition.of(story, chapter, memory.content(home, latest.hash()));
        Place place = story.match().isPresent() ? Place.COPIES : Place.PUBLISHED;
        var out = new Story.Out(place, Content.hash(Json.bytes(article), 8));
        if (story.out().filter(out::equals).isPresent()) {
            return story;
        }
        effects.accept(new Effect.Publish(place, story.id(), Optional.of(article), Optional.of(latest.origin())));
        // After the new record, so that a reader who does not wait for commits sees the article twice rather than
        // never.
        story.out().filter(last -> last.place() != place).ifPresent(last -> tombstone(last.place(), story.id()));
        return story.withOut(out);
    }

    /** Puts a takedown in force, and withdraws what it reaches; or takes it out of force. Once, however often it is told. */
    void heed(TakedownRequest request) {
        if (memory.heeded(request)) {
            return;
        }
        memory.heed(request);
        try {
            request.unreadable().ifPresentOrElse(value -> bury(request, value), () -> remove(request));
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            // Not the fault of the article that comes next, which would be taken for the culprit.
            effects.accept(new Effect.Bury(request, e.getClass().getName(), String.valueOf(e.getMessage())));
        }
    }

    /** All partitions see it, and one says so. */
    private void bury(TakedownRequest request, Unreadable value) {
        if (partition == 0) {
            effects.accept(new Effect.Bury(request, value.exception(), value.message()));
        }
    }

    private void remove(TakedownRequest request) {
        List<String> withdrawn = request.takedown().isPresent() ? withdraw(Reach.key(request.key())) : List.of();
        effects.accept(new Effect.Confirm(
                request.key(), Receipt.of(request.takedown(), partition, settings.partitions(), withdrawn)));
    }

    /** Withdraws all that a takedown reaches; returns their ids. */
    private List<String> withdraw(String key) {
        List<String> withdrawn = new ArrayList<>();
        for (Tracked tracked : memory.reachedBy(key)) {
            Optional<Story> only = tracked.stories().stream()
                    .filter(story -> !story.id().equals(tracked.home())
                            && Reach.ofId(story.id()).equals(key))
                    .findFirst();
            if (only.isPresent()) {
                retract(tracked.home(), only.get());
                memory.put(tracked.withoutStory(only.get().id()));
                withdrawn.add(only.get().id());
            } else {
                memory.reach(tracked.home(), key);
                purge(tracked);
                tracked.stories().forEach(story -> withdrawn.add(story.id()));
            }
        }
        Reach.id(key).filter(id -> withdrawn.isEmpty() && isHome(id)).ifPresent(this::tombstoneForgotten);
        return withdrawn;
    }

    /** An article that is not remembered any more may still stand downstream. */
    private void tombstoneForgotten(String id) {
        tombstone(Place.PUBLISHED, id);
        tombstone(Place.COPIES, id);
    }

    /** Whether an article of that id would be kept here: as Kafka's producers choose the partition of a key. */
    private boolean isHome(String id) {
        return Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % settings.partitions()
                == partition;
    }

    private void purge(Tracked tracked) {
        tracked.stories().forEach(story -> retract(tracked.home(), story));
        memory.forget(tracked);
    }

    private void retract(String home, Story story) {
        forget(home, story);
        story.out().ifPresent(out -> tombstone(out.place(), story.id()));
    }

    private void forget(String home, Story story) {
        story.claimed()
                .ifPresent(claimed -> effects.accept(new Effect.Ask(
                        home, story.id(), claimed.language(), story.asked(), Optional.empty(), Optional.empty())));
    }

    private void tombstone(Place place, String id) {
        effects.accept(new Effect.Publish(place, id, Optional.empty(), Optional.empty()));
    }

    private void tell(Outcome outcome) {
        effects.accept(new Effect.Tell(outcome));
    }

    private Fingerprint fingerprint(Article article) {
        return fingerprinter.of(article.body());
    }
}
