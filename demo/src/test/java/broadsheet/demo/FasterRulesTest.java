package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The alerts are caused on faster rules than those that are shipped; these must be the same ones otherwise. */
@DisplayName("faster rules")
class FasterRulesTest {

    private static String shipped() throws IOException {
        return Files.readString(Path.of("..", "ops/prometheus/alerts.yml"));
    }

    @Test
    void differInEveryTimeThatIsShippedButTwo() throws IOException {
        String rules = shipped();
        long times = rules.lines()
                .flatMap(line -> Pattern.compile("\\[\\d|for: \\d|offset \\d|> 900|> 0\\.05")
                        .matcher(line)
                        .results())
                .count();
        assertThat(FasterRules.of(rules).changes()).isEqualTo((int) times - 2).isGreaterThan(16);
    }

    @Test
    void haveTheSameAlertsInTheSameOrder() throws IOException {
        assertThat(FasterRules.names(FasterRules.of(shipped()).text()))
                .hasSizeGreaterThan(11)
                .isEqualTo(FasterRules.names(shipped()));
    }

    @Test
    void sayAMinuteWhereAnHourWasAndASecondWhereAMinuteWas() throws IOException {
        assertThat(FasterRules.of(shipped()).text())
                .contains("[6m]", "[30s]", "for: 5s")
                .doesNotContain("[6h]", "[30m]", "for: 5m", "for: 10m");
    }

    @Test
    void areNoneWhereATimeCannotBeMadeSixtyTimesShorterSo() throws IOException {
        String rules = shipped().replace("for: 5m", "for: 300s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FasterRules.of(rules))
                .withMessageContaining("300s of BroadsheetDiskFull");
    }

    @Test
    void areNoneWhereAThresholdHasBecomeAnotherOne() throws IOException {
        String rules = shipped().replace("> 0.05", "> 0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FasterRules.of(rules))
                .withMessageContaining("0.05");
    }
}
