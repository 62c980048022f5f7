package broadsheet.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.runtime.endpoint.Question;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.settings.SettingsException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the settings of the console")
class ConsoleSettingsTest {

    private static ConsoleSettings read(String... pairs) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            said.put(pairs[i], pairs[i + 1]);
        }
        Settings settings = Settings.of(said, Map.of(), Optional.empty());
        RuntimeSettings runtime = RuntimeSettings.read(settings);
        ConsoleSettings console = ConsoleSettings.read(settings, runtime.httpHost());
        settings.leave("");
        settings.finish();
        return console;
    }

    @Test
    void answerThisMachineAloneIfNothingIsSaid() {
        assertThat(read()).isEqualTo(new ConsoleSettings(Optional.empty(), true, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void needALoginWhereOthersCanCome(String host) {
        assertThatThrownBy(() -> read("http-host", host))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "console-login: http-host is " + host + ", where others can come: USER:PASSWORD is needed, or"
                                + " none if something else keeps them out");
        assertThat(read("http-host", host, "console-login", "desk:long enough").login())
                .contains("desk:long enough");
        assertThat(read("http-host", host, "console-login", "none"))
                .isEqualTo(new ConsoleSettings(Optional.empty(), false, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "desk:short", ":long enough"})
    void takeNoLoginThatIsNone(String login) {
        assertThatThrownBy(() -> read("console-login", login))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("console-login: not USER:PASSWORD")
                .message()
                .doesNotContain("long enough");
    }

    @ParameterizedTest
    @CsvSource({"https://news.example/desk/, https://news.example/desk", "http://localhost:8080, http://localhost:8080"
    })
    void takeTheAddressForLinks(String said, String taken) {
        assertThat(read("console-url", said).url()).contains(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.example", "javascript:alert(1)", "https://", "ftp://news.example"})
    void takeNoAddressThatIsNone(String said) {
        assertThatThrownBy(() -> read("console-url", said)).hasMessageStartingWith("console-url: not an address");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, true",
        "LOCALHOST, true",
        "127.0.0.1:1, true",
        "'[::1]:8080', true",
        "'[::1]', true",
        "evil.example, false",
        "localhost.evil.example:8080, false",
        "127.0.0.1.evil.example, false"
    })
    void answerOnLoopbackUnderItsOwnNamesAlone(String host, boolean isAnswered) {
        var question = new Question("/", Map.of(), false, Map.of("host", host));
        assertThat(new Doorkeeper(read()).refusal(question).isEmpty()).isEqualTo(isAnswered);
    }
}
