package broadsheet.runtime.endpoint;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an endpoint is asked.
 *
 * @param path path and query as they came: {@code /explain?id=…}
 * @param values of the query, decoded; the last one of a name counts
 * @param isForwarded whether another instance passed it on
 * @param headers by name in lower case; of several of one name the first
 */
public record Question(String path, Map<String, String> values, boolean isForwarded, Map<String, String> headers) {

    /** Header that an instance puts to a question which it passes on. */
    public static final String FORWARDED = "broadsheet-forwarded";

    public Question {
        values = Map.copyOf(values);
        headers = Map.copyOf(headers);
    }

    /** One without headers. */
    public Question(String path, Map<String, String> values, boolean isForwarded) {
        this(path, values, isForwarded, Map.of());
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if the query is not encoded as it should be
     */
    static Question read(String path, boolean isForwarded, Map<String, String> headers) {
        Map<String, String> values = new HashMap<>();
        int start = path.indexOf('?') + 1;
        for (String pair : path.substring(start == 0 ? path.length() : start).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Question(path, values, isForwarded, headers);
    }

    /** The path without the query. */
    public String place() {
        int end = path.indexOf('?');
        return end < 0 ? path : path.substring(0, end);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The value of that name; empty if there is none. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** The header of that name; empty if there is none. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).filter(value -> !value.isBlank());
    }
}
