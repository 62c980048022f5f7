package broadsheet.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What this JVM says for a while: everything that is logged, and everything written to stderr. */
final class Captured {

    private Captured() {}

    /** Captures from now on, with Kafka's clients and our own classes as talkative as an operator may make them. */
    static Capture atInfo() {
        var said = new ByteArrayOutputStream();
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(logged);
        Capture capture = new Capture(
                logged,
                said,
                System.err,
                List.of(
                        new Loudness(
                                logger("org.apache.kafka"),
                                logger("org.apache.kafka").getLevel()),
                        new Loudness(logger("broadsheet"), logger("broadsheet").getLevel())));
        capture.loudness().forEach(one -> one.logger().setLevel(Level.INFO));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        return capture;
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** A logger and the level that it had. */
    record Loudness(Logger logger, Level level) {}

    /** The capture; closing it ends it. */
    record Capture(
            ListAppender<ILoggingEvent> logged, ByteArrayOutputStream said, PrintStream usual, List<Loudness> loudness)
            implements AutoCloseable {

        String text() {
            String lines = List.copyOf(logged.list).stream()
                    .map(ILoggingEvent::getFormattedMessage)
                    .collect(Collectors.joining("\n"));
            return lines + "\n" + said.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            System.setErr(usual);
            loudness.forEach(one -> one.logger().setLevel(one.level()));
            logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(logged);
        }
    }
}
