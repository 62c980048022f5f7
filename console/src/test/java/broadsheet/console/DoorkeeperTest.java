package broadsheet.console;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.runtime.endpoint.Answer;
import broadsheet.runtime.endpoint.Question;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a console on loopback without a login")
class DoorkeeperTest {
    private static final Doorkeeper DOORKEEPER =
            new Doorkeeper(new ConsoleSettings(Optional.empty(), /* isLocal= */ true, Optional.empty()));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:8090", "127.0.0.1", "127.0.0.1:8090", "[::1]", "[::1]:8090"})
    void answersUnderANameOfThisMachine(String host) {
        assertThat(refusal(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rebound.example",
                "rebound.example:8090",
                "localhost.rebound.example",
                "127.0.0.1.rebound.example:80",
                "localhost@rebound.example"
            })
    void answersUnderNoOther(String host) {
        assertThat(refusal(host)).map(Answer::status).contains(421);
    }

    private static Optional<Answer> refusal(String host) {
        return DOORKEEPER.refusal(new Question("/", Map.of(), false, Map.of("host", host)));
    }
}
