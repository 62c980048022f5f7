package broadsheet.fetch.host;

import broadsheet.model.HostState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** The hosts of the partitions that we have, each with its lane, and which of them may be asked next. */
final class Lanes {

    private final Map<Integer, Map<String, HostState>> states = new HashMap<>();
    private final Map<String, Lane> lanes = new HashMap<>();
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::at));
    private final Set<Integer> held = new HashSet<>();
    private final Duration gap;

    Lanes(Duration gap) {
        this.gap = gap;
    }

    private record Turn(Instant at, Lane lane) {}

    /** Takes a partition with what is remembered of its hosts. */
    void open(int partition, Map<String, HostState> remembered) {
        states.put(partition, new HashMap<>(remembered));
    }

    /** Sends nothing more to the hosts of these partitions. */
    void hold(Collection<Integer> partitions) {
        held.addAll(partitions);
    }

    /** Whether a request to a host of one of them is out. */
    boolean isBusy(Collection<Integer> partitions) {
        return lanes.values().stream().anyMatch(lane -> lane.isBusy() && partitions.contains(lane.partition()));
    }

    /** Gives a partition away; what is out is finished elsewhere or was finished before. */
    void close(int partition) {
        held.remove(partition);
        states.remove(partition);
        lanes.values().removeIf(lane -> {
            boolean ends = lane.partition() == partition;
            if (ends) {
                lane.end();
            }
            return ends;
        });
        turns.removeIf(turn -> turn.lane().partition() == partition);
    }

    void add(String host, Job job) {
        Lane lane = lanes.computeIfAbsent(
                host,
                name -> new Lane(
                        name,
                        job.partition(),
                        Optional.ofNullable(states.get(job.partition()))
                                .map(known -> known.get(name))
                                .orElse(HostState.NEW),
                        gap));
        lane.add(job);
        queue(lane);
    }

    /** The lane whose turn it is; it stays busy until it is freed. */
    Optional<Lane> next(Instant now) {
        while (!turns.isEmpty() && !turns.element().at().isAfter(now)) {
            Lane lane = turns.remove().lane();
            // A turn may be older than what has happened since.
            if (lanes.get(lane.host()) == lane
                    && !held.contains(lane.partition())
                    && lane.ready().filter(at -> !at.isAfter(now)).isPresent()) {
                return Optional.of(lane);
            }
        }
        return Optional.empty();
    }

    /** A lane's request is done; the next one takes its turn. */
    void free(Lane lane) {
        lane.free();
        if (lanes.get(lane.host()) != lane) {
            return;
        }
        Optional.ofNullable(states.get(lane.partition())).ifPresent(known -> known.put(lane.host(), lane.state()));
        if (lane.size() == 0) {
            lanes.remove(lane.host());
        } else {
            queue(lane);
        }
    }

    private void queue(Lane lane) {
        lane.ready().ifPresent(at -> turns.add(new Turn(at, lane)));
    }

    Collection<Lane> all() {
        return lanes.values();
    }

    /** How many hosts want to be left alone now. */
    long backingOff(Instant now) {
        return states.values().stream()
                .flatMap(known -> known.values().stream())
                .filter(state -> state.notBefore().filter(now::isBefore).isPresent())
                .count();
    }
}
