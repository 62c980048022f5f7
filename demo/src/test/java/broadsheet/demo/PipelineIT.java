package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the pipeline on a real broker")
class PipelineIT {

    private static PipelineInJvm pipeline;
    private static OutsideClient client;

    @BeforeAll
    static void start() throws IOException {
        pipeline = PipelineInJvm.start();
        client = pipeline.client();
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    private static final String[] WORDS =
            ("council harbour budget engineer winter contract neighbour bridge season vote"
                            + " market driver window ticket repair island school report timetable festival museum river"
                            + " bakery signal station garden library concrete paint visitor")
                    .split(" ");

    /** A page of its own for each topic, so that no two are copies of each other. */
    static String page(String headline, String topic) {
        Random random = new Random(topic.hashCode());
        StringBuilder html = new StringBuilder("<html lang=en><head><title>" + headline + "</title></head><body>"
                + "<nav><a href=/>Home</a> <a href=/world>World</a></nav><article><h1>" + headline + "</h1>");
        for (int paragraph = 0; paragraph < 4; paragraph++) {
            html.append("<p>The council of Port Selby spoke about the ").append(topic);
            for (int clause = 0; clause < 8; clause++) {
                html.append(", the ")
                        .append(WORDS[random.nextInt(WORDS.length)])
                        .append(" of the ")
                        .append(WORDS[random.nextInt(WORDS.length)]);
            }
            html.append(" and what it will cost.</p>");
        }
        return html + "</article><footer>About us</footer></body></html>";
    }

    @Test
    void turnsABarePageIntoAnArticle() {
        String origin = client.send(page("Ferry terminal to be rebuilt", "ferry terminal"), Map.of());
        JsonNode article = client.await(
                "news.published-articles",
                node -> node.path("headline").asText().equals("Ferry terminal to be rebuilt"));
        assertThat(article.path("body").asText()).contains("what it will cost").doesNotContain("About us", "Home");
        assertThat(article.path("version").path("number").asInt()).isEqualTo(1);
        assertThat(client.awaitOutcome(origin)).isEqualTo("PUBLISHED");
    }

    @Test
    void carriesTheFactsOfAPageToItsArticle() {
        client.send(
                page("Tram line gets new rails", "tram line"),
                Map.of(
                        "url", "https://courier.example/tram?utm_source=feed",
                        "content-type", "text/html; charset=utf-8",
                        "fetched-at", "2026-03-02T09:00:00Z",
                        "source", "The Example Courier"));
        JsonNode article = client.await(
                "news.published-articles",
                node -> node.path("headline").asText().equals("Tram line gets new rails"));
        assertThat(article.path("canonicalUrl").asText()).isEqualTo("https://courier.example/tram");
        assertThat(article.path("source").path("name").asText()).isEqualTo("The Example Courier");
        assertThat(article.path("source").path("domain").asText()).isEqualTo("courier.example");
        assertThat(article.path("fetchedAt").asText()).isEqualTo("2026-03-02T09:00:00Z");
    }

    @Test
    void publishesTheSamePageOnce() {
        Map<String, String> facts =
                Map.of("url", "https://courier.example/library", "fetched-at", "2026-03-02T09:00:00Z");
        String first = client.send(page("Library stays open late", "library"), facts);
        assertThat(client.awaitOutcome(first)).isEqualTo("PUBLISHED");
        String second = client.send(page("Library stays open late", "library"), facts);
        assertThat(client.awaitOutcome(second)).isEqualTo("UNCHANGED");
    }

    @Test
    void marksItsOutputAsACloudEventWithItsOrigin() {
        String origin = client.send(page("Market hall gets a roof", "market hall"), Map.of());
        assertThat(client.awaitOutcome(origin)).isEqualTo("PUBLISHED");
        var published = client.records("news.published-articles").stream()
                .filter(next -> next.value() != null
                        && OutsideClient.json(next.value())
                                .path("headline")
                                .asText()
                                .equals("Market hall gets a roof"))
                .findFirst()
                .orElseThrow();
        assertThat(header(published, "broadsheet-origin")).isEqualTo(origin);
        assertThat(header(published, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(published, "ce_type")).isNotBlank();
    }

    private static String header(ConsumerRecord<byte[], byte[]> published, String name) {
        return new String(published.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Ingest and enrich read takedowns as a table, where Kafka Streams can write no dead letter. */
    @Test
    void goesOnThoughATakedownCannotBeRead() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", pipeline.broker().bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("news.takedowns", "gazette.example", "no takedown"))
                    .get();
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.records("news.dead-letters").stream()
                        .anyMatch(letter -> new String(letter.value(), StandardCharsets.UTF_8).equals("no takedown")));
        String origin = client.send(page("Bridge opens to cyclists", "bridge"), Map.of());
        assertThat(client.awaitOutcome(origin)).isEqualTo("PUBLISHED");
    }

    @Test
    void answersForItsHealthAndCounts() throws IOException, InterruptedException {
        String origin = client.send("", Map.of());
        assertThat(client.awaitOutcome(origin)).startsWith("REJECTED");
        assertThat(get("/live").body()).contains("\"ingest\"");
        await().until(() -> get("/ready").statusCode() == 200);
        assertThat(get("/ready").body()).contains("\"sink\":\"RUNNING\"");
        assertThat(get("/metrics").body())
                .contains("broadsheet_outcomes_total{kind=\"REJECTED\"")
                .contains("records_lag");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + pipeline.stages().statusPort() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
