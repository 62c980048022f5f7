package broadsheet.fetch.robots;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.HostState.Robots;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("robots")
class RobotsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final URI STORY = URI.create("https://courier.example/private/story");

    private final RobotsGate gate = new RobotsGate("broadsheet");

    private RobotsGate.Rules rules(int status, String text) {
        return gate.rules(Robots.answered(NOW, status, text));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void behaviour14AreFreeWhereThereIsNoRobotsTxt(int status) {
        assertThat(rules(status, "").allow(STORY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 0, 429})
    void behaviour14StayOutWhereTheSiteIsInTrouble(int status) {
        assertThat(rules(status, "").allow(STORY)).isFalse();
    }

    @Test
    void behaviour13AreGroupedByTheirName() {
        String text = "User-agent: *\nDisallow: /\n\nUser-agent: Broadsheet\nDisallow: /private\n";
        assertThat(rules(200, text).allow(URI.create("https://courier.example/news")))
                .isTrue();
        assertThat(rules(200, text).allow(STORY)).isFalse();
        assertThat(rules(200, "User-agent: broadsheetx\nDisallow: /\n").allow(STORY))
                .isTrue();
    }

    @Test
    void behaviour14GoByTheLongestRule() {
        String text = "User-agent: *\nDisallow: /private\nAllow: /private/story$\n";
        assertThat(rules(200, text).allow(STORY)).isTrue();
        assertThat(rules(200, text).allow(URI.create("https://courier.example/private/other")))
                .isFalse();
    }

    @Test
    void behaviour14WaitAsLongAsCrawlDelaySaysButNotForEver() {
        assertThat(rules(200, "User-agent: *\nCrawl-delay: 10\n").delay()).contains(Duration.ofSeconds(10));
        assertThat(rules(200, "User-agent: *\nCrawl-delay: 86400\nDisallow:\n").allow(STORY))
                .as("a delay that nobody can keep to forbids")
                .isFalse();
    }

    @Test
    void behaviour14AreReadToFiveHundredKibibytesInWholeLines() {
        String rule = "Disallow: /private/archive\n";
        byte[] long600 = ("User-agent: *\n" + rule.repeat(600 * 1024 / rule.length())).getBytes(StandardCharsets.UTF_8);
        String read = RobotsGate.read(long600);
        assertThat(read.length()).isBetween(RobotsGate.MOST_BYTES - 100, RobotsGate.MOST_BYTES);
        assertThat(read).endsWith(rule);
        assertThat(RobotsGate.read("a\u0000b\u001bc\n\t".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("abc\n\t");
    }

    @Test
    void behaviour14AreAskedAgainAfterADayOrAnHourInTrouble() {
        assertThat(RobotsGate.isFresh(Robots.answered(NOW, 200, ""), NOW.plus(Duration.ofHours(23))))
                .isTrue();
        assertThat(RobotsGate.isFresh(Robots.answered(NOW, 200, ""), NOW.plus(Duration.ofHours(25))))
                .isFalse();
        assertThat(RobotsGate.isFresh(Robots.answered(NOW, 503, ""), NOW.plus(Duration.ofHours(2))))
                .isFalse();
    }

    @Test
    void behaviour14TagsForbidToTakeAPageIn() {
        assertThat(RobotsTag.allows(List.of(), "broadsheet")).isTrue();
        assertThat(RobotsTag.allows(List.of("noindex, nofollow"), "broadsheet")).isFalse();
        assertThat(RobotsTag.allows(List.of("none"), "broadsheet")).isFalse();
        assertThat(RobotsTag.allows(List.of("otherbot: noindex"), "broadsheet")).isTrue();
        assertThat(RobotsTag.allows(List.of("otherbot: noindex", "broadsheet: noindex"), "broadsheet"))
                .isFalse();
        assertThat(RobotsTag.allows(List.of("unavailable_after: 25 Jun 2030 15:00:00 PST"), "broadsheet"))
                .isTrue();
        assertThat(RobotsTag.allows(List.of("max-snippet:-1, noarchive"), "broadsheet"))
                .isTrue();
    }
}
