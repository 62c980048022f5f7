package broadsheet.demo;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends zeros, so many that no stage can take them in, packed to a few megabytes: in a process of its own. */
final class LargeBatch {

    private static final int MEBIBYTE = 1 << 20;

    private LargeBatch() {}

    /** Told: where the broker is, the topic, and how many MiB. */
    public static void main(String[] told) throws Exception {
        int bytes = Integer.parseInt(told[2]) * MEBIBYTE;
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                told[0],
                "compression.type",
                "lz4",
                "max.request.size",
                bytes + MEBIBYTE,
                "buffer.memory",
                bytes + 8L * MEBIBYTE);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            System.out.println(producer.send(new ProducerRecord<>(told[1], new byte[bytes]))
                    .get());
        }
    }
}
