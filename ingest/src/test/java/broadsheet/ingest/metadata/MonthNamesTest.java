package broadsheet.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;

@DisplayName("The names of months")
class MonthNamesTest {
    @Test
    @EnabledOnJre(value = JRE.JAVA_17, disabledReason = "the lists are those of its edition of CLDR")
    void thatAreListedAreTheJdks() {
        Map<String, Map<String, MonthName>> listed = MonthNames.ofLists();

        assertThat(listed).hasSizeGreaterThan(60);
        listed.forEach((language, names) ->
                assertThat(names).as(language).containsExactlyInAnyOrderEntriesOf(MonthNames.ofJdk(language)));
    }

    @Test
    void ofThePagesLanguageComeFirst() {
        assertThat(MonthNames.of("hr").find("listopad")).contains(new MonthName(Reckoning.GREGORIAN, 10));
        assertThat(MonthNames.of("pl-PL").find("listopad")).contains(new MonthName(Reckoning.GREGORIAN, 11));
    }

    @Test
    void ofALanguageThatIsNotListedAreTheJdks() {
        assertThat(MonthNames.of("cy").find("ionawr")).contains(new MonthName(Reckoning.GREGORIAN, 1));
        assertThat(MonthNames.of("br").find("genver")).contains(new MonthName(Reckoning.GREGORIAN, 1));
    }
}
