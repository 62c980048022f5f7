package broadsheet.runtime.settings;

import org.jspecify.annotations.Nullable;

/** The world is not as a stage needs it: no broker, a missing topic, a directory that cannot be written. One line. */
public final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupException(String message) {
        super(message);
    }

    public StartupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
