package broadsheet.runtime.endpoint;

import broadsheet.model.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an endpoint answers.
 *
 * @param status of HTTP
 * @param text the body
 * @param headers by name, {@code Content-Type} among them
 */
public record Answer(int status, String text, Map<String, String> headers) {

    public static final String CONTENT_TYPE = "Content-Type";
    public static final String RETRY_AFTER = "Retry-After";

    private static final Map<String, String> JSON = Map.of(CONTENT_TYPE, "application/json");

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** The record in JSON. */
    public static Answer of(Object value) {
        return new Answer(200, Json.line(value), JSON);
    }

    /** Says in one sentence why there is no better answer. */
    public static Answer problem(int status, String sentence) {
        return new Answer(status, Json.line(Map.of("problem", sentence)), JSON);
    }

    /** Says in one sentence why there is none now, and that there will be one in some seconds. */
    public static Answer later(String sentence) {
        return problem(503, sentence).with(RETRY_AFTER, "2");
    }

    /** Says in one sentence why nothing more is taken now, and that it will be in some seconds. */
    public static Answer busy(String sentence) {
        return problem(429, sentence).with(RETRY_AFTER, "5");
    }

    /** The same with another status. */
    public Answer with(int other) {
        return new Answer(other, text, headers);
    }

    /** The same with one header more. */
    public Answer with(String header, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(header, value);
        return new Answer(status, text, all);
    }
}
