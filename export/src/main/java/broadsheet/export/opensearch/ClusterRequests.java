package broadsheet.export.opensearch;

import broadsheet.export.TargetAway;
import broadsheet.model.Json;
import broadsheet.runtime.settings.StartupException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests to a cluster, one after the other. A cluster that is not there, or has too much to do, is away for a while. */
final class ClusterRequests {

    /** What it answered: neither overloaded nor broken. */
    record Reply(int status, JsonNode body) {

        boolean isDone() {
            return status < 300;
        }

        /** Why not, in its words. */
        String why() {
            String reason = body.path("error").path("reason").asText();
            return reason.isEmpty() ? "status " + status : reason;
        }

        /** The same; what was asked for must have been done. */
        Reply done(String what) {
            if (!isDone()) {
                throw new StartupException("OpenSearch: cannot " + what + ": " + why());
            }
            return this;
        }
    }

    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(10);
    /** A bulk waits for a shard for one minute, by its own default. */
    private static final Duration TIME_TO_ANSWER = Duration.ofMinutes(2);

    private static final int TOO_MANY_REQUESTS = 429;

    private final IndexAddress address;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIME_TO_CONNECT)
            .build();

    ClusterRequests(IndexAddress address) {
        this.address = address;
    }

    /** Whether a status means that the same may be done a little later. */
    static boolean isAway(int status) {
        return status == TOO_MANY_REQUESTS || status >= 500;
    }

    Reply get(String path) {
        return send("GET", path, "application/json", new byte[0]);
    }

    Reply put(String path, byte[] json) {
        return send("PUT", path, "application/json", json);
    }

    Reply post(String path, byte[] json) {
        return send("POST", path, "application/json", json);
    }

    /** Operations, a line each, and documents. */
    Reply bulk(String path, byte[] lines) {
        return send("POST", path, "application/x-ndjson", lines);
    }

    private Reply send(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.cluster() + path))
                .timeout(TIME_TO_ANSWER)
                .header("Content-Type", type)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        address.login().ifPresent(login -> request.header("Authorization", login));
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            Reply reply = new Reply(response.statusCode(), read(response.body()));
            if (isAway(reply.status())) {
                throw new TargetAway("OpenSearch: " + reply.why(), new IOException("status " + reply.status()));
            }
            return reply;
        } catch (IOException e) {
            throw new TargetAway("OpenSearch does not answer at " + address.cluster(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted while OpenSearch was asked", e);
        }
    }

    /** What a proxy says, in HTML, is nothing. */
    private static JsonNode read(byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
