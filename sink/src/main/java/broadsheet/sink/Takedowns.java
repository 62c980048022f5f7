package broadsheet.sink;

import broadsheet.model.Reach;
import broadsheet.model.Receipt;
import broadsheet.runtime.TakedownRequest;
import broadsheet.runtime.TakedownRequest.Unreadable;
import broadsheet.sink.Effect.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;

/** Does in one partition what takedowns ask for, and confirms it. */
final class Takedowns {

    private final Memory memory;
    private final SinkSettings settings;
    private final int partition;
    private final Consumer<Effect> effects;
    private final Withdrawals withdrawals;

    /**
     * @param memory what is kept in this partition
     * @param settings see there
     * @param partition which one it is, from 0
     * @param effects takes what follows from each request
     */
    Takedowns(Memory memory, SinkSettings settings, int partition, Consumer<Effect> effects) {
        this.memory = memory;
        this.settings = settings;
        this.partition = partition;
        this.effects = effects;
        this.withdrawals = new Withdrawals(memory, effects);
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
            Optional<Story> only = tracked.everyStory().stream()
                    .filter(story -> !story.id().equals(tracked.home())
                            && Reach.ofId(story.id()).equals(key))
                    .findFirst();
            if (only.isPresent()) {
                withdrawals.retract(tracked.home(), only.get());
                memory.put(tracked.withoutStory(only.get().id()));
                withdrawn.add(only.get().id());
            } else {
                memory.reach(tracked.home(), key);
                withdrawals.purge(tracked);
                tracked.everyStory().forEach(story -> withdrawn.add(story.id()));
            }
        }
        Reach.id(key).filter(id -> withdrawn.isEmpty() && isHome(id)).ifPresent(this::tombstoneForgotten);
        return withdrawn;
    }

    /** An article that is not remembered any more may still stand downstream. */
    private void tombstoneForgotten(String id) {
        withdrawals.tombstone(Place.PUBLISHED, id);
        withdrawals.tombstone(Place.COPIES, id);
    }

    /** Whether an article of that id would be kept here: as Kafka's producers choose the partition of a key. */
    private boolean isHome(String id) {
        return Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % settings.partitions()
                == partition;
    }
}
