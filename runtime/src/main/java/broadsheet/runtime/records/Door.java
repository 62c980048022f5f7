package broadsheet.runtime.records;

import broadsheet.runtime.takedowns.TakedownsInForce;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which every record goes into a step of ours, in all stages, and through which what it does to the
 * step comes out: Kafka Streams puts it around each (KIP-1112). What stands behind it, {@link Guard} says.
 */
public final class Door implements ProcessorWrapper {

    /** Configuration: the {@link Watch}. */
    public static final String WATCH = "broadsheet.watch";

    /** Configuration: the {@link Limits}. */
    public static final String LIMITS = "broadsheet.limits";

    private static final Duration ENDLESS = Duration.ofDays(1);

    private Limits limits = Limits.NONE;
    private Watch watch = new Watch();
    private Path notes = Path.of("");

    /**
     * What one record may take.
     *
     * @param cpu CPU time of a step that keeps no state
     * @param transaction how long a transaction may be open
     * @param poll how long the stage may be busy
     * @param resultBytes what it becomes, serialised
     * @param deaths after so many ends of the stage it is not tried again
     */
    public record Limits(Duration cpu, Duration transaction, Duration poll, long resultBytes, int deaths) {
        static final Limits NONE = new Limits(ENDLESS, ENDLESS, ENDLESS, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public void configure(Map<String, ?> config) {
        limits = config.get(LIMITS) instanceof Limits given ? given : limits;
        watch = config.get(WATCH) instanceof Watch given ? given : watch;
        notes = Path.of(
                String.valueOf(config.get(StreamsConfig.STATE_DIR_CONFIG)),
                "at-work",
                String.valueOf(config.get(StreamsConfig.APPLICATION_ID_CONFIG)));
        if (config.get(StreamsConfig.producerPrefix(OutcomeMeter.REGISTRY)) instanceof MeterRegistry meters) {
            DeadLetters.errors(meters);
        }
    }

    private Guard guard(String name, boolean isPure) {
        return new Guard(name, isPure, limits, watch, notes);
    }

    /** Kafka's own steps only pass on what ours gave them, and the global one is no part of a stage's work. */
    private static boolean isOurs(Object supplier, String name) {
        return !supplier.getClass().getName().startsWith("org.apache.kafka.")
                && !name.startsWith(TakedownsInForce.READING);
    }

    private static boolean isPure(@Nullable Set<StoreBuilder<?>> stores) {
        return stores == null || stores.isEmpty();
    }

    @Override
    public <KI, VI, KO, VO> WrappedProcessorSupplier<KI, VI, KO, VO> wrapProcessorSupplier(
            String name, ProcessorSupplier<KI, VI, KO, VO> step) {
        if (!isOurs(step, name)) {
            return ProcessorWrapper.asWrapped(step);
        }
        return new WrappedProcessorSupplier<>() {
            @Override
            public Processor<KI, VI, KO, VO> get() {
                return new Guarded<>(step.get(), guard(name, isPure(step.stores())));
            }

            @Override
            @SuppressWarnings("NullAway") // Kafka takes null for none; its annotations do not say so.
            public Set<StoreBuilder<?>> stores() {
                return step.stores();
            }
        };
    }

    @Override
    public <KI, VI, VO> WrappedFixedKeyProcessorSupplier<KI, VI, VO> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<KI, VI, VO> step) {
        if (!isOurs(step, name)) {
            return ProcessorWrapper.asWrappedFixedKey(step);
        }
        return new WrappedFixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<KI, VI, VO> get() {
                return new GuardedFixedKey<>(step.get(), guard(name, isPure(step.stores())));
            }

            @Override
            @SuppressWarnings("NullAway") // Kafka takes null for none; its annotations do not say so.
            public Set<StoreBuilder<?>> stores() {
                return step.stores();
            }
        };
    }

    private record Guarded<KI, VI, KO, VO>(Processor<KI, VI, KO, VO> step, Guard guard)
            implements Processor<KI, VI, KO, VO> {

        @Override
        @SuppressWarnings("unchecked")
        public void init(ProcessorContext<KO, VO> context) {
            step.init((ProcessorContext<KO, VO>) guard.before(context, ProcessorContext.class));
        }

        @Override
        public void process(Record<KI, VI> record) {
            guard.pass(() -> step.process(record));
        }

        @Override
        public void close() {
            guard.close();
            step.close();
        }
    }

    private record GuardedFixedKey<KI, VI, VO>(FixedKeyProcessor<KI, VI, VO> step, Guard guard)
            implements FixedKeyProcessor<KI, VI, VO> {

        @Override
        @SuppressWarnings("unchecked")
        public void init(FixedKeyProcessorContext<KI, VO> context) {
            step.init((FixedKeyProcessorContext<KI, VO>) guard.before(context, FixedKeyProcessorContext.class));
        }

        @Override
        public void process(FixedKeyRecord<KI, VI> record) {
            guard.pass(() -> step.process(record));
        }

        @Override
        public void close() {
            guard.close();
            step.close();
        }
    }
}
