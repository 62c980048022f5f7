package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.Stages;
import broadsheet.demo.Captured.Capture;
import broadsheet.ledger.Balance;
import broadsheet.publish.PageSources;
import broadsheet.runtime.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a broker that speaks TLS and asks for a login")
class EncryptedBrokerIT {

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final String PASSWORD = "swordfish-0815";

    private static Certificates certificates;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("broadsheet-it");
        certificates = Certificates.make(directory);
        Map<String, String> config = new HashMap<>(certificates.ofBroker());
        config.put("listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT");
        config.put("inter.broker.listener.name", "PLAINTEXT");
        config.put("sasl.enabled.mechanisms", "PLAIN");
        config.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        // The broker is its own client when it ends transactions.
        config.put(
                "listener.name.plaintext.plain.sasl.jaas.config",
                LOGIN + " username=\"news\" password=\"" + PASSWORD + "\" user_news=\"" + PASSWORD + "\";");
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0, config);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static Map<String, String> settings(String truststore, String password) {
        return Map.of(
                "bootstrap-servers",
                broker.bootstrapServers(),
                "kafka.security.protocol",
                "SASL_SSL",
                "kafka.ssl.truststore.location",
                truststore,
                "kafka.ssl.truststore.password",
                Certificates.PASSWORD,
                "kafka.sasl.mechanism",
                "PLAIN",
                "kafka.sasl.jaas.config",
                LOGIN + " username=\"news\" password=\"" + password + "\";");
    }

    private static Ending run(String command, Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of(command));
        settings.forEach((name, value) -> arguments.add("--set=" + name + "=" + value));
        return Ending.of(arguments.toArray(String[]::new));
    }

    @Test
    void servesThePipelineByConfigurationAloneAndNoSecretGetsOut(@TempDir Path pages) throws Exception {
        Files.writeString(pages.resolve("ferry.html"), PipelineIT.page("Ferry is back", "ferry"));
        Path state = Files.createTempDirectory("broadsheet-it");
        Map<String, String> all = new HashMap<>(settings(certificates.store("trusted"), PASSWORD));
        all.putAll(new Workspace(state).settings());
        String metrics;
        Balance balance;
        String logged;
        // At INFO Kafka's clients print their whole configuration.
        try (Capture capture = Captured.atInfo()) {
            Stages stages = Stages.read(Settings.of(all, Map.of(), Optional.empty()));
            try (Demo.Running running = new Demo(stages, System.err).start()) {
                balance = running.process(PageSources.open(pages.toString()));
                metrics = metrics(running.statusPort());
            }
            logged = capture.text();
        }
        assertThat(balance.line())
                .isEqualTo("inputs=1 published=1 copies=0 revised=0 unchanged=0 rejected=0 dead-letters=0"
                        + " unaccounted=0");
        assertThat(logged).contains("sasl.jaas.config = [hidden]").doesNotContain(PASSWORD, Certificates.PASSWORD);
        assertThat(metrics).contains("broadsheet_outcomes_total").doesNotContain(PASSWORD, Certificates.PASSWORD);
        assertThat(run("audit", all)).isEqualTo(new Ending(0, ""));
    }

    private static String metrics(int port) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "sink", "topics", "audit"})
    void refusesAWrongPasswordInOneLineThatDoesNotNameIt(String command) {
        assertThat(run(command, settings(certificates.store("trusted"), "wrong-one")))
                .isEqualTo(new Ending(
                        1,
                        "broadsheet: the broker at " + broker.bootstrapServers()
                                + " refuses the login: Authentication failed: Invalid username or password"
                                + System.lineSeparator()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "sink", "audit"})
    void isNotTrustedWithoutItsCertificateAsOneLineSays(String command) {
        assertOneLine(
                run(command, settings(certificates.store("untrusted"), PASSWORD)),
                "broadsheet: no TLS connection to " + broker.bootstrapServers()
                        + ": unable to find valid certification path");
    }

    @Test
    void isOutOfReachWithATruststoreThatIsNotThereAsOneLineSays() {
        assertOneLine(
                run("ingest", settings("/nowhere.p12", PASSWORD)),
                "broadsheet: cannot connect to " + broker.bootstrapServers() + ": /nowhere.p12");
    }

    @Test
    void refusesALoginThatIsWrittenWrongWithoutSayingWhatIsInIt() {
        Map<String, String> all = new HashMap<>(settings(certificates.store("trusted"), PASSWORD));
        all.put("kafka.sasl.jaas.config", LOGIN + " username=news password=two words;");
        Ending ending = run("ingest", all);
        assertOneLine(ending, "broadsheet: cannot connect to " + broker.bootstrapServers() + ": ");
        assertThat(ending.said()).contains("sasl.jaas.config").doesNotContain("two", "words");
    }

    private static void assertOneLine(Ending ending, String start) {
        assertThat(ending.code()).isEqualTo(1);
        assertThat(ending.said())
                .startsWith(start)
                .doesNotContain(PASSWORD, Certificates.PASSWORD)
                .hasLineCount(1);
    }
}
