package broadsheet.runtime.stage;

import broadsheet.model.StageName;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.settings.RuntimeSettings;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.requests.CorrelationIdMismatchException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to do when a thread of a stage ends by an exception. What passes by itself, such as brokers that do not answer for
 * however long, costs a thread and is tried again; anything else ends the stage, with a line that says what a person can
 * do about it.
 */
final class Breakdown {

    private static final Logger LOG = LoggerFactory.getLogger(Breakdown.class);

    private final StageName stage;
    private final RuntimeSettings settings;

    Breakdown(StageName stage, RuntimeSettings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    /** Whether to go on with another thread. */
    StreamThreadExceptionResponse response(Throwable thrown) {
        if (find(thrown, RetriableException.class) || isNoAnswerOfABroker(thrown)) {
            LOG.warn("{} lost a thread and starts it again: {}", stage.word(), thrown.getMessage());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        if (find(thrown, MissingSourceTopicException.class)) {
            LOG.error(
                    "{} stops: a topic that it reads was deleted; it is made again when the stage starts",
                    stage.word());
        } else if (find(thrown, ProcessorStateException.class)) {
            LOG.error(
                    "{} stops: {}",
                    stage.word(),
                    StateDirectory.advice(settings.stateDir(), ClientConfigs.applicationId(settings, stage)),
                    thrown);
        } else {
            LOG.error("{} stops", stage.word(), thrown);
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Whether a client has read as an answer what was none; {@link SteadyConsumer} says how that comes. */
    static boolean isNoAnswerOfABroker(Throwable thrown) {
        return find(thrown, CorrelationIdMismatchException.class);
    }

    private static boolean find(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
