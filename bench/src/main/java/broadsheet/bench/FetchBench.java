package broadsheet.bench;

import broadsheet.cli.Subscriptions;
import broadsheet.fetch.FetchSettings;
import broadsheet.fetch.PlanTopology;
import broadsheet.fetch.host.Fetcher;
import broadsheet.fetch.http.AddressRules;
import broadsheet.fetch.http.HttpWeb;
import broadsheet.ledger.FetchBooks;
import broadsheet.model.Subscription;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageService;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code fetch} takes for feeds that are all due at once: requests a second of time and of processor time, heap, file
 * handles, state on disk. The broker and the server with its hosts are processes of their own, or their work would count
 * too.
 *
 * <p>Usage: {@code FetchBench DIRECTORY HOSTS FEEDS…}, such as {@code FetchBench /tmp/bench 2000 1000 10000 100000}; the
 * directory is to be empty or absent. Hosts are addresses 127.x.y.z of this machine.
 */
public final class FetchBench {

    private static final int WAIT_MILLIS = 100;

    private final Path directory;
    private final String bootstrapServers;
    private final int port;
    private final int hosts;

    private FetchBench(Path directory, String bootstrapServers, int port, int hosts) {
        this.directory = directory;
        this.bootstrapServers = bootstrapServers;
        this.port = port;
        this.hosts = hosts;
    }

    /**
     * Runs it.
     *
     * @throws IOException if a directory cannot be written
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        int hosts = Integer.parseInt(arguments[1]);
        int port = freePort();
        Process server = java(FetchBenchServer.class.getName(), Integer.toString(port));
        Path ready = directory.resolve("broker.address");
        Process broker = java(
                FetchBenchBroker.class.getName(), directory.resolve("broker").toString(), ready.toString());
        try {
            while (!Files.exists(ready)) {
                Thread.sleep(WAIT_MILLIS);
            }
            for (String feeds : List.of(arguments).subList(2, arguments.length)) {
                new FetchBench(directory, Files.readString(ready), port, hosts).run(Integer.parseInt(feeds));
            }
        } finally {
            server.destroyForcibly();
            broker.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process java(String... words) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx768m",
                                "-cp",
                                System.getProperty("java.class.path")),
                        Stream.of(words))
                .toList();
        return new ProcessBuilder(command).redirectErrorStream(true).inheritIO().start();
    }

    private Settings settings(int feeds) {
        return Settings.of(
                Map.of(
                        "bootstrap-servers",
                        bootstrapServers,
                        "topic-prefix",
                        "bench-" + feeds,
                        "state-dir",
                        directory.resolve("state-" + feeds).toString(),
                        "fetch-allow-private",
                        "true",
                        "fetch-per-second",
                        "10000",
                        "fetch-hosts",
                        Integer.toString(hosts)),
                Map.of(),
                Optional.empty());
    }

    private void run(int feeds) throws InterruptedException {
        RuntimeSettings runtime = RuntimeSettings.read(settings(feeds));
        FetchSettings fetch = FetchSettings.read(settings(feeds), runtime.maxPageBytes());
        try (Cluster cluster = Cluster.connect(runtime)) {
            cluster.ensureTopics();
        }
        subscribe(runtime, feeds);
        var meters = new SimpleMeterRegistry();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long processor = system.getProcessCpuTime();
        long start = System.nanoTime();
        long handles = 0;
        try (StageService service = StageService.start(runtime, new PlanTopology(runtime.topics(), fetch), meters)) {
            HttpWeb web = HttpWeb.open(AddressRules.any(), fetch.userAgent(), fetch.timeout(), fetch.hosts());
            service.with(Fetcher.start(runtime, fetch, web, meters, service::breakDown));
            double fetched = 0;
            while (service.health().isLive() && fetched < feeds) {
                Thread.sleep(WAIT_MILLIS);
                fetched = fetched(meters);
                handles = Math.max(handles, ((UnixOperatingSystemMXBean) system).getOpenFileDescriptorCount());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double busy = (system.getProcessCpuTime() - processor) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%,d feeds on %,d hosts: %,.0f s, %,.0f a second; %,.1f s of processor, %,.0f a second of one core;"
                            + " heap %,d MB, %,d file handles, state %,d MB%n",
                    feeds,
                    hosts,
                    seconds,
                    feeds / seconds,
                    busy,
                    feeds / busy,
                    heap(),
                    handles,
                    megabytes(directory.resolve("state-" + feeds)));
        }
        try (FetchBooks books = new FetchBooks(runtime)) {
            System.out.println(books.stand().line());
        }
    }

    private static double fetched(SimpleMeterRegistry meters) {
        return meters.find("broadsheet.fetches").tag("kind", "feed").tag("outcome", "FETCHED").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private void subscribe(RuntimeSettings runtime, int feeds) {
        Map<String, Optional<Subscription>> all = new LinkedHashMap<>();
        for (int feed = 0; feed < feeds; feed++) {
            int host = feed % hosts;
            String url = "http://127.1." + host / 250 + "." + (1 + host % 250) + ":" + port + "/feed" + feed;
            all.put(url, Optional.of(Subscription.of(Subscription.Kind.FEED, Instant.now())));
        }
        new Subscriptions(runtime).write(all);
    }

    private static long heap() {
        System.gc();
        Runtime java = Runtime.getRuntime();
        return (java.totalMemory() - java.freeMemory()) >> 20;
    }

    private static long megabytes(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    >> 20;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
