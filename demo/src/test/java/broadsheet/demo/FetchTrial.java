package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.Stages;
import broadsheet.cli.Subscriptions;
import broadsheet.ledger.FetchBooks;
import broadsheet.model.StageName;
import broadsheet.model.Subscription;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/**
 * Instances of {@code fetch} as processes on a broker, before hosts that write down how they are asked: what is killed, and
 * what must hold all the same.
 */
final class FetchTrial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A transaction is given so long: what was answered before that is written, or was asked for by one that is undone. */
    /** After so long at most the group has noticed that an instance is gone, or back, and the others' shifts have ended. */
    private static final Duration UNNOTICED = Duration.ofSeconds(12);

    private static final Duration UNWRITTEN = Duration.ofSeconds(15);

    private final Path directory;
    private final EmbeddedBroker broker;
    private final WatchedHosts hosts;
    private final Random random;
    private final RuntimeSettings runtime;
    private final List<SupervisedStage> running = new ArrayList<>();
    private final List<End> ends = new ArrayList<>();
    private int started;

    /**
     * An instance was made to end, at some moment between two.
     *
     * @param from when it was told to
     * @param to when it had ended
     */
    private record End(Instant from, Instant to) {

        /** Whether what was asked for then may not have been written, by the instance itself or by one that it made share anew. */
        boolean mayHaveCutOff(WatchedHosts.Asked asked) {
            return !to.plus(UNNOTICED).isBefore(asked.began())
                    && from.isBefore(asked.ended().plus(UNWRITTEN));
        }
    }

    FetchTrial(Path directory, WatchedHosts hosts, long seed) throws IOException {
        this.directory = directory;
        this.hosts = hosts;
        this.random = new Random(seed);
        this.broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of());
        this.runtime = Stages.read(Settings.of(settings("test"), Map.of(), Optional.empty()))
                .runtime();
        try (Cluster cluster = Cluster.connect(runtime)) {
            cluster.ensureTopics();
        }
        Map<String, Optional<Subscription>> feeds = new LinkedHashMap<>();
        hosts.feeds()
                .forEach(url -> feeds.put(url, Optional.of(Subscription.of(Subscription.Kind.FEED, Instant.now()))));
        new Subscriptions(runtime).write(feeds);
    }

    private Map<String, String> settings(String instance) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("bootstrap-servers", broker.bootstrapServers());
        settings.put("partitions", "6");
        settings.put("replication", "1");
        settings.put("http-port", "0");
        settings.put("fetch-allow-private", "true");
        settings.put("state-dir", directory.resolve("state-" + instance).toString());
        // What a killed instance worked on is taken over after six seconds, the least that the broker allows.
        settings.put("kafka.consumer.session.timeout.ms", "6000");
        settings.put("kafka.consumer.heartbeat.interval.ms", "1500");
        return settings;
    }

    /** Starts so many more. */
    void start(int instances) {
        for (int i = 0; i < instances; i++) {
            String name = "fetch-" + started++;
            running.add(new SupervisedStage(
                            List.of(StageName.FETCH.word()), "256m", directory.resolve(name + ".log"), settings(name))
                    .start());
        }
    }

    /** Stops all but so many in time. */
    void leave(int instances) {
        while (running.size() > instances) {
            end(running.remove(running.size() - 1)::stopInTime);
        }
    }

    /** kill -9 of one of them, again and again, each after so many more requests have come; it is started again at once. */
    void kill(int times, int requests) {
        for (int i = 0; i < times && !isDone(); i++) {
            int before = hosts.log().size();
            int more = 1 + random.nextInt(requests);
            Awaitility.await("more requests")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> hosts.log().size() >= before + more || isDone());
            SupervisedStage one = running.get(random.nextInt(running.size()));
            end(one::kill);
            one.start();
        }
    }

    private void end(Runnable deed) {
        Instant from = Instant.now();
        deed.run();
        ends.add(new End(from, Instant.now()));
    }

    private boolean isDone() {
        return hosts.log().stream()
                        .map(asked -> asked.host() + asked.path())
                        .filter(name -> name.contains("/story-"))
                        .distinct()
                        .count()
                == hosts.pages().size();
    }

    /** How many instances were made to end. */
    int ends() {
        return ends.size();
    }

    int breakdowns() {
        return running.stream().mapToInt(SupervisedStage::breakdowns).sum();
    }

    /** Waits until each page was fetched and the fetch ledger adds up. */
    FetchBooks.Stand awaitRest() {
        try (FetchBooks books = new FetchBooks(runtime)) {
            var stand = new FetchBooks.Stand[1];
            Awaitility.await("everything to be fetched")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        stand[0] = books.stand();
                        return isDone() && stand[0].open() == 0 && stand[0].waiting() == 0;
                    });
            return stand[0];
        }
    }

    /** Each page is on the raw topic, once. */
    void checkThatEachPageIsThereOnce() {
        Map<String, Integer> raw = new HashMap<>();
        try (var reader = new TopicReader<>(runtime, runtime.topics().rawPages())) {
            reader.drain(page -> raw.merge(new String(page.key(), StandardCharsets.UTF_8), 1, Integer::sum));
        }
        assertThat(raw.keySet()).containsExactlyInAnyOrderElementsOf(hosts.pages());
        assertThat(raw.values()).containsOnly(1);
    }

    /**
     * Whatever was asked for twice was on its way, or not yet written, when an instance ended; returns how much that was. What
     * was written was not asked for again: then its request would have two lines in the fetch ledger, or there would be more
     * requests than feeds and pages.
     */
    int checkThatOnlyWhatWasOutWasAskedForAgain(FetchBooks.Stand stand) {
        assertThat(stand.doubles()).isZero();
        assertThat(stand.requests())
                .isEqualTo(hosts.feeds().size() + hosts.pages().size());
        Map<String, WatchedHosts.Asked> first = new HashMap<>();
        int again = 0;
        for (WatchedHosts.Asked asked : hosts.log()) {
            var before = Optional.ofNullable(first.put(asked.host() + asked.path(), asked));
            if (before.isPresent()) {
                again++;
                assertThat(ends)
                        .as("%s, again at %s", before.get(), asked.began())
                        .anyMatch(end -> end.mayHaveCutOff(before.get()));
            }
        }
        return again;
    }

    @Override
    public void close() {
        running.forEach(SupervisedStage::close);
        broker.close();
    }
}
