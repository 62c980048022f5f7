package broadsheet.ledger;

import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import broadsheet.model.Subscription;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The fetch ledger held against the requests: each request has one line, or is still open. Also knows whether everything
 * has been asked for once that the subscriptions led to.
 */
public final class FetchBooks implements AutoCloseable {

    private final TopicReader<String, Subscription> subscriptions;
    private final TopicReader<String, FetchRequest> requests;
    private final TopicReader<String, Fetch> fetches;

    private final Set<String> watched = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Integer> answered = new HashMap<>();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Set<String> done = new HashSet<>();
    private final Set<String> wanted = new HashSet<>();

    public FetchBooks(RuntimeSettings runtime) {
        subscriptions = new TopicReader<>(runtime, runtime.topics().subscriptions());
        requests = new TopicReader<>(runtime, runtime.topics().fetchRequests());
        fetches = new TopicReader<>(runtime, runtime.topics().fetches());
    }

    /**
     * How they stand.
     *
     * @param requests that were made
     * @param outcomes how many had which
     * @param open how many have none yet
     * @param doubles how many have more than one
     * @param waiting what is to be asked for once and was not yet
     */
    public record Stand(int requests, Map<Outcome, Integer> outcomes, int open, int doubles, int waiting) {

        /** The fetch ledger as one line. */
        public String line() {
            return "requests=" + requests + " "
                    + outcomes.entrySet().stream()
                            .map(entry -> entry.getKey()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-') + "=" + entry.getValue())
                            .collect(Collectors.joining(" "))
                    + " unanswered=" + open;
        }
    }

    /** Reads on. */
    public Stand stand() {
        subscriptions.drain(this::watch);
        fetches.drain(record -> Optional.ofNullable(record.value()).ifPresent(this::book));
        requests.drain(record -> asked.add(record.partition() + "@" + record.offset()));
        int open =
                (int) asked.stream().filter(name -> !answered.containsKey(name)).count();
        int doubles =
                (int) answered.values().stream().filter(count -> count > 1).count();
        Set<String> waiting = new HashSet<>(wanted);
        waiting.addAll(watched);
        waiting.removeAll(done);
        return new Stand(asked.size(), new EnumMap<>(outcomes), open, doubles, waiting.size());
    }

    private void watch(ConsumerRecord<String, Subscription> record) {
        if (record.value() == null) {
            watched.remove(record.key());
        } else {
            watched.add(record.key());
        }
    }

    private void book(Fetch fetch) {
        answered.merge(fetch.request(), 1, Integer::sum);
        outcomes.merge(fetch.outcome(), 1, Integer::sum);
        if (fetch.outcome() != Outcome.REDIRECTED) {
            done.add(fetch.task());
        }
        fetch.entries().stream()
                .filter(entry -> !entry.full())
                .forEach(entry -> entry.link().ifPresent(wanted::add));
    }

    @Override
    public void close() {
        subscriptions.close();
        requests.close();
        fetches.close();
    }
}
