package broadsheet.fetch.door;

import broadsheet.model.Topics;
import broadsheet.runtime.endpoint.Answer;
import broadsheet.runtime.endpoint.Delivery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * {@code POST /raw-pages}: for producers without a Kafka client. 202 and the record's place, {@code partition@offset}, when
 * the broker has it; 429 when it is behind, and the page may then be sent again.
 */
public final class PageDoor {

    /** Where it is. */
    public static final String PATH = "/raw-pages";

    private static final String BEARER = "Bearer ";
    private static final int ROOM_FOR_ATTRIBUTES = 64 << 10;

    private final Optional<String> token;
    private final int maxPageBytes;
    private final Topics topics;
    private final Function<ProducerRecord<byte[], byte[]>, RecordMetadata> out;

    /**
     * A door.
     *
     * @param token that senders must know; without one nobody may send
     * @param out writes, and throws {@link Outbox.Behind} if that takes too long
     */
    public PageDoor(
            Optional<String> token,
            int maxPageBytes,
            Topics topics,
            Function<ProducerRecord<byte[], byte[]>, RecordMetadata> out) {
        this.token = token;
        this.maxPageBytes = maxPageBytes;
        this.topics = topics;
        this.out = out;
    }

    /** One that writes to the outbox. */
    public static PageDoor to(Outbox outbox, Optional<String> token, int maxPageBytes, Topics topics) {
        return new PageDoor(token, maxPageBytes, topics, outbox::write);
    }

    /** The most bytes of a body: a page, in JSON as base64. */
    public int limit() {
        return (int) Math.min(Integer.MAX_VALUE, maxPageBytes * 4L / 3 + ROOM_FOR_ATTRIBUTES);
    }

    /** Why nothing is taken from the sender. */
    public Optional<Answer> refusal(Delivery delivery) {
        if (token.isEmpty()) {
            return Optional.of(Answer.problem(403, "pages are taken when post-token is set"));
        }
        String said = delivery.header("authorization").orElse("");
        boolean known = said.startsWith(BEARER)
                && MessageDigest.isEqual(bytes(said.substring(BEARER.length()).strip()), bytes(token.get()));
        if (!known) {
            return Optional.of(
                    Answer.problem(401, "the token is missing or wrong").with("WWW-Authenticate", "Bearer"));
        }
        return PostedPage.isBatch(delivery)
                ? Optional.of(Answer.problem(415, "one event at a time"))
                : Optional.empty();
    }

    /** Takes a page. */
    public Answer take(Delivery delivery) {
        PostedPage page = PostedPage.read(delivery);
        if (page.value().length > maxPageBytes) {
            return Answer.problem(413, "more than " + maxPageBytes + " bytes");
        }
        if (page.lengthOfFacts() > ROOM_FOR_ATTRIBUTES) {
            return Answer.problem(413, "more than " + ROOM_FOR_ATTRIBUTES + " characters beside the page");
        }
        var raw = new ProducerRecord<>(
                topics.rawPages().name(), page.key().map(PageDoor::bytes).orElse(null), page.value());
        page.facts().forEach((name, value) -> raw.headers().add(name, bytes(value)));
        try {
            RecordMetadata place = out.apply(raw);
            return Answer.of(Map.of("origin", place.partition() + "@" + place.offset()))
                    .with(202);
        } catch (Outbox.Behind behind) {
            return Answer.busy("the broker is behind");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
