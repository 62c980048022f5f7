package broadsheet.sink;

import broadsheet.model.Reach;
import broadsheet.model.Receipt;
import broadsheet.runtime.TakedownRequest;
import broadsheet.runtime.TakedownRequest.Unreadable;
import broadsheet.sink.Effect.Place;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;

/**
 * Does in one partition what takedowns ask for, and confirms it.
 *
 * <p>A takedown keeps articles out from the moment in which it is heeded, whatever there is still to withdraw. That is
 * done afterwards, takedown by takedown and article by article, in steps of bounded work between which articles go on; how
 * far it has come is kept, so that it goes on there after a crash. The receipt is written when all is withdrawn.
 */
final class Takedowns {

    /** How much work is done in one step, in takedowns to look at; some ten milliseconds. */
    static final int STEP = 400;

    /** What it costs to withdraw an article, likewise. */
    private static final int ARTICLE = 4;

    private final Memory memory;
    private final SinkSettings settings;
    private final int partition;
    private final Function<String, Optional<TakedownRequest>> asked;
    private final Consumer<Effect> effects;
    private final Withdrawals withdrawals;

    /**
     * @param memory what is kept in this partition
     * @param settings see there
     * @param partition which one it is, from 0
     * @param asked what stands on the topic under a key in its one form, heeded or not
     * @param effects takes what follows from each request
     */
    Takedowns(
            Memory memory,
            SinkSettings settings,
            int partition,
            Function<String, Optional<TakedownRequest>> asked,
            Consumer<Effect> effects) {
        this.memory = memory;
        this.settings = settings;
        this.partition = partition;
        this.asked = asked;
        this.effects = effects;
        this.withdrawals = new Withdrawals(memory, effects);
    }

    /** Puts a takedown in force, or takes it out of force. Once, however often it is told. */
    void heed(TakedownRequest request) {
        Optional<TakedownRequest> before = memory.bans().last(request.place());
        if (before.filter(request::isAt).isPresent()) {
            return;
        }
        before.flatMap(memory.removals()::find).ifPresent(this::end);
        memory.bans().heed(request);
        guarded(
                request,
                () -> request.unreadable().ifPresentOrElse(value -> bury(request, value), () -> begin(request)));
    }

    private void begin(TakedownRequest request) {
        if (request.takedown().isPresent()) {
            memory.removals().put(Removal.of(request));
        } else {
            Reach.id(request.place()).ifPresent(this::makeRoom);
            effects.accept(new Effect.Confirm(
                    request.key(), Receipt.of(Optional.empty(), partition, settings.partitions(), List.of())));
        }
    }

    /** All partitions see it, and one says so. */
    private void bury(TakedownRequest request, Unreadable value) {
        if (partition == 0) {
            effects.accept(new Effect.Bury(request, value.exception(), value.message()));
        }
    }

    private void guarded(TakedownRequest request, Runnable work) {
        try {
            work.run();
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            // Not the fault of the article that comes next, which would be taken for the culprit.
            memory.removals().remove(Removal.of(request));
            effects.accept(new Effect.Bury(request, e.getClass().getName(), String.valueOf(e.getMessage())));
        }
    }

    /** Withdraws some of what is still to be withdrawn. */
    void workOff() {
        int left = STEP;
        Optional<Removal> next = memory.removals().first();
        while (next.isPresent() && left > 0) {
            Removal removal = next.get();
            int articles = Math.max(1, left / ARTICLE);
            left--;
            left -= ARTICLE * workOff(removal, articles);
            next = memory.removals().first();
        }
    }

    /** Withdraws so many articles that a takedown reaches; returns how many it found. */
    private int workOff(Removal removal, int most) {
        List<ReachIndex.Hit> hits = memory.reachedBy(removal.request().place(), removal.after(), most);
        guarded(removal.request(), () -> {
            Removal now = removal;
            for (ReachIndex.Hit hit : hits) {
                now = now.with(withdraw(removal.request().place(), hit.home())).upTo(hit.place());
            }
            if (hits.size() < most) {
                boolean foundNothing = now.withdrawn() == 0;
                Reach.id(removal.request().place())
                        .filter(id -> foundNothing && isHome(id))
                        .ifPresent(this::tombstoneForgotten);
                end(now);
            } else {
                memory.removals().put(now);
            }
        });
        return hits.size();
    }

    /** Confirms a takedown: all is done, or it is called off before. */
    private void end(Removal removal) {
        memory.removals().remove(removal);
        effects.accept(new Effect.Confirm(removal.request().key(), removal.receipt(partition, settings.partitions())));
    }

    private List<String> withdraw(String key, String home) {
        Optional<Tracked> known = memory.find(home);
        if (known.isEmpty()) {
            return List.of();
        }
        Tracked tracked = known.get();
        Optional<Story> later = tracked.everyStory().stream()
                .filter(story ->
                        !story.id().equals(home) && Reach.ofId(story.id()).equals(key))
                .findFirst();
        if (later.isPresent()) {
            withdrawals.retract(home, later.get());
            memory.bar(tracked, later.get().id(), settings.reuseGap());
            return List.of(later.get().id());
        }
        return purge(tracked, tracked.reach());
    }

    /** Withdraws an article, and keeps it out by all that it is known by. */
    private List<String> purge(Tracked tracked, Collection<String> names) {
        memory.bans().keepOut(tracked.home(), names);
        withdrawals.purge(tracked);
        return tracked.everyStory().stream().map(Story::id).toList();
    }

    /**
     * The takedown that keeps out an article which comes under these keys; what is there of the article is withdrawn. Empty
     * if none does.
     */
    Optional<Ban> on(String home, Set<String> reach) {
        Set<String> names = memory.bans().names(home, reach);
        Optional<Ban> ban = memory.bans().on(names).or(() -> heedAhead(names));
        ban.ifPresentOrElse(
                found -> {
                    Optional<Tracked> known = memory.find(home);
                    known.ifPresent(tracked -> names.addAll(tracked.reach()));
                    memory.bans().keepOut(home, names);
                    known.ifPresent(tracked -> note(found, purge(tracked, names)));
                },
                () -> memory.bans().letIn(home));
        return ban;
    }

    /** A takedown that stands on its topic, and whose turn has not come, is heeded before an article that it reaches. */
    private Optional<Ban> heedAhead(Collection<String> names) {
        for (String name : names) {
            Optional<TakedownRequest> request =
                    asked.apply(name).filter(found -> found.takedown().isPresent());
            if (request.isPresent()) {
                heed(request.get());
                return Optional.of(new Ban(name, request.get().takedown().orElseThrow()));
            }
        }
        return Optional.empty();
    }

    private void note(Ban ban, List<String> withdrawn) {
        memory.bans()
                .last(ban.cause())
                .flatMap(memory.removals()::find)
                .ifPresent(removal -> memory.removals().put(removal.with(withdrawn)));
    }

    /** An article that is not remembered any more may still stand downstream. */
    private void tombstoneForgotten(String id) {
        withdrawals.tombstone(Place.PUBLISHED, id);
        withdrawals.tombstone(Place.COPIES, id);
    }

    /** A story that was taken down by its id can come again: what is left of it without its text goes. */
    private void makeRoom(String id) {
        memory.reachedBy(Reach.ofId(id), "", 1)
                .forEach(hit ->
                        memory.find(hit.home()).ifPresent(tracked -> memory.unbar(tracked, id, settings.reuseGap())));
    }

    /** Whether an article of that id would be kept here: as Kafka's producers choose the partition of a key. */
    private boolean isHome(String id) {
        return Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % settings.partitions()
                == partition;
    }
}
