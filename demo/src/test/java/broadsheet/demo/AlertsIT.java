package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import broadsheet.cli.Stages;
import broadsheet.ledger.Audit;
import broadsheet.ledger.AuditMeters;
import broadsheet.ledger.Balance;
import broadsheet.ledger.Silence;
import broadsheet.model.StageName;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.endpoint.ProcessMeters;
import broadsheet.runtime.endpoint.StatusEndpoint;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * That each alert fires when its cause is there is tested with promtool, and with real causes in {@link AlertFaults};
 * here, that it looks at what is there.
 */
@DisplayName("the alerts")
class AlertsIT {

    private static final Pattern METRIC = Pattern.compile("\\b(?:broadsheet|disk|process|jvm)_[a-z_]+");
    private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");

    private static PipelineInJvm pipeline;
    private static String metrics = "";
    private static String ofStages = "";
    private static Audit.Report report;

    @BeforeAll
    static void showEverything() throws IOException, InterruptedException {
        pipeline = PipelineInJvm.start();
        String origin = pipeline.client().send("", Map.of());
        assertThat(pipeline.client().awaitOutcome(origin)).isEqualTo("REJECTED EMPTY");
        RuntimeSettings settings = settings();
        var audited = ProcessMeters.registry(settings);
        try (Cluster cluster = Cluster.connect(settings);
                Audit audit = new Audit(settings, cluster, Optional.empty())) {
            report = audit.report();
            new AuditMeters(audited).show(withSilence(report), Instant.now());
        }
        URI uri = URI.create("http://127.0.0.1:" + pipeline.stages().statusPort() + "/metrics");
        ofStages = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
        metrics = audited.scrape() + ofFetch() + ofStages;
    }

    private static RuntimeSettings settings() {
        return stages(Map.of()).runtime();
    }

    private static Stages stages(Map<String, String> others) {
        Map<String, String> settings = new TreeMap<>(others);
        settings.put("bootstrap-servers", pipeline.broker().bootstrapServers());
        return Stages.read(Settings.of(settings, Map.of(), Optional.empty()));
    }

    /** What fetch shows from the start; it is asked to fetch nothing. */
    private static String ofFetch() throws IOException {
        String state = Files.createTempDirectory("broadsheet-alerts-fetch").toString();
        Stages stages = stages(Map.of("state-dir", state, "http-port", "0"));
        var meters = ProcessMeters.registry(stages.runtime());
        try (StatusEndpoint endpoint = StatusEndpoint.bind(stages.runtime());
                StageService fetch = stages.start(StageName.FETCH, meters, endpoint)) {
            endpoint.open(fetch.part(), meters);
            return meters.scrape();
        }
    }

