package broadsheet.bench;

import broadsheet.demo.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The broker of {@link FetchBench}, as a process that is ended by it. */
final class FetchBenchBroker {

    private FetchBenchBroker() {}

    /**
     * Runs it.
     *
     * @throws IOException if the file that tells its address cannot be written
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0, Map.of())) {
            Path ready = Path.of(arguments[1]);
            Path unfinished = ready.resolveSibling("broker.starting");
            Files.writeString(unfinished, broker.bootstrapServers());
            Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
            new CountDownLatch(1).await();
        }
    }
}
