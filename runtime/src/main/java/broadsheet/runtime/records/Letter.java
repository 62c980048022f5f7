package broadsheet.runtime.records;

import broadsheet.model.Facts;
import broadsheet.model.Origin;
import broadsheet.model.StageName;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a dead letter says of the accident.
 *
 * @param place where the letter is: {@code topic partition@offset}
 * @param topic from which the stage had read the record; blank if the letter does not say
 * @param partition of that topic
 * @param stage which stage reads that topic; empty if none does
 * @param origin the input that it was; empty if it was none
 * @param exception name of the exception's class
 * @param message its message; it may hold what the record held, so it is shown to who asks and never logged
 */
public record Letter(
        String place,
        String topic,
        Optional<Integer> partition,
        Optional<StageName> stage,
        Optional<Origin> origin,
        String exception,
        String message) {

    /** First part of the names of the headers in which Kafka Streams tells of the accident. */
    public static final String ERRORS = "__streams.errors.";

    public static Letter read(ConsumerRecord<byte[], byte[]> letter, RuntimeSettings settings) {
        String topic = error(letter, "topic").orElse("");
        Optional<Integer> partition = error(letter, "partition").map(Integer::valueOf);
        Optional<StageName> stage = reader(topic, settings);
        // A raw page is known by where it lay: what it says of its origin is its producer's word.
        Optional<Origin> origin = stage.filter(StageName.INGEST::equals).isPresent()
                ? partition.flatMap(
                        number -> error(letter, "offset").map(Long::valueOf).map(offset -> Origin.of(number, offset)))
                : Origin.find(letter.headers());
        return new Letter(
                letter.topic() + " " + letter.partition() + "@" + letter.offset(),
                topic,
                partition,
                stage,
                origin,
                error(letter, "exception").orElse("?"),
                error(letter, "message").orElse(""));
    }

    private static Optional<String> error(ConsumerRecord<byte[], byte[]> letter, String what) {
        return Facts.text(letter.headers(), ERRORS + what);
    }

    private static Optional<StageName> reader(String topic, RuntimeSettings settings) {
        Topics topics = settings.topics();
        if (topic.equals(topics.rawPages().name())) {
            return Optional.of(StageName.INGEST);
        }
        if (topic.equals(topics.articles().name())) {
            return Optional.of(StageName.ENRICH);
        }
        String internal = ClientConfigs.applicationId(settings, StageName.SINK) + "-";
        return topic.equals(topics.enrichedArticles().name()) || topic.startsWith(internal)
                ? Optional.of(StageName.SINK)
                : Optional.empty();
    }

    /** Whether it was on a topic between two steps of one stage: back there it has to go to the same partition. */
    public boolean isInternal() {
        return topic.endsWith("-repartition");
    }

    /** One line: the input, the exception, and where the record was. */
    public String line() {
        return origin.map(Origin::text).orElse("?") + "  " + exception + "  " + topic;
    }
}
