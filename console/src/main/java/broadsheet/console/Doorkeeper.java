package broadsheet.console;

import broadsheet.runtime.endpoint.Answer;
import broadsheet.runtime.endpoint.Question;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says who is not answered. With a login, who does not know it (RFC 7617; feed readers may bring the password as a bearer
 * token, RFC 6750). On loopback without one, who asks under a foreign name: a page on the web can have a name of its own lead
 * to this machine, and would read here what its visitor can (DNS rebinding).
 */
record Doorkeeper(ConsoleSettings settings) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    Optional<Answer> refusal(Question question) {
        if (settings.login().isPresent()) {
            return isKnown(question, settings.login().orElseThrow()) ? Optional.empty() : Optional.of(whoAreYou());
        }
        return !settings.isLocal() || isOfThisMachine(question.header("Host").orElse("localhost"))
                ? Optional.empty()
                : Optional.of(Answer.problem(421, "ask for localhost; console-login opens the console to others"));
    }

    private static Answer whoAreYou() {
        return Answer.problem(401, "a login is needed")
                .with("WWW-Authenticate", "Basic realm=\"Broadsheet\", charset=\"UTF-8\"");
    }

    private static boolean isKnown(Question question, String login) {
        String said = question.header("Authorization").orElse("");
        String kind = said.substring(0, Math.max(0, said.indexOf(' '))).toLowerCase(Locale.ROOT);
        byte[] word = said.substring(said.indexOf(' ') + 1).strip().getBytes(StandardCharsets.UTF_8);
        byte[] expected = login.getBytes(StandardCharsets.UTF_8);
        byte[] token = login.substring(login.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8);
        return switch (kind) {
            case "basic" -> MessageDigest.isEqual(word, Base64.getEncoder().encode(expected));
            case "bearer" -> MessageDigest.isEqual(word, token);
            default -> false;
        };
    }

    private static boolean isOfThisMachine(String host) {
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return THIS_MACHINE.contains(name.toLowerCase(Locale.ROOT));
    }
}
