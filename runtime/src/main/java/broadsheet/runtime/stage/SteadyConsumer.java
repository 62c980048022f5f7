package broadsheet.runtime.stage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer that is made anew, and goes on where it was, when what answers it is not a broker. That happens while a
 * broker on this machine is away: a client that tries its port from a port of its own may get the very same one, and is
 * connected to itself (RFC 9293, section 3.5, simultaneous open). It reads what it has asked as an answer, and Kafka's
 * client ends with a {@link org.apache.kafka.common.requests.CorrelationIdMismatchException}. Threads of Kafka Streams are
 * replaced when that happens to them ({@link Breakdown}); the one that keeps global stores is not, and the stage would end.
 */
final class SteadyConsumer implements InvocationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SteadyConsumer.class);

    private final Supplier<Consumer<byte[], byte[]>> maker;
    private Consumer<byte[], byte[]> consumer;

    private SteadyConsumer(Supplier<Consumer<byte[], byte[]>> maker) {
        this.maker = maker;
        consumer = maker.get();
    }

    /** A consumer that works with those that {@code maker} makes, one after the other. Its partitions are assigned. */
    @SuppressWarnings("unchecked")
    static Consumer<byte[], byte[]> of(Supplier<Consumer<byte[], byte[]>> maker) {
        return (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                SteadyConsumer.class.getClassLoader(), new Class<?>[] {Consumer.class}, new SteadyConsumer(maker));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(consumer, arguments);
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            if (method.getName().equals("poll") && Breakdown.isNoAnswerOfABroker(cause)) {
                makeAnew(cause);
                return ConsumerRecords.empty();
            }
            throw cause;
        }
    }

    private void makeAnew(Throwable cause) {
        LOG.warn("what answered was no broker; connects anew: {}", cause.getMessage());
        Map<TopicPartition, Long> positions = new HashMap<>();
        // Known here: nobody is asked.
        consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
        consumer.close(CloseOptions.timeout(Duration.ZERO));
        consumer = maker.get();
        consumer.assign(positions.keySet());
        positions.forEach(consumer::seek);
    }
}
