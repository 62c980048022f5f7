package broadsheet.demo;

import broadsheet.cli.Stages;
import broadsheet.model.StageName;
import broadsheet.runtime.settings.Settings;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * {@code docker compose up -d --scale ingest=2 --scale enrich=2 --scale sink=2}: while pages come in a sink is killed and
 * started again, and then the broker, and {@code broadsheet audit} in a sink's container says what came of it. With a
 * Prometheus on this machine, the alert for the sink is seen too. Skipped where there is no container engine.
 */
@DisplayName("the Compose set-up with two of each stage")
@Testcontainers(disabledWithoutDocker = true)
class ComposeFaults {

    private static final int PORT = EmbeddedBroker.freePort();
    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path RULES = Path.of("..", "ops", "prometheus", "alerts.yml");

    @Container
    private static final ComposeContainer COMPOSE = new ComposeContainer(
                    "broadsheet-faults", new File("../docker-compose.yml"))
            .withEnv("BROADSHEET_KAFKA_PORT", Integer.toString(PORT))
            .withBuild(true)
            .withPull(false)
            .withScaledService("ingest", 2)
            .withScaledService("enrich", 2)
            .withScaledService("sink", 2)
            .waitingFor("ingest-1", Wait.forHealthcheck().withStartupTimeout(START))
            .waitingFor("ingest-2", Wait.forHealthcheck().withStartupTimeout(START))
            .waitingFor("enrich-1", Wait.forHealthcheck().withStartupTimeout(START))
            .waitingFor("enrich-2", Wait.forHealthcheck().withStartupTimeout(START))
            .waitingFor("sink-1", Wait.forHealthcheck().withStartupTimeout(START))
            .waitingFor("sink-2", Wait.forHealthcheck().withStartupTimeout(START));

    @Test
    void accountsForEveryPageThoughASinkAndTheBrokerAreKilled() throws Exception {
        SteadyLoad load = SteadyLoad.of(Integer.getInteger("faults.pages", 600), Long.getLong("faults.seed", 20261124));
        Stages stages =
                Stages.read(Settings.of(Map.of("bootstrap-servers", "localhost:" + PORT), Map.of(), Optional.empty()));
        var sending = load.send(stages, Duration.ofMinutes(2));
        killASink();
        restartTheBroker();
        sending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        String books = Awaitility.await("everything has its outcome")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(5))
                .until(
                        () -> audit(),
                        said -> said.contains("inputs=" + load.pages().size() + " ")
                                && said.contains("unaccounted=0 double=0"));
        System.out.println(books.strip().lines().reduce((first, last) -> last).orElseThrow());
    }

    /** The runbook's words: {@code docker compose exec sink broadsheet audit}. */
    private static String audit() throws Exception {
        ExecResult said = service("sink-1").execInContainer("broadsheet", "audit");
        return said.getStdout() + said.getStderr();
    }

    private static void killASink() throws Exception {
        String sink = service("sink-2").getContainerId();
        Optional<Path> program = Prometheus.find();
        if (program.isEmpty()) {
            System.out.println("no Prometheus on the path, nor named by -Dprometheus: the alert was not looked for");
            docker().killContainerCmd(sink).exec();
            docker().startContainerCmd(sink).exec();
            return;
        }
        String rules = FasterRules.of(Files.readString(RULES)).text();
        Path directory = Files.createTempDirectory("broadsheet-compose-faults");
        try (Prometheus prometheus = Prometheus.start(program.get(), directory, rules, instances())) {
            prometheus.await("up{instance=\"sink-2\"} == 1", PATIENCE);
            Map<String, String> killed = Map.of("instance", "sink-2");
            prometheus.awaitQuiet("BroadsheetDown", killed, PATIENCE);
            Instant from = Instant.now();
            docker().killContainerCmd(sink).exec();
            var alert = prometheus.awaitAlert("BroadsheetDown", killed, PATIENCE);
            System.out.println("after " + Duration.between(from, Instant.now()).toSeconds() + " s: " + alert.summary());
            docker().startContainerCmd(sink).exec();
            prometheus.awaitQuiet("BroadsheetDown", killed, PATIENCE);
        }
    }

    /** The addresses that the containers have on the network of the project: the name of each service is all of its replicas. */
    private static Map<String, String> instances() {
        Map<String, String> instances = new TreeMap<>();
        for (StageName stage : StageName.OF_PAGES) {
            for (int number = 1; number <= 2; number++) {
                String name = stage.word() + "-" + number;
                ContainerNetwork network =
                        service(name).getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                                .findFirst()
                                .orElseThrow();
                instances.put(name, network.getIpAddress() + ":8080");
            }
        }
        return instances;
    }

    /** It is away until a stage says that it is. */
    private static void restartTheBroker() {
        String broker = service("broker-1").getContainerId();
        docker().killContainerCmd(broker).exec();
        Awaitility.await("the sink is cut off").atMost(PATIENCE).until(() -> !isReady("sink-1"));
        docker().startContainerCmd(broker).exec();
        Awaitility.await("the sink is ready again").atMost(PATIENCE).until(() -> isReady("sink-1"));
    }

    private static boolean isReady(String name) throws Exception {
        return service(name).execInContainer("/opt/broadsheet/ready").getExitCode() == 0;
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }

    private static ContainerState service(String name) {
        return COMPOSE.getContainerByServiceName(name).orElseThrow();
    }
}
