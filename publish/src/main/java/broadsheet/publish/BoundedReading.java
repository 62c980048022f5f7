package broadsheet.publish;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads no more than is allowed, so that a small archive that unpacks to gigabytes costs no memory. */
final class BoundedReading {

    private BoundedReading() {}

    /** There is more than is allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(int maxBytes) {
            super("larger than " + maxBytes + " bytes");
        }
    }

    /**
     * All bytes of a stream.
     *
     * @throws TooLarge if there are more than {@code maxBytes}
     */
    static byte[] read(InputStream bytes, int maxBytes) throws IOException {
        byte[] value = bytes.readNBytes(maxBytes);
        if (value.length == maxBytes && bytes.read() >= 0) {
            throw new TooLarge(maxBytes);
        }
        return value;
    }

    /** What went wrong, in one line. */
    static String reason(IOException e) {
        String kind = e.getClass().getSimpleName();
        return Optional.ofNullable(e.getMessage())
                .map(message -> e instanceof TooLarge ? message : kind + ": " + message)
                .orElse(kind);
    }
}
