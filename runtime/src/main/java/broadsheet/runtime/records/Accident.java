package broadsheet.runtime.records;

import java.util.Arrays;

/** An {@link Error} that a record caused, on its way to the dead letters: Kafka Streams hands only exceptions to them. */
final class Accident extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A stack that overflowed is a thousand lines, and all the same. */
    private static final int FRAMES = 40;

    Accident(Error error) {
        super(error.toString(), error);
        StackTraceElement[] frames = error.getStackTrace();
        if (frames.length > FRAMES) {
            error.setStackTrace(Arrays.copyOf(frames, FRAMES));
        }
    }
}
