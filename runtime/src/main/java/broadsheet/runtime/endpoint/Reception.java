package broadsheet.runtime.endpoint;

import broadsheet.runtime.endpoint.StatusEndpoint.Answering;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is asked of an endpoint, and has it answered. */
final class Reception extends Handler.Abstract.NonBlocking {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Map<String, Answering> answers;

    private final Map<String, Inbox> inboxes;

    /**
     * One that knows its ways.
     *
     * @param answers by path
     * @param inboxes by path
     */
    Reception(Map<String, Answering> answers, Map<String, Inbox> inboxes) {
        this.answers = answers;
        this.inboxes = inboxes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback done) {
        Optional<Inbox> inbox =
                Optional.ofNullable(inboxes.get(request.getHttpURI().getPath()));
        if (request.getMethod().equals("POST") && inbox.isPresent()) {
            take(inbox.get(), request, response, done);
            return true;
        }
        Answering answering = answers.get(request.getHttpURI().getPath());
        if (answering == null && inbox.isPresent()) {
            send(Answer.problem(405, "only POST is taken"), response, done);
            return true;
        }
        if (answering == null) {
            send(Answer.problem(404, "there is nothing here"), response, done);
            return true;
        }
        if (!request.getMethod().equals("GET")) {
            send(Answer.problem(405, "only GET is answered"), response, done);
            return true;
        }
        Question question;
        try {
            question = Question.read(
                    request.getHttpURI().getPathQuery(),
                    request.getHeaders().contains(Question.FORWARDED),
                    Inbox.headers(request));
        } catch (IllegalArgumentException wrong) {
            send(Answer.problem(400, String.valueOf(wrong.getMessage())), response, done);
            return true;
        }
        Optional<Desk> desk = answering.where().apply(question);
        Runnable answer = () -> send(answered(question, answering.how()), response, done);
        if (desk.isEmpty()) {
            answer.run();
        } else if (!desk.get().take(answer)) {
            send(Answer.later("too much is asked at a time"), response, done);
        }
        return true;
    }

    private static void take(Inbox inbox, Request request, Response response, Callback done) {
        try {
            var values = Question.read(request.getHttpURI().getPathQuery(), false, Map.of())
                    .values();
            inbox.take(request, values, (taking, delivery) -> send(taken(delivery, taking), response, done));
        } catch (IllegalArgumentException wrong) {
            send(Answer.problem(400, String.valueOf(wrong.getMessage())), response, done);
        }
    }

    private static Answer taken(Delivery delivery, Function<Delivery, Answer> taking) {
        try {
            return taking.apply(delivery);
        } catch (IllegalArgumentException wrong) {
            return Answer.problem(400, String.valueOf(wrong.getMessage()));
        } catch (RuntimeException | StackOverflowError accident) {
            LOG.error("what came to {} could not be taken", request(delivery), accident);
            return Answer.problem(500, "an accident, see the log");
        }
    }

    /** The path alone: addresses that hubs are given are not for the log. */
    private static String request(Delivery delivery) {
        int end = delivery.path().indexOf('?');
        return end < 0 ? delivery.path() : delivery.path().substring(0, end);
    }

    private static Answer answered(Question question, Function<Question, Answer> answering) {
        try {
            return answering.apply(question);
        } catch (IllegalArgumentException wrong) {
            return Answer.problem(400, String.valueOf(wrong.getMessage()));
        } catch (RuntimeException | StackOverflowError accident) {
            // The door to the process: who asks gets an answer, and the log the cause.
            LOG.error("{} could not be answered", question.place(), accident);
            return Answer.problem(500, "an accident, see the log");
        }
    }

    private static void send(Answer answer, Response response, Callback done) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(answer.text().getBytes(StandardCharsets.UTF_8)), done);
    }
}
