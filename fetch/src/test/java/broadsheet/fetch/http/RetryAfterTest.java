package broadsheet.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("how long a publisher wants to be left alone")
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void behaviour5IsReadAsSecondsAndAsADate() {
        assertThat(RetryAfter.until(Optional.of(" 120 "), NOW)).contains(NOW.plusSeconds(120));
        assertThat(RetryAfter.until(Optional.of("Mon, 30 Nov 2026 09:00:00 GMT"), NOW))
                .contains(Instant.parse("2026-11-30T09:00:00Z"));
        assertThat(RetryAfter.until(Optional.of("Monday, 30-Nov-26 09:00:00 GMT"), NOW))
                .contains(Instant.parse("2026-11-30T09:00:00Z"));
        assertThat(RetryAfter.until(Optional.of("Mon Nov 30 09:00:00 2026"), NOW))
                .contains(Instant.parse("2026-11-30T09:00:00Z"));
    }

    @Test
    void behaviour5IsNeverMoreThanADay() {
        assertThat(RetryAfter.until(Optional.of("99999999"), NOW)).contains(NOW.plus(Duration.ofHours(24)));
        assertThat(RetryAfter.until(Optional.of("Fri, 31 Dec 2099 23:59:59 GMT"), NOW))
                .contains(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void behaviour5IsNothingIfItIsNonsenseOrOver() {
        assertThat(RetryAfter.until(Optional.of("soon"), NOW)).isEmpty();
        assertThat(RetryAfter.until(Optional.of("0"), NOW)).isEmpty();
        assertThat(RetryAfter.until(Optional.of("Mon, 30 Nov 2026 07:00:00 GMT"), NOW))
                .isEmpty();
    }

    @Test
    void behaviour7FreshnessIsMaxAgeBeforeExpires() {
        assertThat(RetryAfter.fresh(
                        Optional.of("public, max-age=600"), Optional.of("Mon, 30 Nov 2026 20:00:00 GMT"), NOW))
                .contains(Duration.ofMinutes(10));
        assertThat(RetryAfter.fresh(Optional.empty(), Optional.of("Mon, 30 Nov 2026 08:30:00 GMT"), NOW))
                .contains(Duration.ofMinutes(30));
        assertThat(RetryAfter.fresh(Optional.of("max-age=99999999"), Optional.empty(), NOW))
                .contains(Duration.ofHours(24));
        assertThat(RetryAfter.fresh(Optional.of("no-cache, max-age=600"), Optional.empty(), NOW))
                .isEmpty();
        assertThat(RetryAfter.fresh(Optional.of("s-maxage=600"), Optional.empty(), NOW))
                .isEmpty();
    }
}
