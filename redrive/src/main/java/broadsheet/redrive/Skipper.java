package broadsheet.redrive;

import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import broadsheet.redrive.OneByOne.Found;
import broadsheet.redrive.OneByOne.Found.Illegible;
import broadsheet.redrive.OneByOne.Found.Legible;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.settings.RuntimeSettings;
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
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Moves a stopped stage past records that it does not survive. What lies before them goes to the end of its topic; of each
 * of them a dead letter and a line in the ledger are written; and the group's offset moves: all of it in one transaction,
 * which the group refuses when an instance of the stage has come up in between.
 */
public final class Skipper {

    private final RuntimeSettings settings;
    private final StageName stage;
    private final String group;
    private final String reason;
    private final OneByOne records;
    private final LedgerLines ledger;

    /** @param reason the operator's, for the dead letter */
    public Skipper(RuntimeSettings settings, StageName stage, String group, String reason) {
        this.settings = settings;
        this.stage = stage;
        this.group = group;
        this.reason = reason;
        records = new OneByOne(settings);
        ledger = new LedgerLines(settings.topics().outcomes());
    }

    /**
     * Looks at the records.
     *
     * @param next where the stage would go on
     * @param last offset of the last that is skipped, committed as all before it
     * @throws IllegalArgumentException if there are none at these offsets, or they cannot be skipped
     */
    public SkipPlan plan(TopicPartition partition, OffsetAndMetadata next, long first, long last) {
        List<Original> sentBack = new ArrayList<>();
        List<SkippedLetter> skipped = new ArrayList<>();
        long offset = next.offset();
        while (offset <= last) {
            Found found = records.at(partition, offset, last + 1);
            if (found instanceof Legible good) {
                offset = good.record().offset();
                if (offset < first) {
                    sentBack.add(original(good.record()));
                } else {
                    skipped.add(SkippedLetter.of(good.record(), stage, reason, settings));
                }
            } else if (found instanceof Illegible bad) {
                offset = bad.offset();
                if (offset < first) {
                    throw new IllegalArgumentException(partition.partition() + "@" + offset
                            + " comes before and cannot be read either; skip it too: "
                            + partition.partition() + "@" + offset + ".." + last);
                }
                skipped.add(SkippedLetter.of(bad, partition, stage, reason, settings));
            } else {
                break;
            }
            offset++;
        }
        if (skipped.isEmpty()) {
            throw new IllegalArgumentException("there is no record at " + partition.partition() + "@" + first);
        }
        return new SkipPlan(partition, new OffsetAndMetadata(last + 1, next.metadata()), sentBack, skipped);
    }

    private Original original(ConsumerRecord<byte[], byte[]> record) {
        return new Original(
                stage,
                SkippedLetter.origin(record, stage)
                        .orElseThrow(() -> new IllegalArgumentException("no input of ours: " + record.offset())),
                "before what is skipped",
                Optional.empty(),
                record.topic(),
                Optional.of(record.partition()).filter(number -> record.topic().endsWith("-repartition")),
                record);
    }

    /**
     * Does it; returns what was sent back as what.
     *
     * @throws KafkaException if the cluster does not take it; nothing has happened then
     */
    public Map<Origin, Origin> carryOut(SkipPlan plan) throws InterruptedException {
        Map<String, Object> config = new HashMap<>(ClientConfigs.producer(settings));
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.topics().prefix() + "-skip");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            try {
                Map<Origin, Origin> successors = sendBack(plan.sentBack(), producer);
                for (SkippedLetter letter : plan.skipped()) {
                    producer.send(letter.letter()).get();
                    if (letter.origin().isPresent()) {
                        Outcome line =
                                Outcome.deadLettered(stage, letter.origin().get(), SkippedLetter.SKIPPED);
                        producer.send(ledger.line(line)).get();
                    }
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

    private Map<Origin, Origin> sendBack(List<Original> before, KafkaProducer<byte[], byte[]> producer)
            throws InterruptedException, ExecutionException {
        Map<Origin, Origin> successors = new HashMap<>();
        for (Original original : before) {
            RecordMetadata sent = producer.send(original.sentBack()).get();
            Origin successor =
                    stage == StageName.INGEST ? Origin.of(sent.partition(), sent.offset()) : original.origin();
            successors.put(original.origin(), successor);
            producer.send(ledger.line(Outcome.redriven(stage, original.origin(), successor)))
                    .get();
        }
        return successors;
    }

    /** The group as somebody has it who is no member: it takes his word only while it has none. */
    private ConsumerGroupMetadata outside() {
        Map<String, Object> config = new HashMap<>(ClientConfigs.consumer(settings));
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.groupMetadata();
        }
    }
}
