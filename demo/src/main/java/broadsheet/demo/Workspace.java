package broadsheet.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A directory for one run of the demo, gone when it ends.
 *
 * @param root its root
 */
record Workspace(Path root) implements AutoCloseable {

    static Workspace create() throws IOException {
        return new Workspace(Files.createTempDirectory("broadsheet-demo"));
    }

    /** Where the broker keeps its logs. */
    Path broker() {
        return root.resolve("broker");
    }

    /** What a run in one process needs other than the defaults of a cluster. */
    Map<String, String> settings() {
        return Map.of("state-dir", root.resolve("state").toString(), "http-port", "0", "partitions", "3");
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(root)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
