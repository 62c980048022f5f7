package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.FetchSettings;
import broadsheet.fetch.host.Fetcher;
import broadsheet.fetch.http.AddressRules;
import broadsheet.fetch.http.HttpWeb;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a page that was published and is gone, with withdraw-on-gone")
class GonePageIT {

    @Test
    void isTakenDownWithItsGround() throws Exception {
        try (PipelineInJvm pipeline = PipelineInJvm.start()) {
            Map<String, String> settings = Map.of(
                    "bootstrap-servers", pipeline.broker().bootstrapServers(),
                    "fetch-allow-private", "true",
                    "withdraw-on-gone", "true");
            Settings read = Settings.of(settings, Map.of(), Optional.empty());
            RuntimeSettings runtime = RuntimeSettings.read(read);
            FetchSettings fetch = FetchSettings.read(read, runtime.maxPageBytes());
            HttpWeb web = HttpWeb.open(AddressRules.any(), fetch.userAgent(), fetch.timeout(), fetch.hosts());
            try (MoodySite site = MoodySite.open(runtime)) {
                String url = site.url(1, "/gone");
                String origin = pipeline.client()
                        .send(PipelineIT.page("Ferry terminal to be rebuilt", "ferry terminal"), Map.of("url", url));
                assertThat(pipeline.client().awaitOutcome(origin)).isEqualTo("PUBLISHED");

                site.askAgain(url);
                var asking = Fetcher.start(runtime, fetch, web, new SimpleMeterRegistry(), broken -> {});
                try (asking) {
                    Awaitility.await("the article's withdrawal")
                            .atMost(Duration.ofMinutes(3))
                            .until(() -> pipeline.client().records("news.published-articles").stream()
                                    .anyMatch(published -> published.value() == null));
                }
                assertThat(pipeline.client().records("news.takedowns")).anySatisfy(takedown -> {
                    assertThat(takedown.key()).asString(StandardCharsets.UTF_8).isEqualTo(url);
                    assertThat(takedown.value())
                            .asString(StandardCharsets.UTF_8)
                            .contains("\"by\":\"fetch\"", "gone: 410 at " + url);
                });
            }
        }
    }
}
