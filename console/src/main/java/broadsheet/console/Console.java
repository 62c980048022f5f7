package broadsheet.console;

import broadsheet.console.index.SearchIndex;
import broadsheet.runtime.endpoint.StatusEndpoint;
import broadsheet.runtime.health.Health;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.StartupException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The console at work: an index that is kept up with the topics, and an endpoint that answers from it.
 *
 * <p>{@code broadsheet_console_articles} is how many articles the index has, copies included.
 */
public final class Console implements AutoCloseable {

    /** What the index and the poisoned records lie in, within the state directory. */
    private static final String DIRECTORY = "console";

    private final SearchIndex index;
    private final IndexFeeder feeder;
    private final String address;

    private Console(SearchIndex index, IndexFeeder feeder, String address) {
        this.index = index;
        this.feeder = feeder;
        this.address = address;
    }

    /**
     * Begins to read, and has the endpoint answer.
     *
     * @throws StartupException if the index cannot be opened
     */
    public static Console open(
            RuntimeSettings runtime, ConsoleSettings settings, StatusEndpoint endpoint, MeterRegistry meters) {
        Path directory = runtime.stateDir().resolve(DIRECTORY);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StartupException("state directory cannot be written: " + directory, e);
        }
        SearchIndex index = SearchIndex.open(directory.resolve("index"), InstantSource.system());
        Gauge.builder("broadsheet.console.articles", index, SearchIndex::rows)
                .description("articles in the index, copies included")
                .register(meters);
        String address = settings.url().orElse("http://" + named(runtime.httpHost()) + ":" + endpoint.port());
        IndexFeeder feeder = new IndexFeeder(runtime, index, directory.resolve("poison.ndjson"));
        new ReadingRoom(index.search(), new Doorkeeper(settings), address, InstantSource.system(), meters)
                .open(endpoint);
        feeder.start();
        return new Console(index, feeder, address);
    }

    private static String named(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    /** By what address readers reach it, without a slash behind. */
    public String address() {
        return address;
    }

    /** How it is. */
    public Health health() {
        return feeder.health();
    }

    /** Waits until it has stopped, by {@link #close} or of itself; true if of itself. */
    public boolean awaitStop() throws InterruptedException {
        return feeder.awaitEnd();
    }

    @Override
    public void close() {
        feeder.close();
        index.close();
    }
}
