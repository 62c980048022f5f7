package broadsheet.runtime.endpoint;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent to an endpoint, complete.
 *
 * @param path path and query as they came
 * @param values of the query, decoded; the last one of a name counts
 * @param headers by name in lower case; of several of one name the first
 * @param body not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record Delivery(String path, Map<String, String> values, Map<String, String> headers, byte[] body) {

    public Delivery {
        values = Map.copyOf(values);
        headers = Map.copyOf(headers);
    }

    /** The value of that name in the query; empty if there is none. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** The header of that name; empty if there is none. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).filter(value -> !value.isBlank());
    }
}
