package broadsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.plan.Answers;
import broadsheet.model.Facts;
import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Why;
import broadsheet.model.StageName;
import broadsheet.model.Subscription;
import broadsheet.model.Topics;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the planner, by a clock that is moved by hand")
class PlanTopologyTest {

    private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");
    private static final String FEED = "https://courier.example/feed";
    private static final Topics TOPICS = Topics.withPrefix("news");

    @TempDir
    private Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<String, Subscription> subscriptions;
    private TestInputTopic<String, Fetch> fetches;
    private TestOutputTopic<String, FetchRequest> requests;

    @BeforeEach
    void start() {
        Settings given = Settings.of(Map.of("state-dir", state.toString()), Map.of(), Optional.empty());
        RuntimeSettings runtime = RuntimeSettings.read(given);
        FetchSettings settings = FetchSettings.read(given, 1 << 20);
        Map<String, Object> config = StageConfig.streams(runtime, StageName.FETCH, new SimpleMeterRegistry());
        Properties properties = new Properties();
        properties.putAll(config);
        driver = new TopologyTestDriver(
                new PlanTopology(TOPICS, settings).build(new StreamsConfig(config)), properties, START);
        subscriptions = driver.createInputTopic(
                TOPICS.subscriptions().name(),
                TOPICS.subscriptions().keys().serializer(),
                TOPICS.subscriptions().values().serializer());
        fetches = driver.createInputTopic(
                TOPICS.fetches().name(),
                TOPICS.fetches().keys().serializer(),
                TOPICS.fetches().values().serializer());
        requests = driver.createOutputTopic(
                TOPICS.fetchRequests().name(),
                TOPICS.fetchRequests().keys().deserializer(),
                TOPICS.fetchRequests().values().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private void wait(Duration length) {
        driver.advanceWallClockTime(length);
    }

    private static Subscription feed() {
        return Subscription.of(Subscription.Kind.FEED, START);
    }

    @Test
    void asksForANewSubscriptionUnderItsHost() {
        subscriptions.pipeInput(FEED, feed());
        wait(Duration.ofSeconds(1));
        var request = requests.readKeyValue();
        assertThat(request.key).isEqualTo("courier.example");
        assertThat(request.value.url()).isEqualTo(FEED);
        assertThat(request.value.why()).isEqualTo(Why.NEW);
    }

    @Test
    void behaviour16SpreadsTheStartOfFiveThousandFeeds() {
        for (int i = 0; i < 5_000; i++) {
            subscriptions.pipeInput("https://s" + i + ".example/feed", feed());
        }
        int asked = 0;
        for (int second = 0; second < 250; second++) {
            wait(Duration.ofSeconds(1));
            int now = requests.readValuesToList().size();
            assertThat(now).isLessThanOrEqualTo(20);
            asked += now;
        }
        assertThat(asked).isEqualTo(5_000);
    }

    @Test
    void behaviour16AsksForNothingThatIsNotDue() {
        subscriptions.pipeInput(FEED, feed());
        wait(Duration.ofSeconds(1));
        requests.readValuesToList();
        fetches.pipeInput(FEED, Answers.entries(START, 0, Duration.ZERO));
        subscriptions.pipeInput(FEED, feed());
        wait(Duration.ofMinutes(4));
        assertThat(requests.isEmpty()).isTrue();
        wait(Duration.ofHours(25));
        assertThat(requests.readValuesToList()).hasSize(1);
    }

    @Test
    void asksAgainWhenAnAnswerHasBeenLost() {
        subscriptions.pipeInput(FEED, feed());
        wait(Duration.ofSeconds(1));
        requests.readValuesToList();
        wait(Duration.ofHours(6));
        assertThat(requests.isEmpty()).isTrue();
        wait(Duration.ofHours(2));
        assertThat(requests.readValuesToList()).hasSize(1);
    }

    @Test
    void asksOnceForAPageThatTwoFeedsName() {
        String other = "https://agency.example/feed";
        for (String feed : List.of(FEED, other)) {
            subscriptions.pipeInput(feed, feed());
            wait(Duration.ofSeconds(1));
            fetches.pipeInput(feed, Answers.entries(START, 2, Duration.ofHours(1)));
        }
        List<FetchRequest> pages = requests.readValuesToList().stream()
                .filter(request -> request.kind() == FetchRequest.Kind.PAGE)
                .toList();
        assertThat(pages)
                .extracting(FetchRequest::url)
                .containsExactlyInAnyOrder("https://courier.example/story0", "https://courier.example/story1");
        assertThat(pages.get(0).facts()).containsKeys(Facts.FEED_TITLE, Facts.FEED_PUBLISHED);
    }

    @Test
    void asksForNothingOfASubscriptionThatHasEnded() {
        subscriptions.pipeInput(FEED, feed());
        subscriptions.pipeInput(FEED, null);
        wait(Duration.ofHours(1));
        assertThat(requests.isEmpty()).isTrue();
    }

    @Test
    void namesEveryNodeAndStore() {
        Settings given = Settings.of(Map.of(), Map.of(), Optional.empty());
        RuntimeSettings runtime = RuntimeSettings.read(given);
        var topology = new PlanTopology(TOPICS, FetchSettings.read(given, 1))
                .build(new StreamsConfig(StageConfig.streams(runtime, StageName.FETCH, new SimpleMeterRegistry())));
        assertThat(topology.describe().toString()).doesNotContain("KSTREAM-", "KTABLE-");
    }
}
