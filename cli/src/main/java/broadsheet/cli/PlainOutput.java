package broadsheet.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The one door to the terminal: what pages, producers and messages of others hold is printed, but never obeyed. Control
 * characters other than the end of a line and a tab, those of C1, and marks that turn the direction of what follows go
 * out as {@code \u005cu001b}, which within JSON is the same string. Bytes are UTF-8; a character may come in pieces.
 */
final class PlainOutput extends FilterOutputStream {
    private static final int C1_LEAD = 0xc2;
    private static final int BIDI_LEAD = 0xe2;

    private int held;
    private int second;

    private PlainOutput(OutputStream out) {
        super(out);
    }

    /** A stream for people, which sees each line at once. */
    static PrintStream over(OutputStream out) {
        return new PrintStream(new PlainOutput(out), true, StandardCharsets.UTF_8);
    }

    /** A stream for much data. */
    static PrintStream buffered(OutputStream out) {
        return new PrintStream(new PlainOutput(new BufferedOutputStream(out, 65_536)), false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (held != 0 || isSuspect(bytes[i] & 0xff)) {
                out.write(bytes, start, i - start);
                write(bytes[i]);
                start = i + 1;
            }
        }
        out.write(bytes, start, offset + length - start);
    }

    private static boolean isSuspect(int b) {
        return (b < 0x20 && b != '\n' && b != '\t') || b == 0x7f || b == C1_LEAD || b == BIDI_LEAD;
    }

    @Override
    public void write(int value) throws IOException {
        int b = value & 0xff;
        if (held == 0 && (b == C1_LEAD || b == BIDI_LEAD)) {
            held = b;
        } else if (held == C1_LEAD) {
            held = 0;
            character(b >= 0x80 && b < 0xa0 ? b : -1, C1_LEAD, b);
        } else if (held == BIDI_LEAD && second == 0) {
            second = b;
        } else if (held == BIDI_LEAD) {
            int first = second;
            held = 0;
            second = 0;
            character(turning(first, b), BIDI_LEAD, first, b);
        } else if (isSuspect(b)) {
            character(b);
        } else {
            out.write(b);
        }
    }

    /** The mark that turns the direction, of which these are the last two bytes; -1 if it is another character. */
    private static int turning(int second, int third) {
        boolean override = second == 0x80 && third >= 0xaa && third <= 0xae;
        boolean isolate = second == 0x81 && third >= 0xa6 && third <= 0xa9;
        return override || isolate ? 0x2000 + ((second & 0x3f) << 6) + (third & 0x3f) : -1;
    }

    private void character(int escaped, int... bytes) throws IOException {
        if (escaped >= 0) {
            out.write(String.format("\\u%04x", escaped).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        for (int each : bytes) {
            out.write(each);
        }
    }
}
