package broadsheet.runtime.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How the records that Broadsheet writes are packed: one of Kafka's codecs. Which clients read it: docs/clients.md. */
public enum Codec {
    /** The only one that every Kafka client has. */
    GZIP,
    /** The cheapest. */
    LZ4,
    ZSTD,
    SNAPPY,
    NONE;

    /** Higher levels take far more time for hardly fewer bytes: docs/clients.md has the figures. */
    private static final int GZIP_LEVEL = 1;

    /** The word used in settings, and by Kafka. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the setting of that name. */
    static Codec read(Settings settings, String name, Codec usual) {
        String word = settings.text(name, usual.word());
        Optional<Codec> known = Arrays.stream(values())
                .filter(codec -> codec.word().equals(word))
                .findFirst();
        if (known.isEmpty()) {
            settings.mistake(
                    name,
                    "not one of " + Arrays.stream(values()).map(Codec::word).collect(Collectors.joining(", ")) + ": "
                            + word);
        }
        return known.orElse(usual);
    }

    /** The properties of a producer that packs so. */
    public Map<String, Object> ofAProducer() {
        return Map.of(
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                word(),
                ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG,
                GZIP_LEVEL);
    }
}
