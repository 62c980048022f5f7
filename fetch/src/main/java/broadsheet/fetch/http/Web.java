package broadsheet.fetch.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The web: one request, one answer, no redirection followed. */
public interface Web extends AutoCloseable {

    /**
     * Asks for a URL.
     *
     * @param headers besides those that every request has
     * @param limit the most bytes of the body that are read
     * @return what came of it; never fails, since failing is something that comes of it too
     */
    CompletableFuture<Response> get(URI url, Map<String, String> headers, int limit);

    /**
     * Sends a form.
     *
     * @param headers besides those that every request has
     * @param body in UTF-8
     * @param limit the most bytes of the answer's body that are read
     */
    CompletableFuture<Response> post(URI url, Map<String, String> headers, String body, int limit);

    @Override
    void close();

    /** What comes of a request. */
    sealed interface Response {

        /**
         * An answer, complete.
         *
         * @param status of HTTP
         * @param headers by name in lower case
         * @param body as transferred, packed or not; not to be changed
         */
        @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
        record Answered(int status, Map<String, List<String>> headers, byte[] body) implements Response {

            /** The first header of that name. */
            public Optional<String> header(String name) {
                return all(name).stream().findFirst();
            }

            /** All headers of that name. */
            public List<String> all(String name) {
                return headers.getOrDefault(name, List.of());
            }
        }

        /**
         * None, or none that was read to its end.
         *
         * @param kind what is to blame
         * @param why for a person
         */
        record Failed(Kind kind, String why) implements Response {}

        /** Why there is no answer. */
        enum Kind {
            /** The address is not one that is asked. */
            REFUSED,
            /** The body is larger than the limit. */
            TOO_LARGE,
            /** No connection, a broken one, or not in time. */
            UNREACHABLE
        }
    }
}
