package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a broker that asks for a login")
class SecuredBrokerIT {

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() throws IOException {
        Path logs = Files.createTempDirectory("broadsheet-it");
        broker = EmbeddedBroker.start(
                logs,
                0,
                Map.of(
                        "listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "inter.broker.listener.name", "PLAINTEXT",
                        "sasl.enabled.mechanisms", "PLAIN",
                        "sasl.mechanism.inter.broker.protocol", "PLAIN",
                        "listener.name.plaintext.plain.sasl.jaas.config",
                                LOGIN + " username=\"admin\" password=\"a\" user_admin=\"a\" user_guest=\"g\";",
                        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        // The controller's listener has no login here.
                        "super.users", "User:admin;User:ANONYMOUS"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static Ending createTopics(String user, String password) {
        return Ending.of(
                "topics",
                "--bootstrap-servers=" + broker.bootstrapServers(),
                "--set=kafka.security.protocol=SASL_PLAINTEXT",
                "--set=kafka.sasl.mechanism=PLAIN",
                "--set=kafka.sasl.jaas.config=" + LOGIN + " username=\"" + user + "\" password=\"" + password + "\";");
    }

    @Test
    void letsInWhoeverIsConfiguredRight() {
        assertThat(createTopics("admin", "a")).isEqualTo(new Ending(0, ""));
    }

    @Test
    void refusesAWrongPasswordInOneLineThatDoesNotNameIt() {
        assertThat(createTopics("admin", "wrong-one")).satisfies(ending -> {
            assertThat(ending.code()).isEqualTo(1);
            assertThat(ending.said())
                    .startsWith("broadsheet: the broker at " + broker.bootstrapServers() + " refuses the login")
                    .doesNotContain("wrong-one")
                    .hasLineCount(1);
        });
    }

    @Test
    void saysWhichTopicIsMissingToWhoeverMayNotCreateIt() {
        assertThat(createTopics("guest", "g")).satisfies(ending -> {
            assertThat(ending.code()).isEqualTo(1);
            assertThat(ending.said())
                    .startsWith("broadsheet: not allowed to create topic news.")
                    .hasLineCount(1);
        });
    }
}
