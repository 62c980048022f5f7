package broadsheet.demo;

import broadsheet.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * How a command ended.
 *
 * @param code its exit code
 * @param said what it wrote to stderr
 */
record Ending(int code, String said) {

    /** Runs the command line in this JVM. */
    static Ending of(String... arguments) {
        PrintStream usual = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int code = Main.run(arguments);
            return new Ending(code, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(usual);
        }
    }
}
