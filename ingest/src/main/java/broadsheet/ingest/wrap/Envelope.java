package broadsheet.ingest.wrap;

import broadsheet.archive.MalformedWrapping;
import broadsheet.archive.Packing;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** The JSON envelope for producers without headers: {@code {url, fetchedAt, contentType, body | bodyBase64, headers}}. */
public final class Envelope {
    private Envelope() {}

    /** Whether a JSON document is an envelope. */
    public static boolean isEnvelope(JsonNode document) {
        return document.path("body").isTextual() || document.path("bodyBase64").isTextual();
    }

    /**
     * Takes the page out.
     *
     * @param limit most bytes that the page may have after unpacking; one more comes out if it has more
     * @throws MalformedWrapping if {@code bodyBase64} is no Base64, or not packed as its headers say
     */
    public static Wrapped open(JsonNode document, int limit) throws MalformedWrapping {
        boolean packed = document.path("bodyBase64").isTextual();
        Optional<String> type = text(document, "contentType").or(() -> header(document, "content-type"));
        return new Wrapped(
                packed
                        ? Packing.undo(
                                decode(document.path("bodyBase64").asText()),
                                header(document, "content-encoding"),
                                limit)
                        : document.path("body").asText().getBytes(StandardCharsets.UTF_8),
                text(document, "url"),
                packed ? type : type.map(declared -> declared.split(";", 2)[0]),
                text(document, "fetchedAt").flatMap(Envelope::time),
                Optional.of(document.path("httpStatus")).filter(JsonNode::isInt).map(JsonNode::asInt));
    }

    private static byte[] decode(String base64) throws MalformedWrapping {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw new MalformedWrapping("bodyBase64 is no Base64");
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(JsonNode document, String name) {
        for (Iterator<Map.Entry<String, JsonNode>> at =
                        document.path("headers").properties().iterator();
                at.hasNext(); ) {
            Map.Entry<String, JsonNode> header = at.next();
            if (header.getKey().equalsIgnoreCase(name)) {
                JsonNode value = header.getValue().isArray() ? header.getValue().path(0) : header.getValue();
                return Optional.of(value.asText("")).filter(text -> !text.isEmpty());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText("").strip()).filter(text -> !text.isEmpty());
    }
}
