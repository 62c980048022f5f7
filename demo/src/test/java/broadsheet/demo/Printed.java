package broadsheet.demo;

import broadsheet.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command printed.
 *
 * @param code its exit code
 * @param said what it wrote to stdout
 */
record Printed(int code, String said) {

    /** Runs the command line in this JVM. */
    static Printed of(String... arguments) {
        PrintStream usual = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int code = Main.run(arguments);
            return new Printed(code, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(usual);
        }
    }
}
