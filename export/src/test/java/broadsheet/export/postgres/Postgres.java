package broadsheet.export.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server of its own on loopback, from the machine's package; without one, tests are skipped and say so. */
public final class Postgres implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path data;
    private final int port;

    private Postgres(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Starts one. */
    public static Postgres start() {
        Optional<Path> programs = programs();
        Assumptions.assumeTrue(programs.isPresent(), "no PostgreSQL in " + DEBIAN + ": apt-get install postgresql");
        try {
            Path data = Files.createTempDirectory("broadsheet-postgres");
            Postgres server = new Postgres(programs.orElseThrow(), data, freePort());
            if (isRoot()) {
                server.run("chown", "postgres", data.toString());
            }
            server.postgres(
                    "initdb", "-D", data + "/db", "-U", "news", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
            server.up();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It refuses to run as root. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    public void up() {
        postgres(
                "pg_ctl",
                "-D",
                data + "/db",
                "-w",
                "-l",
                data + "/log",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + data,
                "start");
    }

    /** Ends it, and every connection. */
    public void down() {
        postgres("pg_ctl", "-D", data + "/db", "-w", "-m", "immediate", "stop");
    }

    public String url() {
        return "postgresql://news@127.0.0.1:" + port + "/postgres";
    }

    private void postgres(String program, String... words) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(words));
        run(command.toArray(new String[0]));
    }

    private void run(String... command) {
        Path said = data.resolveSibling(data.getFileName() + ".log");
        try {
            // A server that is started keeps its output open: it goes to a file, which nobody waits for the end of.
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException(
                        String.join(" ", command) + ": " + code + "\n" + Files.readString(said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        down();
        run("rm", "-rf", data.toString());
    }
}
