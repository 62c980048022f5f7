package broadsheet.runtime.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.runtime.records.LatencyMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what a process shows Prometheus")
class ExpositionTest {

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private void lag(String topic, double value) {
        Gauge.builder("kafka.consumer.fetch.manager.records.lag", () -> value)
                .description("The latest lag")
                .tag("topic", topic)
                .register(meters);
    }

    private List<String> lags() {
        return Exposition.of(meters.scrape())
                .lines()
                .filter(line -> line.startsWith("kafka"))
                .toList();
    }

    @Test
    void hasEachTopicUnderOneName() {
        meters.config().meterFilter(Exposition.oneNameOfEachTopic("news"));
        lag("news.articles", 3);
        lag("news_articles", 3);
        lag("news-sink-spread-repartition", 1);
        assertThat(lags())
                .containsExactlyInAnyOrder(
                        "kafka_consumer_fetch_manager_records_lag{topic=\"news.articles\"} 3.0",
                        "kafka_consumer_fetch_manager_records_lag{topic=\"news-sink-spread-repartition\"} 1.0");
    }

    @Test
    void hasEachTopicUnderOneNameWhateverIsInItsPrefix() {
        meters.config().meterFilter(Exposition.oneNameOfEachTopic("acme.eu_news"));
        for (String topic : List.of(
                "acme.eu_news.articles",
                "acme_eu_news_articles",
                "acme.eu_news-sink-changelog",
                "acme_eu_news-sink-changelog")) {
            lag(topic, 1);
        }
        assertThat(lags()).hasSize(2).noneMatch(line -> line.contains("acme_eu"));
    }

    @Test
    void hasNothingThatIsNotANumber() {
        lag("news.articles", Double.NaN);
        lag("news.raw-pages", 2);
        Gauge.builder("kafka.producer.request.latency.avg", () -> Double.NaN).register(meters);
        assertThat(Exposition.of(meters.scrape()))
                .doesNotContain("NaN", "latency")
                .contains(
                        "# HELP kafka_consumer_fetch_manager_records_lag The latest lag\n",
                        "# TYPE kafka_consumer_fetch_manager_records_lag gauge\n",
                        "{topic=\"news.raw-pages\"} 2.0\n");
    }

    @Test
    void hasALatencyInBuckets() {
        LatencyMeter.in(meters).record(Duration.ofSeconds(3));
        assertThat(Exposition.of(meters.scrape()))
                .contains(
                        "# TYPE broadsheet_publish_latency_seconds histogram",
                        "broadsheet_publish_latency_seconds_bucket{le=\"2.5\"} 0",
                        "broadsheet_publish_latency_seconds_bucket{le=\"5.0\"} 1",
                        "broadsheet_publish_latency_seconds_bucket{le=\"+Inf\"} 1");
    }
}
