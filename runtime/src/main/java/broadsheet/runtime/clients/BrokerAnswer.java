package broadsheet.runtime.clients;

import broadsheet.runtime.settings.StartupException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Waits for answers of the brokers, and turns what can go wrong into one line.
 *
 * @param brokers where they are, for a person
 */
record BrokerAnswer(String brokers) {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The answer. */
    <T> T await(KafkaFuture<T> request, String what) {
        try {
            return request.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted: cannot " + what, e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw none(e);
        } catch (ExecutionException e) {
            throw explain(Optional.ofNullable(e.getCause()).orElse(e), what);
        }
    }

    private StartupException explain(Throwable cause, String what) {
        if (cause instanceof TimeoutException) {
            return none(cause);
        }
        if (cause instanceof SslAuthenticationException) {
            return new StartupException(
                    "no TLS connection to " + brokers + ": " + innermost(cause).getMessage(), cause);
        }
        if (cause instanceof AuthenticationException) {
            return new StartupException(
                    "the broker at " + brokers + " refuses the login: " + cause.getMessage(), cause);
        }
        if (cause instanceof AuthorizationException) {
            return new StartupException("not allowed to " + what + ": " + cause.getMessage(), cause);
        }
        return new StartupException("cannot " + what + ": " + cause.getMessage(), cause);
    }

    /** The handshake's own words: which certificate, and what is wrong with it. */
    private static Throwable innermost(Throwable problem) {
        Throwable inner = problem;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    private StartupException none(Throwable cause) {
        return new StartupException(
                "no broker answers at " + brokers + " within " + PATIENCE.toSeconds() + " s", cause);
    }

    /** Why a client cannot even be made. */
    static String whyNoClient(KafkaException problem) {
        String why = String.valueOf(innermost(problem).getMessage());
        // Kafka quotes the word at which it could not go on, and that may be half of a password.
        return why.contains("JAAS config") ? "sasl.jaas.config cannot be read: quotes or the last semicolon?" : why;
    }
}
