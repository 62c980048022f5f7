package broadsheet.runtime;

import broadsheet.model.Json;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What happens to a record on which a stage has an accident: Kafka Streams copies the original to the dead letters
 * (KIP-1034), and we add the line in the ledger. Both are in the transaction that moves the stage past the record.
 */
public final class DeadLetters {

    /** Configuration of the handlers: the stage's {@link StageName}, by name. */
    static final String STAGE = "broadsheet.stage";

    /** Configuration of the handlers: the ledger's topic. */
    static final String LEDGER = "broadsheet.ledger";

    private DeadLetters() {}

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

        @Override
        public void configure(Map<String, ?> config) {
            deadLetters.configure(config);
            ledger = Ledger.of(config);
        }

        @Override
        public ProcessingExceptionHandler.Response handleError(
                ErrorHandlerContext context, Record<?, ?> input, Exception exception) {
            var records = deadLetters.handleError(context, input, exception).deadLetterQueueRecords();
            return ProcessingExceptionHandler.Response.resume(ledger.withOutcome(records, context, exception));
        }
    }

    private record Ledger(StageName stage, String topic) {

        static final Ledger UNKNOWN = new Ledger(StageName.INGEST, "");

        static Ledger of(Map<String, ?> config) {
            return new Ledger(StageName.valueOf(String.valueOf(config.get(STAGE))), String.valueOf(config.get(LEDGER)));
        }

        List<ProducerRecord<byte[], byte[]>> withOutcome(
                List<ProducerRecord<byte[], byte[]>> records, ErrorHandlerContext context, Exception exception) {
            List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>(records);
            origin(context).ifPresent(origin -> all.add(outcome(origin, exception)));
            return all;
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
