package broadsheet.runtime.stage;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/** The clients of Kafka Streams as they are, but for the one of its global thread, which alone it cannot replace. */
public final class SteadyClients extends DefaultKafkaClientSupplier {

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return SteadyConsumer.of(() -> super.getGlobalConsumer(config));
    }
}
