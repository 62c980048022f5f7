package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.model.StageName;
import broadsheet.model.Topic;
import broadsheet.runtime.clients.ClientConfigs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Each alert is caused: on a broker, with stages and an audit as processes, under a trickle of pages, watched by a
 * Prometheus with the rules as they are shipped, but that time runs sixty times as fast. Before the cause the alert is
 * quiet, then it fires, and where the cause can end, it is quiet again. Run by {@code mvn verify -Pfaults}; without
 * Prometheus on this machine it is skipped.
 */
@DisplayName("what an alert is for")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlertFaults {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path RULES = Path.of("..", "ops", "prometheus", "alerts.yml");

    private static Path directory;
    private static boolean sinkHasADiskOfItsOwn;
    private static WatchedPipeline pipeline;
    private static Crawler crawler;
    private static MoodySite site;

    /** What makes an alert fire, or ends that. */
    private interface Deed {
        void run() throws Exception;
    }

    @BeforeAll
    static void watch() throws Exception {
        Optional<Path> program = Prometheus.find();
        assumeTrue(program.isPresent(), "skipped: no Prometheus on the path, nor named by -Dprometheus");
        directory = Files.createTempDirectory("broadsheet-alerts");
        Path state = WatchedPipeline.stateOf(directory, StageName.SINK);
        sinkHasADiskOfItsOwn =
                JavaProcess.run("mount", "-t", "tmpfs", "-o", "size=256m", "alerts", state.toString()) == 0;
        FasterRules rules = FasterRules.of(Files.readString(RULES));
        System.out.println(rules.changes() + " durations and thresholds made " + FasterRules.FACTOR + " times faster");
        pipeline = WatchedPipeline.start(directory, program.get(), rules.text());
        crawler = new Crawler(pipeline.client());
        site = MoodySite.open(pipeline.runtime());
        pipeline.await("broadsheet_audit_settled{kind=\"PUBLISHED\"} > 0");
    }

    @AfterAll
    static void stop() throws Exception {
        if (crawler != null) {
            crawler.close();
            site.close();
            pipeline.close();
        }
        if (sinkHasADiskOfItsOwn) {
            JavaProcess.run(
                    "umount",
                    "-l",
                    WatchedPipeline.stateOf(directory, StageName.SINK).toString());
        }
    }

    private static Prometheus.Firing causes(String alert, Map<String, String> labels, Deed cause) throws Exception {
        pipeline.awaitQuiet(alert, labels);
        Instant from = Instant.now();
        cause.run();
        var firing = pipeline.awaitAlert(alert, labels, PATIENCE);
        report(alert + " fires after", from);
        System.out.println("    " + firing.labels() + ": " + firing.summary());
        return firing;
    }

    private static void ends(String alert, Map<String, String> labels, Deed remedy) throws Exception {
        Instant from = Instant.now();
        remedy.run();
        pipeline.awaitQuiet(alert, labels);
        report(alert + " is quiet after", from);
    }

    private static void report(String what, Instant from) {
        System.out.printf(
                "%-40s %5.1f s%n", what, Duration.between(from, Instant.now()).toMillis() / 1000.0);
    }

    @BeforeEach
    void goOnAsUsual() {
        crawler.goOnAsUsual();
    }

    @Test
    @Order(1)
    void ofAUsualDayThereIsNone() throws Exception {
        pipeline.await("count_over_time(up{instance=\"ingest\"}[15m]) > 180");
        assertThat(pipeline.prometheus().samples("count_over_time(ALERTS{alertstate=\"firing\"}[70s])"))
                .isEmpty();
        // By now Kafka's clients show all that they have: what they know of each topic comes a minute after the start.
        for (StageName stage : StageName.OF_PAGES) {
            String shown = pipeline.stage(stage).answer("/metrics").replaceFirst("^200 ", "");
            assertThat(shown).contains("kafka_consumer_fetch_manager_records_lag{");
            assertThat(MetricsText.faults(shown)).as(stage.word()).isEmpty();
        }
    }

    private static Map<String, String> of(StageName stage) {
        return Map.of("instance", stage.word());
    }

    @Test
    void aStageThatIsKilledIsDown() throws Exception {
        var alert = causes(
                "BroadsheetDown",
                of(StageName.SINK),
                () -> pipeline.stage(StageName.SINK).kill());
        assertThat(alert.summary()).isEqualTo("sink does not answer");
        ends(
                "BroadsheetDown",
                of(StageName.SINK),
                () -> pipeline.stage(StageName.SINK).start());
    }

    @Test
    void aStageOfWhichNoInstanceIsLeftIsMissing() throws Exception {
        Map<String, String> enrich = Map.of("stage", StageName.ENRICH.word());
        var alert = causes("BroadsheetStageMissing", enrich, () -> pipeline.takeAway(StageName.ENRICH));
        assertThat(alert.summary()).isEqualTo("no enrich has been seen for 10 minutes");
        assertThat(pipeline.prometheus().samples("up{instance=\"enrich\"}"))
                .as("what BroadsheetDown looks at")
                .isEmpty();
        ends("BroadsheetStageMissing", enrich, () -> pipeline.bringBack(StageName.ENRICH));
    }

    @Test
    void aBrokerThatIsGoneIsAwayForEachStage() throws Exception {
        Map<String, String> sink = Map.of("stage", StageName.SINK.word());
        var alert = causes("BroadsheetBrokerAway", sink, () -> pipeline.broker().lose());
        assertThat(alert.summary()).startsWith("sink has not heard of its brokers for ");
        for (StageName stage : StageName.values()) {
            pipeline.awaitAlert("BroadsheetBrokerAway", of(stage), PATIENCE);
        }
        ends("BroadsheetBrokerAway", Map.of(), () -> pipeline.broker().bringBack());
        for (StageName stage : StageName.values()) {
            assertThat(pipeline.stage(stage).breakdowns()).as(stage.word()).isZero();
        }
    }

    @Test
    void aStageThatBreaksAgainAndAgainRestarts() throws Exception {
        causes("BroadsheetRestarts", of(StageName.SINK), () -> {
            String started = "process_start_time_seconds{instance=\"sink\"}";
            for (int restart = 0; restart < 3; restart++) {
                double before = pipeline.prometheus().samples(started).get(0).value();
                pipeline.stage(StageName.SINK).killAndRestart();
                pipeline.await(started + " != " + before);
            }
        });
    }

    @Test
    void aDiskThatFillsUpIsFull() throws Exception {
        assumeTrue(
                sinkHasADiskOfItsOwn,
                "skipped: a small file system of its own cannot be mounted here, which takes root");
        Path state = WatchedPipeline.stateOf(directory, StageName.SINK);
        Path filler = state.resolve("filler");
        var alert = causes("BroadsheetDiskFull", of(StageName.SINK), () -> {
            long free = state.toFile().getUsableSpace();
            long blocks = (free >> 20) - 13;
            JavaProcess.run("dd", "if=/dev/zero", "of=" + filler, "bs=1M", "count=" + blocks, "status=none");
        });
        assertThat(alert.summary()).containsPattern("sink: [45]\\.\\d+% of the disk under the state is free");
        ends("BroadsheetDiskFull", of(StageName.SINK), () -> Files.delete(filler));
    }

    @Test
    void recordsThatAreDeletedBeforeAStageAreUnaccountedFor() throws Exception {
        var articles = pipeline.topics().articles();
        causes("BroadsheetUnaccounted", Map.of(), () -> {
            pipeline.stage(StageName.ENRICH).stopInTime();
            pipeline.await("broadsheet_audit_backlog{stage=\"enrich\"} > 5");
            deleteAllOf(articles);
            pipeline.stage(StageName.ENRICH).start();
            pipeline.awaitUp("enrich");
        });
        ends("BroadsheetUnaccounted", Map.of(), () -> pipeline.auditAnew("--every=1", "--since=" + Instant.now()));
    }

    @Test
    void whatRetentionTakesFromIngestIsDeletedUnread() throws Exception {
        causes("BroadsheetDeletedUnread", Map.of(), () -> {
            pipeline.stage(StageName.INGEST).stopInTime();
            crawler.flood(50);
            deleteAllOf(pipeline.topics().rawPages());
            pipeline.stage(StageName.INGEST).start();
            pipeline.awaitUp("ingest");
        });
        ends("BroadsheetDeletedUnread", Map.of(), () -> pipeline.auditAnew("--every=1", "--since=" + Instant.now()));
    }

    /** What retention does, without the wait. */
    private static void deleteAllOf(Topic<?, ?> topic) {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        pipeline.ends(topic).forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
        pipeline.cluster().await(pipeline.cluster().admin().deleteRecords(all).all(), "delete records");
    }

    @Test
    void aTopicThatIsDeletedIsGoneAndThenMadeAnew() throws Exception {
        // One on which nothing is written while nobody asks for a takedown.
        String topic = pipeline.topics().receipts().name();
        Map<String, String> named = Map.of("topic", topic);
        var gone = causes(
                "BroadsheetTopicGone",
                named,
                () -> pipeline.cluster()
                        .await(
                                pipeline.cluster()
                                        .admin()
                                        .deleteTopics(List.of(topic))
                                        .all(),
                                "delete " + topic));
        assertThat(gone.summary()).isEqualTo("topic " + topic + " was deleted");
        causes("BroadsheetTopicMadeAnew", named, () -> pipeline.cluster().ensureTopics());
        ends("BroadsheetTopicGone", named, () -> {});
        ends("BroadsheetTopicMadeAnew", named, () -> {
            for (StageName stage : StageName.values()) {
                pipeline.stage(stage).killAndRestart();
            }
            pipeline.auditAnew("--every=1");
        });
    }

    @Test
    void aStageThatIsSetBackSpeaksTwice() throws Exception {
        var raw = pipeline.topics().rawPages();
        causes("BroadsheetDouble", Map.of(), () -> {
            pipeline.stage(StageName.INGEST).stopInTime();
            Map<TopicPartition, OffsetAndMetadata> back = new HashMap<>();
            pipeline.ends(raw)
                    .forEach((partition, end) -> back.put(partition, new OffsetAndMetadata(Math.max(0, end - 10))));
            pipeline.cluster()
                    .await(
                            pipeline.cluster()
                                    .admin()
                                    .alterConsumerGroupOffsets("news-ingest", back)
                                    .all(),
                            "set back");
            pipeline.stage(StageName.INGEST).start();
        });
        ends("BroadsheetDouble", Map.of(), () -> {
            pipeline.awaitUp("ingest");
            pipeline.auditAnew("--every=1", "--since=" + Instant.now());
        });
    }

    @Test
    void anAuditThatIsStoppedIsStale() throws Exception {
        var audit = pipeline.instance(WatchedPipeline.AUDIT);
        causes("BroadsheetAuditStale", Map.of(), () -> audit.signal("STOP"));
        ends("BroadsheetAuditStale", Map.of(), () -> audit.signal("CONT"));
    }

    @Test
    void anAuditThatRarelyLooksIsStale() throws Exception {
        // The alert with an instance is not the one that there is for a moment while no audit runs.
        causes("BroadsheetAuditStale", Map.of("instance", "audit"), () -> pipeline.auditAnew("--every=3600"));
        ends("BroadsheetAuditStale", Map.of(), () -> pipeline.auditAnew("--every=1"));
    }

    @Test
    void aRecordThatIsNotOursIsADeadLetter() throws Exception {
        causes("BroadsheetDeadLetters", Map.of(), () -> {
            Map<String, Object> config = ClientConfigs.producer(pipeline.runtime());
            try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(
                                pipeline.topics().articles().name(), "no article".getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        });
        ends("BroadsheetDeadLetters", Map.of(), () -> {});
    }

    @Test
    void aRecordThatTakesTooLongIsAnError() throws Exception {
        causes("BroadsheetErrors", of(StageName.INGEST), () -> {
            crawler.pause();
            // Shorter than it takes to read a book, by a process that has read nothing yet.
            pipeline.stageAnew(StageName.INGEST, Map.of("record-time", "50ms"));
            pipeline.await("broadsheet_errors_total{instance=\"ingest\"} == 0");
            assertThat(pipeline.client().awaitOutcome(crawler.everything())).isEqualTo("DEAD_LETTERED TookTooLong");
        });
        ends("BroadsheetErrors", Map.of(), () -> pipeline.stageAnew(StageName.INGEST, Map.of()));
    }

    @Test
    void moreThanAStageCanDoIsALag() throws Exception {
        var enrich = Map.of("stage", "enrich");
        causes("BroadsheetLag", enrich, () -> {
            pipeline.stage(StageName.ENRICH).stopInTime();
            crawler.flood(1_500);
            crawler.pause();
        });
        pipeline.await("delta(broadsheet_audit_backlog{stage=\"enrich\"}[20s]) == 0");
        assertThat(pipeline.firing("BroadsheetLag", enrich))
                .as("what stands still is behind, too")
                .isPresent();
        ends("BroadsheetLag", enrich, () -> pipeline.stage(StageName.ENRICH).start());
    }

    @Test
    void aSourceThatAnswersWithErrorsIsRejected() throws Exception {
        pipeline.await("sum(increase(broadsheet_outcomes_total{stage=\"ingest\"}[6m] offset 30s)) > 100");
        causes("BroadsheetRejections", Map.of("reason", "ERROR_PAGE"), crawler::meetErrors);
        ends("BroadsheetRejections", Map.of(), crawler::goOnAsUsual);
    }

    @Test
    void aHostThatWantsToBeLeftAloneIsBackingOff() throws Exception {
        causes(
                "BroadsheetHostBackingOff",
                of(StageName.FETCH),
                () -> site.ask(site.url(1, "/busy"), List.of(), 1, PATIENCE));
        ends("BroadsheetHostBackingOff", of(StageName.FETCH), () -> {});
    }

    @Test
    void aFeedThatIsGoneIsDead() throws Exception {
        causes("BroadsheetFeedDead", Map.of(), () -> site.ask(site.url(2, "/gone"), List.of(), 1, PATIENCE));
        ends("BroadsheetFeedDead", Map.of(), () -> {});
    }

    @Test
    void aFeedOfWhichNothingIsKnownAnyMoreHasLostEntries() throws Exception {
        causes(
                "BroadsheetEntriesLost",
                of(StageName.FETCH),
                () -> site.ask(site.url(3, "/feed"), List.of("0123456789abcdef"), 1, PATIENCE));
        ends("BroadsheetEntriesLost", of(StageName.FETCH), () -> {});
    }

    @Test
    void moreThanAHostCanAnswerIsALagOfFetch() throws Exception {
        // What has waited too long is let go of at once, so that it ends.
        Duration patience = Duration.ofSeconds(80);
        causes("BroadsheetFetchLag", of(StageName.FETCH), () -> {
            site.ask(site.url(4, "/slow"), List.of(), 1_500, patience);
            site.ask(site.url(5, "/slow"), List.of(), 30, patience);
        });
        ends("BroadsheetFetchLag", of(StageName.FETCH), () -> {});
    }

    @Test
    void aProducerThatStopsIsSilence() throws Exception {
        causes("BroadsheetSilence", Map.of(), crawler::pause);
        ends("BroadsheetSilence", Map.of(), crawler::goOnAsUsual);
    }

    @Test
    void aProducerThatStopsIsSilenceThoughIngestIsStartedAnew() throws Exception {
        causes("BroadsheetSilence", Map.of(), () -> {
            crawler.pause();
            pipeline.stage(StageName.INGEST).killAndRestart();
        });
        ends("BroadsheetSilence", Map.of(), crawler::goOnAsUsual);
    }

    @Test
    void aSourceThatUsedToComeEveryFourHoursIsSilent() throws Exception {
        Map<String, String> source = Map.of("source", "herald.example");
        causes("BroadsheetSourceSilent", source, () -> {
            Instant first = Instant.now().minus(Duration.ofDays(6));
            for (int number = 0; number < 24; number++) {
                crawler.herald(first.plus(Duration.ofHours(4L * number)));
            }
        });
        ends("BroadsheetSourceSilent", source, () -> crawler.herald(Instant.now()));
    }

    @Test
    void aLanguageOfWhichTheUsualDoesNotComeHasFallen() throws Exception {
        Map<String, String> french = Map.of("language", "fr");
        causes("BroadsheetLanguageFallen", french, () -> {
            for (int day = 5; day > 0; day--) {
                for (int number = 0; number < 25; number++) {
                    crawler.french(Instant.now().minus(Duration.ofDays(day)).minus(Duration.ofHours(2)));
                }
            }
        });
        ends("BroadsheetLanguageFallen", french, () -> {
            for (int number = 0; number < 25; number++) {
                crawler.french(Instant.now().minus(Duration.ofHours(2)));
            }
        });
    }
}
