package broadsheet.runtime.health;

import broadsheet.model.StageName;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.records.Watch;
import broadsheet.runtime.records.Watchman;
import broadsheet.runtime.settings.RuntimeSettings;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.KafkaStreams;

/**
 * All that watches over a stage that runs: whether its steps get on, whether the brokers answer, and whether the topics
 * are there.
 *
 * @param steps whether its steps get on
 * @param brokers whether the brokers answer
 * @param topics whether the topics are those of the start
 */
public record Vigil(Watchman steps, BrokerContact brokers, TopicsWatch topics) implements AutoCloseable {

    public static Vigil over(
            KafkaStreams streams, RuntimeSettings settings, StageName stage, Watch watch, MeterRegistry meters) {
        String word = stage.word();
        return new Vigil(
                new Watchman(watch, settings.limits(), ClientConfigs.applicationId(settings, stage)),
                BrokerContact.of(word, settings.bootstrapServers(), streams),
                new TopicsWatch(settings, word, meters));
    }

    /** Begins, and shows what it sees. */
    public void start(MeterRegistry meters) {
        steps.start();
        brokers.start();
        topics.start();
        brokers.bindTo(meters);
    }

    /** How a stage is of which Kafka Streams says that. */
    public Health health(KafkaStreams.State said) {
        Health health = steps.isHopeless() ? Health.BROKEN : Health.of(said);
        health = topics.gone().isEmpty() ? health : health.or(Health.LACKS_TOPIC);
        return brokers.isLost() ? health.or(Health.CUT_OFF) : health;
    }

    @Override
    public void close() {
        steps.close();
        brokers.close();
        topics.close();
    }
}
