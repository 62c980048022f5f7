package broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("how far the news has come")
class WatermarkTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Watermark watermark = new Watermark();

    @Test
    void isTheLatestContentTime() {
        watermark.advance(NOON, NOON.toEpochMilli());
        watermark.advance(NOON.minus(Duration.ofDays(60)), NOON.toEpochMilli());
        assertThat(watermark.latest()).isEqualTo(NOON);
    }

    @Test
    void saysWhenADayBegins() {
        watermark.advance(NOON, NOON.toEpochMilli());
        assertThat(watermark.advance(NOON.plusSeconds(60), NOON.toEpochMilli())).isFalse();
        assertThat(watermark.advance(NOON.plus(Duration.ofHours(13)), NOON.toEpochMilli()))
                .isTrue();
    }

    @Test
    void isNotMovedByAPageFromTheFarFuture() {
        watermark.advance(Instant.parse("2099-01-01T00:00:00Z"), NOON.toEpochMilli());
        assertThat(watermark.latest()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }
}
