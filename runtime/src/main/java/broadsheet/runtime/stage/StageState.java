package broadsheet.runtime.stage;

import broadsheet.runtime.endpoint.Answer;
import broadsheet.runtime.endpoint.Question;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Questions to the state of a stage, whichever instance has it (interactive queries). The instance that is asked passes
 * the question on to the one that keeps the key, once; while the work is shared out anew nobody is sure, and the answer is
 * 503 with {@code Retry-After}.
 */
public final class StageState {

    /** Header of an answer: the instance that had it. */
    private static final String INSTANCE = "broadsheet-instance";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StageService stage;
    private final HttpClient neighbours =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public StageState(StageService stage) {
        this.stage = stage;
    }

    /** The stores of the partition that keeps the key, by their names; the type of the values is the asker's to know. */
    public interface Stores {

        /** Keeps what it keeps under strings. */
        <V> ReadOnlyKeyValueStore<String, V> named(String store);
    }

    /**
     * Answers, or has the instance answer that keeps the key.
     *
     * @param store the store in which the key would be
     * @param answering what to answer from the stores, on the instance that has them
     */
    public Answer answer(Question question, String store, String key, Function<Stores, Answer> answering) {
        KafkaStreams streams = stage.streams();
        try {
            KeyQueryMetadata where = streams.queryMetadataForKey(store, key, new StringSerializer());
            if (where == null || where.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                return sharingOut();
            }
            if (where.activeHost().equals(self())) {
                return answering.apply(stores(streams, where.partition())).with(INSTANCE, stage.address());
            }
            // The other one may no longer be what we take it for; twice would be in circles.
            return question.isForwarded() ? sharingOut() : passOn(question, where.activeHost());
        } catch (InvalidStateStoreException moving) {
            return sharingOut();
        } catch (IllegalStateException stopped) {
            return Answer.later("the stage " + stage.stage().word() + " does not run here now");
        }
    }

    private HostInfo self() {
        return HostInfo.buildFromEndpoint(stage.address());
    }

    private static Stores stores(KafkaStreams streams, int partition) {
        return new Stores() {
            @Override
            public <V> ReadOnlyKeyValueStore<String, V> named(String store) {
                return streams.store(
                        StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<String, V>keyValueStore())
                                .withPartition(partition));
            }
        };
    }

    private Answer passOn(Question question, HostInfo host) {
        URI uri = URI.create("http://" + host.host() + ":" + host.port() + question.path());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header(Question.FORWARDED, stage.address())
                .build();
        try {
            HttpResponse<String> response = neighbours.send(request, BodyHandlers.ofString());
            Map<String, String> headers = new TreeMap<>();
            for (String name : List.of(Answer.CONTENT_TYPE, Answer.RETRY_AFTER, INSTANCE)) {
                response.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
            }
            return new Answer(response.statusCode(), response.body(), headers);
        } catch (IOException e) {
            return Answer.later("the instance that keeps it does not answer: " + host.host() + ":" + host.port());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sharingOut();
        }
    }

    private static Answer sharingOut() {
        return Answer.later("the work is being shared out anew; ask again");
    }
}
