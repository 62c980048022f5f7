package broadsheet.redrive;

import broadsheet.ingest.RecordFacts;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import broadsheet.model.Topic;
import broadsheet.redrive.OneByOne.Found;
import broadsheet.redrive.OneByOne.Found.Illegible;
import broadsheet.redrive.OneByOne.Found.Legible;
import broadsheet.runtime.ClientConfigs;
import broadsheet.runtime.DeadLetters;
import broadsheet.runtime.Letter;
import broadsheet.runtime.RuntimeSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Moves a stopped stage past records that it does not survive. What lies before them goes to the end of its topic; of each
 * of them a dead letter and a line in the ledger are written; and the group's offset moves: all of it in one transaction,
 * which the group refuses when an instance of the stage has come up in between.
 */
public final class Skipper {

    /** The reason that the ledger gives. */
    static final String SKIPPED = "SKIPPED";

    private final RuntimeSettings settings;
    private final StageName stage;
    private final String group;
    private final String reason;
    private final OneByOne records;

    /** @param reason the operator's, for the dead letter */
    public Skipper(RuntimeSettings settings, StageName stage, String group, String reason) {
        this.settings = settings;
        this.stage = stage;
        this.group = group;
        this.reason = reason;
        records = new OneByOne(settings);
    }

    /**
     * What will be done.
     *
     * @param sentBack records before those that are skipped
     * @param letters dead letters of those that are
     * @param lines of the ledger, of those that are
     * @param words what is done with each, for a person
     */
    public record Plan(
            TopicPartition partition,
            OffsetAndMetadata after,
            List<Original> sentBack,
            List<ProducerRecord<byte[], byte[]>> letters,
            List<Outcome> lines,
            List<String> words) {}

