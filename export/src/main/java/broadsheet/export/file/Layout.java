package broadsheet.export.file;

import java.io.IOException;
import java.nio.file.Path;

/** How articles are laid out in a file. One file after the other: begin, rows, end. */
public interface Layout {

    /** Begins a new file. */
    void begin(Path file) throws IOException;

    /**
     * Adds an article, or a copy.
     *
     * @param json its record as it stands on the topic
     */
    void row(byte[] json) throws IOException;

    /** Completes the file and closes it, also if it was broken off. */
    void end() throws IOException;
}
