package broadsheet.demo;

import broadsheet.model.StageName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a stage, or of another command that goes on, as a process, with what any orchestrator does for it: if
 * it ends of itself, it is started again.
 */
final class SupervisedStage implements AutoCloseable {

    /** What a container is given. */
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

    private final Path log;
    private String heap;
    private final List<String> command;
    private @Nullable Process process;
    private int port;
    private boolean wanted;
    private int breakdowns;

    SupervisedStage(StageName stage, Path log, Map<String, String> settings) {
        this(List.of(stage.word()), stage == StageName.INGEST ? "614m" : "921m", log, settings);
    }

    /**
     * Any command.
     *
     * @param said the command, and what it is told besides the settings
     * @param heap its {@code -Xmx}
     */
    SupervisedStage(List<String> said, String heap, Path log, Map<String, String> settings) {
        this.log = log;
        this.heap = heap;
        List<String> words = new ArrayList<>(List.of("broadsheet.cli.Main"));
        words.addAll(said);
        settings.forEach((name, value) -> words.add("--set=" + name + "=" + value));
        this.command = List.copyOf(words);
    }

    synchronized SupervisedStage start() {
        wanted = true;
        process = JavaProcess.start(log, heap, command);
        var unused = process.onExit().thenAccept(this::ended);
        return this;
    }

    private synchronized void ended(Process which) {
        if (wanted && which.equals(process)) {
            breakdowns++;
            start();
        }
    }

    /** Has it start with another heap than Compose gives it, {@code -Xmx}. */
    SupervisedStage within(String otherHeap) {
        heap = otherHeap;
        return this;
    }

    /** Says where its endpoint is. */
    SupervisedStage answeringAt(int httpPort) {
        port = httpPort;
        return this;
    }

    int port() {
        return port;
    }

    /** What its endpoint says at a path: status and body, with a blank between; the fault if it says nothing. */
    String answer(String path) {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIME_TO_STOP)
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(question, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that it has logged. */
    String logged() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often it ended without being told to. */
    synchronized int breakdowns() {
        return breakdowns;
    }

    /** kill -9. */
    synchronized void kill() {
        stop(true);
    }

    /** Sends it a signal: {@code STOP}, {@code CONT}. */
    synchronized void signal(String name) {
        JavaProcess.signal(Objects.requireNonNull(process, "not started"), name);
    }

    /** kill -9, and start again. */
    synchronized void killAndRestart() {
        kill();
        start();
    }

    /** SIGTERM; returns whether it ended in the time that a container is given. */
    synchronized boolean stopInTime() {
        return stop(false);
    }

    private boolean stop(boolean byForce) {
        wanted = false;
        Process running = process;
        if (running == null) {
            return true;
        }
        try {
            if (byForce) {
                running.destroyForcibly().waitFor();
                return true;
            }
            running.destroy();
            boolean inTime = running.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS);
            running.destroyForcibly().waitFor();
            return inTime;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() {
        stop(true);
    }
}
