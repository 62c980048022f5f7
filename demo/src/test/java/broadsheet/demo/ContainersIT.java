package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Skipped where there is no container engine. The image takes the jars that this build has packaged. */
@DisplayName("the Compose set-up")
@Testcontainers(disabledWithoutDocker = true)
class ContainersIT {

    private static final int PORT = EmbeddedBroker.freePort();
    private static final Duration START = Duration.ofMinutes(3);

    @Container
    private static final ComposeContainer COMPOSE = new ComposeContainer(
                    "broadsheet-it", new File("../docker-compose.yml"))
            .withEnv("BROADSHEET_KAFKA_PORT", Integer.toString(PORT))
            .withEnv("BROADSHEET_PARTITIONS", "2")
            .withBuild(true)
            .withPull(false)
            .waitingFor("ingest-1", Wait.forHealthcheck().withStartupTimeout(START))
            .waitingFor("enrich-1", Wait.forHealthcheck().withStartupTimeout(START))
            .waitingFor("sink-1", Wait.forHealthcheck().withStartupTimeout(START));

    @Test
    void turnsAPageIntoAnArticle() {
        assertThat(COMPOSE.getContainerByServiceName("sink-1")).isPresent();
        try (var client = new OutsideClient("localhost:" + PORT)) {
            String origin = client.send(
                    PipelineIT.page("Ferry terminal to be rebuilt", "ferry terminal"),
                    Map.of("url", "https://courier.example/ferry"));
            JsonNode article = client.await(
                    "news.published-articles",
                    node -> node.path("canonicalUrl").asText().equals("https://courier.example/ferry"));
            assertThat(article.path("headline").asText()).isEqualTo("Ferry terminal to be rebuilt");
            assertThat(client.awaitOutcome(origin)).isEqualTo("PUBLISHED");
        }
    }
}
