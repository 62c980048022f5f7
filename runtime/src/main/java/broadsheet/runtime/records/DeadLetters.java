package broadsheet.runtime.records;

import broadsheet.model.Json;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a record on which a stage has an accident: Kafka Streams copies the original to the dead letters
 * (KIP-1034), and we add the line in the ledger. Both are in the transaction that moves the stage past the record.
 */
public final class DeadLetters {

    /** Configuration of the handlers: the stage's {@link StageName}, by name. */
    public static final String STAGE = "broadsheet.stage";

    /** Configuration of the handlers: the ledger's topic. */
    public static final String LEDGER = "broadsheet.ledger";

    /** Configuration of the handlers: the largest record that a topic takes, in bytes. */
    public static final String LIMIT = "broadsheet.record-limit";

    /** Header of a letter whose original is too large for one: its bytes. It stands on its topic as long as that keeps it. */
    public static final String LEFT_OUT = "broadsheet-left-out";

    /** What a record has besides key, value and headers, and a few lengths; with room to spare. */
    private static final int OTHER_BYTES = 4096;

    private DeadLetters() {}

    /** Records that were given up because of an {@link Error}, for want of time, or after the stage had ended on them. */
    static Counter errors(MeterRegistry meters) {
        return Counter.builder("broadsheet.errors")
                .description(
                        "Records that were given up for memory, stack or time, or after the stage had ended on them")
                .register(meters);
    }

    /** For bytes that are not what the topic holds. */
    public static final class OnDeserialization implements DeserializationExceptionHandler {

        private final LogAndContinueExceptionHandler deadLetters = new LogAndContinueExceptionHandler();
        private Ledger ledger = Ledger.UNKNOWN;

        @Override
        public void configure(Map<String, ?> config) {
            deadLetters.configure(config);
            ledger = Ledger.of(config);
        }

        @Override
        public DeserializationExceptionHandler.Response handleError(
                ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> input, Exception exception) {
            var records = deadLetters.handleError(context, input, exception).deadLetterQueueRecords();
            return DeserializationExceptionHandler.Response.resume(ledger.withOutcome(records, context, exception));
        }
    }

    /** For a step that threw. */
    public static final class OnProcessing implements ProcessingExceptionHandler {

        private final LogAndContinueProcessingExceptionHandler deadLetters =
                new LogAndContinueProcessingExceptionHandler();
        private Ledger ledger = Ledger.UNKNOWN;
        private MeterRegistry meters = new SimpleMeterRegistry();

        @Override
        public void configure(Map<String, ?> config) {
            deadLetters.configure(config);
            ledger = Ledger.of(config);
            if (config.get(StreamsConfig.producerPrefix(OutcomeMeter.REGISTRY)) instanceof MeterRegistry given) {
                meters = given;
            }
        }

        @Override
        public ProcessingExceptionHandler.Response handleError(
                ErrorHandlerContext context, Record<?, ?> input, Exception exception) {
            if (exception instanceof KafkaException && !(exception instanceof SerializationException)) {
                // Not the record's: a state store that cannot be written, a producer that was fenced.
                return ProcessingExceptionHandler.Response.fail();
            }
            if (exception instanceof Accident || exception instanceof TookTooLong || exception instanceof DiedBefore) {
                errors(meters).increment();
            }
            var records = deadLetters.handleError(context, input, exception).deadLetterQueueRecords();
            if (exception.getCause() instanceof Error error) {
                records.forEach(letter -> name(error, letter.headers()));
            }
            return ProcessingExceptionHandler.Response.resume(ledger.withOutcome(records, context, exception));
        }
    }

    /** Kafka Streams names the exception that it was handed; what happened is the error in it. */
    private static void name(Error error, Headers headers) {
        Map.of("exception", error.getClass().getName(), "message", String.valueOf(error.getMessage()))
                .forEach((name, value) -> headers.remove(Letter.ERRORS + name)
                        .add(Letter.ERRORS + name, value.getBytes(StandardCharsets.UTF_8)));
    }

    private record Ledger(StageName stage, String topic, int limit) {

        static final Ledger UNKNOWN = new Ledger(StageName.INGEST, "", Integer.MAX_VALUE);

        static Ledger of(Map<String, ?> config) {
            return new Ledger(
                    StageName.valueOf(String.valueOf(config.get(STAGE))),
                    String.valueOf(config.get(LEDGER)),
                    config.get(LIMIT) instanceof Integer limit ? limit : Integer.MAX_VALUE);
        }

        List<ProducerRecord<byte[], byte[]>> withOutcome(
                List<ProducerRecord<byte[], byte[]>> records, ErrorHandlerContext context, Exception exception) {
            List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
            records.forEach(letter -> all.add(fitting(letter)));
            origin(context).ifPresent(origin -> all.add(outcome(origin, exception)));
            return all;
        }

        /** A producer may send more than a topic takes, if it is packed: such a letter goes without its value. */
        @SuppressWarnings("NullAway") // A record may have no value; Kafka's annotations do not say so.
        private ProducerRecord<byte[], byte[]> fitting(ProducerRecord<byte[], byte[]> letter) {
            long size = OTHER_BYTES + (long) length(letter.key()) + length(letter.value());
            for (Header header : letter.headers()) {
                size += header.key().length() + length(header.value());
            }
            if (size <= limit) {
                return letter;
            }
            String bytes = Integer.toString(length(letter.value()));
            Headers headers = letter.headers().add(LEFT_OUT, bytes.getBytes(StandardCharsets.UTF_8));
            return new ProducerRecord<>(letter.topic(), null, letter.timestamp(), null, null, headers);
        }

        private static int length(byte @Nullable [] bytes) {
            return bytes == null ? 0 : bytes.length;
        }

        /**
         * Ingest gives raw records their origin, and believes none that a producer wrote; behind it each record brings
         * one, or does not count as an input.
         */
        private Optional<Origin> origin(ErrorHandlerContext context) {
            return stage == StageName.INGEST
                    ? Optional.of(Origin.of(context.partition(), context.offset()))
                    : Origin.find(context.headers());
        }

        private ProducerRecord<byte[], byte[]> outcome(Origin origin, Exception exception) {
            Throwable cause = Optional.ofNullable(exception.getCause()).orElse(exception);
            Outcome outcome =
                    Outcome.deadLettered(stage, origin, cause.getClass().getSimpleName());
            return new ProducerRecord<>(topic, origin.text().getBytes(StandardCharsets.UTF_8), Json.bytes(outcome));
        }
    }
}
