package broadsheet.demo;

import broadsheet.cli.Progress;
import broadsheet.cli.Stages;
import broadsheet.cli.Subscriptions;
import broadsheet.console.Console;
import broadsheet.console.ConsoleSettings;
import broadsheet.ledger.Backlog;
import broadsheet.ledger.Balance;
import broadsheet.ledger.Books;
import broadsheet.ledger.FetchBooks;
import broadsheet.model.StageName;
import broadsheet.model.Subscription;
import broadsheet.publish.PageSource;
import broadsheet.publish.PublishReport;
import broadsheet.publish.Publisher;
import broadsheet.runtime.ClientConfigs;
import broadsheet.runtime.Cluster;
import broadsheet.runtime.Health;
import broadsheet.runtime.ProcessMeters;
import broadsheet.runtime.StageService;
import broadsheet.runtime.StatusEndpoint;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The main job in one process: the three stages as they run anywhere, a producer before them, and a reader behind them
 * that knows when they have come to rest.
 */
final class Demo {

    /** If nothing moves for so long, nothing will. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Stages stages;
    private final PrintStream progress;
    private final AtomicBoolean interrupted;
    private final Optional<ConsoleSettings> shown;

    Demo(Stages stages, PrintStream progress) {
        this(stages, progress, new AtomicBoolean(), Optional.empty());
    }

    /**
     * One that can be interrupted.
     *
     * @param interrupted becomes true when somebody wants it to end with what is done
     * @param shown how the console is to show what comes out; empty for no console
     */
    Demo(Stages stages, PrintStream progress, AtomicBoolean interrupted, Optional<ConsoleSettings> shown) {
        this.shown = shown;
        this.stages = stages;
        this.progress = progress;
        this.interrupted = interrupted;
    }

    /** The page source is not to be read any further. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Creates the topics and starts the stages. */
    Running start() {
        return start(StageName.OF_PAGES);
    }

    /** The same with {@code fetch}. */
    Running startWithFetch() {
        return start(List.of(StageName.values()));
    }

    private Running start(List<StageName> names) {
        Cluster cluster = Cluster.connect(stages.runtime());
        cluster.ensureTopics();
        var meters = ProcessMeters.registry(stages.runtime());
        StatusEndpoint endpoint = StatusEndpoint.bind(stages.runtime());
        List<StageService> services = new ArrayList<>();
        for (StageName stage : names) {
            services.add(stages.start(stage, meters, endpoint));
        }
        Map<String, Supplier<Health>> parts = new TreeMap<>();
        services.forEach(service -> parts.put(service.stage().word(), service::health));
        Optional<Console> console = shown.map(settings -> Console.open(stages.runtime(), settings, endpoint, meters));
        console.ifPresent(open -> parts.put("console", open::health));
        return new Running(cluster, services, endpoint.open(parts, meters), console);
    }

    /** The stages at work. */
    final class Running implements AutoCloseable {

        private final Cluster cluster;
        private final List<StageService> services;
        private final StatusEndpoint endpoint;

        private final Optional<Console> console;

        private Running(
                Cluster cluster, List<StageService> services, StatusEndpoint endpoint, Optional<Console> console) {
            this.cluster = cluster;
            this.services = services;
            this.endpoint = endpoint;
            this.console = console;
        }

        /** Publishes everything and waits until it has come through; what is open then will stay so. */
        Balance process(PageSource source) throws InterruptedException {
            publish(source);
            return settle();
        }

        /**
         * Subscribes, and waits until everything has been asked for once and has come through.
         *
         * @return the ledger of the requests, to be said beside that of the pages
         */
        FetchBooks.Stand fetch(Map<String, Subscription> feeds) throws InterruptedException {
            Map<String, Optional<Subscription>> written = new TreeMap<>();
            feeds.forEach((url, feed) -> written.put(url, Optional.of(feed)));
            new Subscriptions(stages.runtime()).write(written);
            try (FetchBooks books = new FetchBooks(stages.runtime())) {
                FetchBooks.Stand stand = books.stand();
                Instant moved = Instant.now();
                while (!interrupted.get()
                        && (stand.open() > 0 || stand.waiting() > 0 || stand.requests() == 0)
                        && Duration.between(moved, Instant.now()).compareTo(PATIENCE) < 0) {
                    Thread.sleep(GLANCE.toMillis());
                    FetchBooks.Stand next = books.stand();
                    moved = next.equals(stand) ? moved : Instant.now();
                    stand = next;
                }
                progress.println(stand.line());
                return stand;
            }
        }

        /** Waits until all that was published has come through. */
        @SuppressWarnings("try") // Progress is told while it is open.
        Balance settle() throws InterruptedException {
            Backlog backlog = new Backlog(stages.runtime(), cluster);
            AtomicReference<String> soFar = new AtomicReference<>("");
            try (Books books = new Books(stages.runtime());
                    Progress telling = Progress.of(soFar::get)) {
                Balance balance = books.balance();
                Instant moved = Instant.now();
                boolean idle = backlog.work().isNone();
                while (!interrupted.get()
                        && !(balance.open() == 0 && idle)
                        && Duration.between(moved, Instant.now()).compareTo(PATIENCE) < 0) {
                    Thread.sleep(GLANCE.toMillis());
                    Balance next = books.balance();
                    idle = backlog.work().isNone();
                    if (idle && next.open() > 0) {
                        // Who writes in transactions, as fetch does, leaves offsets without a record.
                        next = books.sumAtRest();
                    }
                    moved = next.equals(balance) ? moved : Instant.now();
                    balance = next;
                    soFar.set(balance.counts() + " in-flight=" + balance.open());
                }
                return balance;
            }
        }

        private void publish(PageSource source) {
            Map<String, Object> config = ClientConfigs.producer(stages.runtime());
            try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
                PublishReport report = new Publisher(producer, stages.runtime().topics())
                        .publish(found -> source.read(next -> {
                            if (interrupted.get()) {
                                throw new Interrupted();
                            }
                            found.accept(next);
                        }));
                report.problems().forEach(progress::println);
                progress.println(report.summary());
            } catch (Interrupted enough) {
                progress.println("interrupted while pages were sent; what was sent is finished");
            }
        }

        /** Whether all stages take part in the work. */
        boolean isReady() {
            return services.stream().allMatch(service -> service.health().isReady());
        }

        /** Port of the health and metrics endpoint. */
        int statusPort() {
            return endpoint.port();
        }

        /** Goes on until the process is told to stop. The last line says where the console is, once it has everything. */
        void serve() {
            progress.println("running on " + stages.runtime().bootstrapServers() + ", health and metrics on http://"
                    + stages.runtime().httpHost() + ":" + endpoint.port() + ", Ctrl-C stops");
            try {
                awaitConsole();
                console.ifPresent(open -> progress.println(open.address() + "/"));
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                progress.println("stopping");
            }
        }

        private void awaitConsole() throws InterruptedException {
            Instant giveUp = Instant.now().plus(PATIENCE);
            while (console.filter(open -> open.health() == Health.REBALANCING).isPresent()
                    && Instant.now().isBefore(giveUp)) {
                Thread.sleep(GLANCE.toMillis());
            }
        }

        @Override
        public void close() {
            endpoint.close();
            console.ifPresent(Console::close);
            services.parallelStream().forEach(StageService::close);
            cluster.close();
        }
    }
}
