package broadsheet.demo;

import broadsheet.cli.Stages;
import broadsheet.cli.Subscriptions;
import broadsheet.console.Console;
import broadsheet.console.ConsoleSettings;
import broadsheet.ledger.Balance;
import broadsheet.ledger.FetchBooks;
import broadsheet.model.StageName;
import broadsheet.model.Subscription;
import broadsheet.publish.PageSource;
import broadsheet.publish.PublishReport;
import broadsheet.publish.Publisher;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.endpoint.ProcessMeters;
import broadsheet.runtime.endpoint.StatusEndpoint;
import broadsheet.runtime.health.Health;
import broadsheet.runtime.stage.StageService;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The main job in one process: the three stages as they run anywhere, a producer before them, and a reader behind them
 * that knows when they have come to rest.
 */
final class Demo {

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
        private final Rest rest;

        private Running(
                Cluster cluster, List<StageService> services, StatusEndpoint endpoint, Optional<Console> console) {
            this.cluster = cluster;
            this.services = services;
            this.endpoint = endpoint;
            this.console = console;
            rest = new Rest(stages.runtime(), cluster, interrupted);
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
            FetchBooks.Stand stand = rest.ofRequests();
            progress.println(stand.line());
            return stand;
        }

        /** Waits until all that was published has come through. */
        Balance settle() throws InterruptedException {
            return rest.ofPages();
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
            Instant giveUp = Instant.now().plus(Rest.PATIENCE);
            while (console.filter(open -> open.health() == Health.REBALANCING).isPresent()
                    && Instant.now().isBefore(giveUp)) {
                Thread.sleep(Rest.GLANCE.toMillis());
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
