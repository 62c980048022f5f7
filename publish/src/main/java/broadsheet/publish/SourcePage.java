package broadsheet.publish;

import broadsheet.model.Facts;
import broadsheet.model.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A page as fetched, with what is known of it. Not copied on the way: pages are large, and nobody changes them. */
public final class SourcePage {

    private final String name;
    private final byte[] value;
    private final Map<String, String> facts;

    /**
     * A page.
     *
     * @param name what it is called where it was found: a file name
     * @param value the page's bytes, without any compression of file or transfer; may be empty
     * @param facts headers of the raw record, by the names in {@link Facts}
     */
    public SourcePage(String name, byte[] value, Map<String, String> facts) {
        this.name = name;
        this.value = value;
        this.facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** What it is called where it was found. */
    public String name() {
        return name;
    }

    /** The page's bytes. */
    public byte[] value() {
        return value;
    }

    /** The headers of the raw record, in the order of their names. */
    public Map<String, String> facts() {
        return facts;
    }

    /** The URL that was fetched; empty if nobody says. */
    public Optional<String> url() {
        return Optional.ofNullable(facts.get(Facts.URL));
    }

    /**
     * The raw record: keyed by URL, else by name.
     *
     * <p>Its timestamp is left to the producer and is not the time of fetching: the broker deletes by timestamp, and
     * would drop an old page before anybody has read it.
     */
    public ProducerRecord<byte[], byte[]> record(Topics topics) {
        var topic = topics.rawPages().name();
        var result = new ProducerRecord<byte[], byte[]>(topic, utf8(url().orElse(name)), value);
        facts.forEach((fact, text) -> result.headers().add(fact, utf8(text)));
        return result;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name + " (" + value.length + " bytes) " + facts;
    }
}