    /**
     * Looks at the records.
     *
     * @param next where the stage would go on
     * @param last offset of the last that is skipped
     * @throws IllegalArgumentException if there are none at these offsets, or they cannot be skipped
     */
    public Plan plan(TopicPartition partition, OffsetAndMetadata next, long first, long last) {
        Plan plan = new Plan(
                partition,
                new OffsetAndMetadata(last + 1, next.metadata()),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        long offset = next.offset();
        while (offset <= last) {
            Found found = records.at(partition, offset);
            if (found instanceof Legible readable) {
                offset = readable.record().offset();
                if (offset > last) {
                    break;
                }
            }
            if (offset < first) {
                sendBack(plan, offset, found);
            } else {
                skip(plan, offset, found);
            }
            offset++;
        }
        if (plan.letters().isEmpty()) {
            throw new IllegalArgumentException("there is no record at " + partition.partition() + "@" + first);
        }
        return plan;
    }

    private void sendBack(Plan plan, long offset, Found found) {
        if (!(found instanceof Legible readable)) {
            throw new IllegalArgumentException(plan.partition().partition() + "@" + offset
                    + " comes before and cannot be read either; skip it too: "
                    + plan.partition().partition() + "@"
                    + offset + ".." + (plan.after().offset() - 1));
        }
        ConsumerRecord<byte[], byte[]> record = readable.record();
        plan.sentBack()
                .add(new Original(
                        stage,
                        origin(record).orElseThrow(() -> new IllegalArgumentException("no input of ours: " + offset)),
                        "before what is skipped",
                        Optional.empty(),
                        record.topic(),
                        Optional.of(record.partition())
                                .filter(number -> record.topic().endsWith("-repartition")),
                        record));
    }

    private void skip(Plan plan, long offset, Found found) {
        String place = plan.partition().partition() + "@" + offset;
        Headers headers = new RecordHeaders();
        byte @Nullable [] key = null;
        byte @Nullable [] value = null;
        Optional<Origin> origin = stage == StageName.INGEST
                ? Optional.of(Origin.of(plan.partition().partition(), offset))
                : Optional.empty();
        String word;
        if (found instanceof Legible readable) {
            ConsumerRecord<byte[], byte[]> record = readable.record();
            record.headers().forEach(headers::add);
            origin = origin(record);
            int size = record.value() == null ? 0 : record.value().length;
            boolean fits = size < settings.maxRecordBytes() - (1 << 20);
            if (fits) {
                key = record.key();
                value = record.value();
            } else {
                headers.add(DeadLetters.LEFT_OUT, bytes(Integer.toString(size)));
            }
            word = size + " bytes" + (fits ? "" : ", too large for a dead letter, which is written without them")
                    + url(record).map(url -> ", " + url).orElse("");
        } else {
            word = "cannot be read (" + ((Illegible) found).why() + "); the dead letter is written without it";
            headers.add(DeadLetters.LEFT_OUT, bytes("unread"));
        }
        Map.of(
                        "exception", SKIPPED,
                        "message", reason,
                        "topic", plan.partition().topic(),
                        "partition", Integer.toString(plan.partition().partition()),
                        "offset", Long.toString(offset))
                .forEach((name, text) -> headers.add(Letter.ERRORS + name, bytes(text)));
        plan.letters().add(letter(key, value, headers));
        origin.ifPresent(input -> plan.lines().add(Outcome.deadLettered(stage, input, SKIPPED)));
        plan.words()
                .add(place + "  " + word
                        + origin.map(input -> "")
                                .orElse("; without an origin it is no input and has no line in the ledger"));
    }

    @SuppressWarnings("NullAway") // A record may have no key and no value; Kafka's annotations do not say so.
    private ProducerRecord<byte[], byte[]> letter(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        return new ProducerRecord<>(settings.topics().deadLetters().name(), null, null, key, value, headers);
    }

    private Optional<Origin> origin(ConsumerRecord<byte[], byte[]> record) {
        return stage == StageName.INGEST
                ? Optional.of(Origin.of(record.partition(), record.offset()))
                : Origin.find(record.headers());
    }

    private Optional<String> url(ConsumerRecord<byte[], byte[]> record) {
        return stage == StageName.INGEST ? RecordFacts.url(record.headers(), record.key()) : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Does it; returns what was sent back as what.
     *
     * @throws KafkaException if the cluster does not take it; nothing has happened then
     */
    public Map<Origin, Origin> carryOut(Plan plan) throws InterruptedException {
        Map<String, Object> config = new HashMap<>(ClientConfigs.producer(settings));
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.topics().prefix() + "-skip");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            try {
                Map<Origin, Origin> successors = new HashMap<>();
                for (Original original : plan.sentBack()) {
                    RecordMetadata sent = producer.send(original.sentBack()).get();
                    Origin successor =
                            stage == StageName.INGEST ? Origin.of(sent.partition(), sent.offset()) : original.origin();
                    successors.put(original.origin(), successor);
                    producer.send(line(Outcome.redriven(stage, original.origin(), successor)))
                            .get();
                }
                for (ProducerRecord<byte[], byte[]> letter : plan.letters()) {
                    producer.send(letter).get();
                }
                for (Outcome line : plan.lines()) {
                    producer.send(line(line)).get();
                }
                producer.sendOffsetsToTransaction(Map.of(plan.partition(), plan.after()), outside());
                producer.commitTransaction();
                return successors;
            } catch (TimeoutException | ExecutionException e) {
                producer.abortTransaction();
                throw new KafkaException("nothing is skipped: " + e.getMessage(), e);
            }
        }
    }

    /** The group as somebody has it who is no member: it takes his word only while it has none. */
    private ConsumerGroupMetadata outside() {
        Map<String, Object> config = new HashMap<>(ClientConfigs.consumer(settings));
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.groupMetadata();
        }
    }

    private ProducerRecord<byte[], byte[]> line(Outcome outcome) {
        Topic<String, Outcome> ledger = settings.topics().outcomes();
        return new ProducerRecord<>(
                ledger.name(),
                ledger.keys()
                        .serializer()
                        .serialize(ledger.name(), outcome.origin().text()),
                ledger.values().serializer().serialize(ledger.name(), outcome));
    }
}
