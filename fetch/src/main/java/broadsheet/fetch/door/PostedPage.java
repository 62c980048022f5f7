package broadsheet.fetch.door;

import broadsheet.model.Facts;
import broadsheet.model.Json;
import broadsheet.runtime.endpoint.Delivery;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A page as it was posted, and what is known of it: a CloudEvent in binary or structured mode, or plain bytes with the facts
 * as headers. What was an event becomes one of the Kafka binding.
 *
 * <p>Source: CloudEvents 1.0.2, HTTP and Kafka protocol bindings, JSON format.
 *
 * @param value the page's bytes; not to be changed
 * @param facts headers of the raw record
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
record PostedPage(byte[] value, Map<String, String> facts) {

    private static final String STRUCTURED = "application/cloudevents";
    private static final String VERSION = "specversion";
    private static final String TYPE = "datacontenttype";
    private static final List<String> NEEDED = List.of("id", "source", VERSION, "type");
    private static final List<String> PLAIN = List.of(
            Facts.URL,
            Facts.FETCHED_AT,
            Facts.SOURCE,
            Facts.FEED_TITLE,
            Facts.FEED_PUBLISHED,
            Facts.HTTP_STATUS,
            Facts.WRAPPING);

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it says that it is an event, and is none
     */
    static PostedPage read(Delivery delivery) {
        Optional<String> type = delivery.header("content-type");
        if (type.filter(text -> text.toLowerCase(Locale.ROOT).startsWith(STRUCTURED))
                .isPresent()) {
            return structured(delivery.body());
        }
        Map<String, String> facts = new TreeMap<>();
        type.ifPresent(text -> facts.put(Facts.CONTENT_TYPE, text));
        PLAIN.forEach(name -> delivery.header(name).ifPresent(value -> facts.put(name, unicode(value))));
        if (delivery.header("ce-" + VERSION).isPresent()) {
            binary(delivery, facts);
        }
        return new PostedPage(delivery.body(), facts);
    }

    /** Whether it is more than one event at a time, which is not taken. */
    static boolean isBatch(Delivery delivery) {
        return delivery.header("content-type")
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("application/cloudevents-batch"))
                .isPresent();
    }

    private static void binary(Delivery delivery, Map<String, String> facts) {
        Map<String, String> attributes = new TreeMap<>();
        delivery.headers().forEach((name, value) -> {
            if (name.startsWith("ce-")) {
                attributes.put(name.substring(3), decoded(value));
            }
        });
        check(attributes);
        attributes.forEach((name, value) -> facts.put("ce_" + name, value));
    }

    private static PostedPage structured(byte[] body) {
        JsonNode event = tree(body);
        Map<String, String> attributes = new TreeMap<>();
        event.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                attributes.put(field.getKey(), field.getValue().asText());
            }
        });
        check(attributes);
        Map<String, String> facts = new TreeMap<>();
        Optional.ofNullable(attributes.remove(TYPE)).ifPresent(type -> facts.put(Facts.CONTENT_TYPE, type));
        attributes.remove("data");
        attributes.remove("data_base64");
        attributes.forEach((name, value) -> facts.put("ce_" + name, value));
        return new PostedPage(data(event), facts);
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = Json.mapper().readTree(body);
            if (tree == null || !tree.isObject()) {
                throw new IllegalArgumentException("a CloudEvent is a JSON object");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not JSON: " + malformed.getOriginalMessage(), malformed);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("not JSON", unreadable);
        }
    }

    private static byte[] data(JsonNode event) {
        JsonNode packed = event.path("data_base64");
        if (packed.isTextual()) {
            return Base64.getDecoder().decode(packed.asText());
        }
        JsonNode data = event.path("data");
        String text = data.isMissingNode() ? "" : data.isTextual() ? data.asText() : data.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void check(Map<String, String> attributes) {
        List<String> missing =
                NEEDED.stream().filter(name -> !attributes.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("a CloudEvent has " + String.join(", ", missing));
        }
        if (!attributes.getOrDefault(VERSION, "").equals("1.0")) {
            throw new IllegalArgumentException("only CloudEvents 1.0 are taken");
        }
    }

    /** In events what is not ASCII stands in percent. */
    private static String decoded(String value) {
        byte[] bytes = new byte[value.length()];
        int length = 0;
        for (int i = 0; i < value.length(); i++) {
            boolean escape = value.charAt(i) == '%'
                    && i + 2 < value.length()
                    && Character.digit(value.charAt(i + 1), 16) >= 0
                    && Character.digit(value.charAt(i + 2), 16) >= 0;
            bytes[length++] = (byte) (escape ? Integer.parseInt(value.substring(i + 1, i + 3), 16) : value.charAt(i));
            i += escape ? 2 : 0;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Headers are read byte by byte; what is UTF-8 was meant as that. */
    private static String unicode(String value) {
        if (value.chars().anyMatch(c -> c > 0xff)) {
            return value;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException latin) {
            return value;
        }
    }

    /** Characters of what is known of it, names and all. */
    int lengthOfFacts() {
        return facts.entrySet().stream()
                .mapToInt(fact -> fact.getKey().length() + fact.getValue().length())
                .sum();
    }

    /** Under which key it is written; empty if nobody says what page it is. */
    Optional<String> key() {
        return Optional.ofNullable(facts.get(Facts.URL)).or(() -> Optional.ofNullable(facts.get(Facts.CE_SUBJECT)));
    }
}
