package broadsheet.cli;

import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.Subscription;
import broadsheet.model.Topic;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** The subscriptions on their topic, for those that write and list them. */
public final class Subscriptions {

    private final RuntimeSettings runtime;

    public Subscriptions(RuntimeSettings runtime) {
        this.runtime = runtime;
    }

    /** All that are in force, by URL. */
    public Map<String, Subscription> all() {
        return new TreeMap<>(TopicReader.latest(runtime, runtime.topics().subscriptions()));
    }

    /** The last line of the fetch ledger for each subscription. */
    public Map<String, Fetch> lastFetches() {
        Map<String, Fetch> last = new TreeMap<>();
        try (var reader = new TopicReader<>(runtime, runtime.topics().fetches())) {
            reader.drain(record -> Optional.ofNullable(record.value())
                    .filter(fetch -> fetch.kind() != FetchRequest.Kind.PAGE && fetch.depth() == 0)
                    .filter(fetch -> !fetch.why().isOfHub())
                    .filter(fetch -> fetch.outcome() != Fetch.Outcome.REDIRECTED)
                    .ifPresent(fetch -> last.put(fetch.task(), fetch)));
        }
        return last;
    }

    /**
     * Writes them; one without a value ends.
     *
     * @throws KafkaException if one was not taken
     */
    public void write(Map<String, Optional<Subscription>> subscriptions) {
        Topic<String, Subscription> topic = runtime.topics().subscriptions();
        try (var producer = new KafkaProducer<>(
                ClientConfigs.producer(runtime),
                topic.keys().serializer(),
                topic.values().serializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            subscriptions.forEach((url, value) ->
                    sent.add(producer.send(new ProducerRecord<>(topic.name(), url, value.orElse(null)))));
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException notTaken) {
            throw new KafkaException("not all subscriptions were written", notTaken.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