    /** The series of what is silent are there only while something is. */
    private static Audit.Report withSilence(Audit.Report report) {
        var silent = new Silence.Silent(
                "courier.example", Instant.EPOCH, Duration.ofHours(26), Duration.ofHours(12), 24, "");
        return new Audit.Report(
                report.balance(),
                report.partitions(),
                report.backlog(),
                report.inFlight(),
                report.unaccounted(),
                report.deleted(),
                report.overtaken(),
                report.deadLetters(),
                new Silence.Report(1, 1, List.of(silent), List.of(new Silence.Fallen("fr", 3, 60))));
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    private static Set<String> all(Pattern pattern, String file, int group) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(Path.of("..", file)));
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }

    private static boolean isShown(String metric) {
        return Pattern.compile("(?m)^" + metric + "[{ ]").matcher(metrics).find();
    }

    @Test
    void lookAtMetricsThatAProcessShows() throws IOException {
        assertThat(all(METRIC, "ops/prometheus/alerts.yml", 0))
                .hasSizeGreaterThan(6)
                .allMatch(AlertsIT::isShown);
    }

    @Test
    void lookAtSeriesThatAreThereOnceAndSaySomething() {
        assertThat(ofStages)
                .contains("client_id=\"news-sink-StreamThread-1-consumer\"")
                .contains("broadsheet_publish_latency_seconds_bucket{le=\"+Inf\"}");
        assertThat(MetricsText.faults(ofStages)).isEmpty();
    }

    @Test
    void areNamedInTheRunbook() throws IOException {
        String runbook = Files.readString(Path.of("..", "docs/runbook.md"));
        assertThat(all(ALERT, "ops/prometheus/alerts.yml", 1))
                .hasSizeGreaterThan(8)
                .allMatch(alert -> runbook.contains("| `" + alert + "` |"));
    }

    @Test
    void haveEachATestThatCausesThem() throws IOException {
        String tests = Files.readString(Path.of("..", "ops/prometheus/alerts-test.yml"));
        String faults = Files.readString(Path.of("src/test/java/broadsheet/demo/AlertFaults.java"));
        assertThat(all(ALERT, "ops/prometheus/alerts.yml", 1))
                .allMatch(alert -> Pattern.compile("causes\\(\\s*\"" + alert + "\"")
                        .matcher(faults)
                        .find());
        assertThat(all(ALERT, "ops/prometheus/alerts.yml", 1))
                .allMatch(alert -> Pattern.compile(
                                "- alertname: " + alert + "\\s+eval_time: \\w+\\s+exp_alerts:\\s+- exp_labels")
                        .matcher(tests)
                        .find());
    }

    @Test
    void haveADashboardOfMetricsThatAProcessShows() throws IOException {
        assertThat(all(METRIC, "ops/grafana/dashboards/broadsheet.json", 0))
                .hasSizeGreaterThan(6)
                .allMatch(AlertsIT::isShown);
    }

    @Test
    void restOnAnAuditThatAddsUpInEachPartition() {
        assertThat(report.isClean()).isTrue();
        assertThat(report.balance().rejections()).containsEntry("EMPTY", 1L);
        assertThat(report.partitions().values().stream()
                        .mapToLong(Balance::inputs)
                        .sum())
                .isEqualTo(report.balance().inputs());
    }

    @Test
    void takeASourceOffTheListWhenItComesAgain() {
        var registry = ProcessMeters.registry(settings());
        var meters = new AuditMeters(registry);
        meters.show(withSilence(report), Instant.now());
        assertThat(registry.scrape())
                .contains("broadsheet_audit_source_silent_seconds{feed=\"\",source=\"courier.example\"}");
        meters.show(report, Instant.now());
        assertThat(registry.scrape()).doesNotContain("courier.example").contains("broadsheet_audit_sources_silent 0");
    }

    @Test
    void nameASourceThatUsedToComeEveryFourHoursAndDoesNoMore() {
        Instant first = Instant.now().minus(Duration.ofDays(7));
        String last = "";
        for (int i = 0; i < 24; i++) {
            last = pipeline.client()
                    .send(
                            PipelineIT.page("Ferry runs for the " + i + " time", "ferry " + i),
                            Map.of("url", "https://herald.example/ferry-" + i),
                            first.plus(Duration.ofHours(4L * i)));
        }
        assertThat(pipeline.client().awaitOutcome(last)).isEqualTo("PUBLISHED");
        // An outcome is seen a moment before the stage's place is: until then something lies before the stage.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Printed audit = Printed.of(
                    "audit", "--bootstrap-servers=" + pipeline.broker().bootstrapServers());
            assertThat(audit.said())
                    .containsPattern(
                            "silent   herald.example +for 7[56] h; its longest pause was 3 h, usual are 6\\.\\d a day");
            assertThat(audit.code()).isZero();
        });
    }

    @Test
    void sayNothingOfWhatWasBeforeTheTimeThatWasAskedFor() {
        String at = "--bootstrap-servers=" + pipeline.broker().bootstrapServers();
        assertThat(Printed.of("audit", at, "--since=1h").said()).containsPattern("inputs=[1-9]");
        assertThat(Printed.of("audit", at, "--since=2999-01-01T00:00:00Z").said())
                .contains("inputs=0 ");
    }
}
