package broadsheet.runtime.endpoint;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;

/**
 * Takes what is sent to one path of an endpoint. Who may not send is told so before anything of the body is read; no thread
 * waits for a body, and only a few are in memory at a time.
 *
 * @param limit the most bytes of a body
 * @param refusal why the sender may not, by path and headers alone; empty if he may
 * @param taking what becomes of it
 * @param desk where that is done
 */
record Inbox(
        int limit,
        Function<Delivery, Optional<Answer>> refusal,
        Function<Delivery, Answer> taking,
        Desk desk,
        Semaphore room) {

    private static final int MOST_AT_ONCE = 8;
    private static final int MOST_HEADERS = 100;

    Inbox(int limit, Function<Delivery, Optional<Answer>> refusal, Function<Delivery, Answer> taking, Desk desk) {
        this(limit, refusal, taking, desk, new Semaphore(MOST_AT_ONCE));
    }

    /** Takes a request; {@code answer} is given what to do to answer it, in whatever thread. */
    void take(Request request, Map<String, String> values, BiConsumer<Function<Delivery, Answer>, Delivery> answer) {
        Delivery empty = delivery(request, values, new byte[0]);
        Optional<Answer> refused = request.getLength() > limit ? Optional.of(tooLarge()) : refusal.apply(empty);
        if (refused.isPresent()) {
            answer.accept(delivery -> refused.get(), empty);
        } else if (!room.tryAcquire()) {
            answer.accept(delivery -> Answer.busy("too much is sent at a time"), empty);
        } else {
            Content.Source.asByteArrayAsync(request, limit, new Promise.Invocable<>() {
                @Override
                public void succeeded(byte[] body) {
                    hand(delivery(request, values, body), answer);
                }

                @Override
                public void failed(Throwable failure) {
                    room.release();
                    boolean large = Request.getContentBytesRead(request) > limit;
                    answer.accept(delivery -> large ? tooLarge() : Answer.problem(400, "the body did not come"), empty);
                }
            });
        }
    }

    private void hand(Delivery whole, BiConsumer<Function<Delivery, Answer>, Delivery> answer) {
        boolean taken = desk.take(() -> {
            try {
                answer.accept(taking, whole);
            } finally {
                room.release();
            }
        });
        if (!taken) {
            room.release();
            answer.accept(delivery -> Answer.busy("too much is sent at a time"), whole);
        }
    }

    private Answer tooLarge() {
        return Answer.problem(413, "more than " + limit + " bytes");
    }

    private static Delivery delivery(Request request, Map<String, String> values, byte[] body) {
        return new Delivery(request.getHttpURI().getPathQuery(), values, headers(request), body);
    }

    /** Those of a request, by name in lower case; of several of one name the first. */
    static Map<String, String> headers(Request request) {
        Map<String, String> headers = new TreeMap<>();
        for (HttpField field : request.getHeaders()) {
            if (headers.size() < MOST_HEADERS) {
                headers.putIfAbsent(
                        field.getLowerCaseName(),
                        Optional.ofNullable(field.getValue()).orElse(""));
            }
        }
        return headers;
    }
}
