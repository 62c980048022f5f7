package broadsheet.sink.takedowns;

import broadsheet.model.Reach;
import broadsheet.model.Receipt;
import broadsheet.runtime.takedowns.TakedownRequest;
import broadsheet.runtime.takedowns.TakedownRequest.Unreadable;
import broadsheet.sink.memory.ArticleMemory;
import broadsheet.sink.memory.KnownArticle;
import broadsheet.sink.memory.ReachIndex;
import broadsheet.sink.publication.Effect;
import broadsheet.sink.publication.Withdrawals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Does in one partition what takedowns ask for, and confirms it.
 *
 * <p>A takedown keeps articles out from the moment in which it is heeded, whatever there is still to withdraw. That is
 * done afterwards, takedown by takedown and article by article, in steps of bounded work between which articles go on; how
 * far it has come is kept, so that it goes on there after a crash. The receipt is written when all is withdrawn.
 */
public final class Takedowns {

    /** How much work is done in one step, in takedowns to look at; some ten milliseconds. */
    public static final int STEP = 100;

    /** What it costs to withdraw an article, likewise. */
    private static final int ARTICLE = 4;

    private final ArticleMemory memory;
    private final Bans bans;
    private final Removals removals;
    private final Partition partition;
    private final Function<String, Optional<TakedownRequest>> asked;
    private final Consumer<Effect> effects;
    private final Purges purges;

    /**
     * @param memory what is kept in this partition
     * @param bans which are in force
     * @param removals which are still to be worked off
     * @param partition which one it is
     * @param asked what stands on the topic under a key in its one form, heeded or not
     * @param effects takes what follows from each request
     */
    public Takedowns(
            ArticleMemory memory,
            Bans bans,
            Removals removals,
            Partition partition,
            Function<String, Optional<TakedownRequest>> asked,
            Consumer<Effect> effects) {
        this.memory = memory;
        this.bans = bans;
        this.removals = removals;
        this.partition = partition;
        this.asked = asked;
        this.effects = effects;
        this.purges = new Purges(memory, bans, new Withdrawals(memory, effects));
    }

    /** The stores that takedowns need besides the articles'. */
    public static Set<StoreBuilder<?>> stores() {
        Set<StoreBuilder<?>> stores = new HashSet<>(Bans.builders());
        stores.add(Removals.builder());
        return Set.copyOf(stores);
    }

    /** Puts a takedown in force, or takes it out of force. Once, however often it is told. */
    public void heed(TakedownRequest request) {
        String place = request.place();
        Optional<TakedownRequest> before = bans.last(place);
        if (before.filter(request::isAt).isPresent()) {
            return;
        }
        before.flatMap(removals::find).ifPresent(this::end);
        bans.heed(place, request);
        guarded(
                request,
                () -> request.unreadable().ifPresentOrElse(value -> bury(request, value), () -> begin(place, request)));
    }

    private void begin(String place, TakedownRequest request) {
        if (request.takedown().isPresent()) {
            removals.put(Removal.of(request));
        } else {
            Reach.id(place).ifPresent(purges::makeRoom);
            effects.accept(new Effect.Confirm(
                    request.key(), Receipt.of(Optional.empty(), partition.number(), partition.of(), List.of())));
        }
    }

    /** All partitions see it, and one says so. */
    private void bury(TakedownRequest request, Unreadable value) {
        if (partition.isFirst()) {
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
            removals.remove(Removal.of(request));
            effects.accept(new Effect.Bury(request, e.getClass().getName(), String.valueOf(e.getMessage())));
        }
    }

    /** Withdraws some of what is still to be withdrawn. */
    public void workOff() {
        int left = STEP;
        Optional<Removal> next = removals.first();
        while (next.isPresent() && left > 0) {
            Removal removal = next.get();
            int articles = Math.max(1, left / ARTICLE);
            left--;
            left -= ARTICLE * workOff(removal, articles);
            next = removals.first();
        }
    }

    /** Withdraws so many articles that a takedown reaches; returns how many it found. */
    private int workOff(Removal removal, int most) {
        String place = removal.request().place();
        List<ReachIndex.Hit> hits = memory.reachedBy(place, removal.after(), most);
        guarded(removal.request(), () -> {
            List<String> withdrawn = new ArrayList<>();
            hits.forEach(hit -> withdrawn.addAll(purges.withdraw(place, hit.home())));
            Removal now = removal.with(withdrawn);
            if (hits.size() < most) {
                boolean foundNothing = now.withdrawn() == 0;
                Reach.id(place)
                        .filter(id -> foundNothing && partition.isHome(id))
                        .ifPresent(purges::tombstoneForgotten);
                end(now);
            } else {
                removals.put(now.upTo(hits.get(hits.size() - 1).place()));
            }
        });
        return hits.size();
    }

    /** Confirms a takedown: all is done, or it is called off before. */
    private void end(Removal removal) {
        removals.remove(removal);
        effects.accept(new Effect.Confirm(removal.request().key(), removal.receipt(partition)));
    }

    /**
     * The takedown that keeps out an article which comes under these keys; what is there of the article is withdrawn. Empty
     * if none does.
     */
    public Optional<Ban> on(String home, Set<String> reach) {
        Set<String> names = bans.names(home, reach);
        Optional<Ban> ban = bans.on(names).or(() -> heedAhead(names));
        ban.ifPresentOrElse(
                found -> {
                    Optional<KnownArticle> known = memory.find(home);
                    known.ifPresent(article -> names.addAll(article.reach()));
                    bans.keepOut(home, names);
                    known.ifPresent(article -> note(found, purges.purge(article, names)));
                },
                () -> bans.letIn(home));
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
        bans.last(ban.cause()).flatMap(removals::find).ifPresent(removal -> removals.put(removal.with(withdrawn)));
    }
}
