package broadsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.plan.Answers;
import broadsheet.model.FetchRequest.Kind;
import broadsheet.model.FetchRequest.Why;
import broadsheet.model.Subscription;
import broadsheet.runtime.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what is to come")
class ForecastTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final String FEED = "https://courier.example/feed";

    private final Forecast forecast =
            new Forecast(FetchSettings.read(Settings.of(Map.of(), Map.of(), Optional.empty()), 1));

    @Test
    void isANewSubscriptionAtOnce() {
        forecast.subscribed(FEED, Subscription.of(Subscription.Kind.FEED, NOW), NOW.minus(Duration.ofHours(1)));
        List<Forecast.Coming> coming = forecast.coming(NOW);
        assertThat(coming).hasSize(1);
        assertThat(coming.get(0).due()).isEqualTo(NOW);
        assertThat(coming.get(0).line()).isEqualTo("2026-11-30T08:00:00Z  feed  NEW  " + FEED);
    }

    @Test
    void isThePagesOfAFeedThatWasReadAndTheFeedAgain() {
        forecast.subscribed(FEED, Subscription.of(Subscription.Kind.FEED, NOW), NOW);
        forecast.answered(Answers.entries(NOW, 2, Duration.ofHours(1)), NOW);
        List<Forecast.Coming> coming = forecast.coming(NOW);
        assertThat(coming).hasSize(3);
        assertThat(coming.subList(0, 2))
                .allMatch(one ->
                        one.request().kind() == Kind.PAGE && one.request().why() == Why.ENTRY);
        assertThat(coming.get(2).due()).isAfter(NOW.plus(Duration.ofMinutes(4)));
        assertThat(coming.get(2).request().why()).isEqualTo(Why.DUE);
    }
}
