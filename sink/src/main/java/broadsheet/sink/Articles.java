package broadsheet.sink;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Reach;
import broadsheet.sink.Effect.Place;
import broadsheet.sink.copies.Claim;
import broadsheet.sink.copies.Fingerprint;
import broadsheet.sink.copies.Fingerprinter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private final Watermark watermark = new Watermark();
    private final Fingerprinter fingerprinter = new Fingerprinter();
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
            memory.find(home).ifPresent(withdrawals::purge);
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
                .forEach(story -> withdrawals.retract(before.home(), story));
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
                .ifPresent(last -> withdrawals.forget(tracked.home(), story));
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
        story.out()
                .filter(last -> last.place() != place)
                .ifPresent(last -> withdrawals.tombstone(last.place(), story.id()));
        return story.withOut(out);
    }

    private void tell(Outcome outcome) {
        effects.accept(new Effect.Tell(outcome));
    }

    private Fingerprint fingerprint(Article article) {
        return fingerprinter.of(article.body());
    }
}
