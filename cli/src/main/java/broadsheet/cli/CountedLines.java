package broadsheet.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts the lines that go through it. Read by another thread than the one that writes. */
final class CountedLines extends FilterOutputStream {

    private volatile long lines;

    CountedLines(OutputStream out) {
        super(out);
    }

    long lines() {
        return lines;
    }

    @Override
    public void write(int b) throws IOException {
        count(b);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            count(bytes[i]);
        }
        out.write(bytes, offset, length);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
    private void count(int b) {
        if (b == '\n') {
            lines++;
        }
    }
}
