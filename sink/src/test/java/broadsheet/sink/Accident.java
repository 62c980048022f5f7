package broadsheet.sink;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Puts a bug into one step of a topology (KIP-1112): it fails on everything. */
public final class Accident implements ProcessorWrapper {

    /** Configuration: the step's name. */
    static final String STEP = "test.accident";

    private String step = "";

    @Override
    public void configure(Map<String, ?> config) {
        step = String.valueOf(config.get(STEP));
    }

    @Override
    public <K, V, K2, V2> WrappedProcessorSupplier<K, V, K2, V2> wrapProcessorSupplier(
            String name, ProcessorSupplier<K, V, K2, V2> supplier) {
        if (!name.equals(step)) {
            return ProcessorWrapper.asWrapped(supplier);
        }
        // The stores stay, so that it is the same topology but for the bug.
        return ProcessorWrapper.asWrapped(new ProcessorSupplier<>() {
            @Override
            public Processor<K, V, K2, V2> get() {
                return record -> {
                    throw new IllegalStateException("a bug in " + name);
                };
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return supplier.stores();
            }
        });
    }

    @Override
    public <K, V, V2> WrappedFixedKeyProcessorSupplier<K, V, V2> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<K, V, V2> supplier) {
        return ProcessorWrapper.asWrappedFixedKey(supplier);
    }
}
