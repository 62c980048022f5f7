package broadsheet.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program of this machine that runs beside a test, its output in a file; tests that need one are skipped without it. */
final class Program implements AutoCloseable {

    private final Process process;
    private final Path output;
    private final Path errors;

    private Program(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    static Program start(Path directory, List<String> command) {
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            return new Program(process, output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What runs {@code kcat}. */
    static List<String> kcat() {
        Assumptions.assumeTrue(runs("kcat", "-V"), "no kcat: apt-get install kcat");
        return List.of("kcat");
    }

    /** A Python that has this module, as Debian's package brings it to its own. */
    static List<String> python(String module, String debian) {
        Optional<String> python = List.of("python3", "/usr/bin/python3").stream()
                .filter(candidate -> runs(candidate, "-c", "import " + module))
                .findFirst();
        Assumptions.assumeTrue(python.isPresent(), "no Python with " + module + ": apt-get install " + debian);
        return List.of(python.orElseThrow());
    }

    /** Node.js, and for programs in that directory kafkajs. */
    static List<String> nodeWithKafkajs(Path directory) throws IOException {
        Assumptions.assumeTrue(runs("node", "--version"), "no Node.js");
        Path global = Path.of(said(directory, List.of("npm", "root", "-g")).strip());
        Assumptions.assumeTrue(
                Files.isDirectory(global.resolve("kafkajs")), "no kafkajs: npm install -g kafkajs@2.2.4");
        Files.createSymbolicLink(directory.resolve("node_modules"), global);
        return List.of("node");
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a program prints that ends with success within two minutes. */
    static String said(Path directory, List<String> command) {
        try (Program program = start(directory, command)) {
            if (!program.process.waitFor(2, TimeUnit.MINUTES) || program.process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed: " + Files.readString(program.errors));
            }
            return Files.readString(program.output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The whole lines that it has printed by now. */
    List<String> lines() {
        try {
            String all = Files.readString(output);
            return new ArrayList<>(
                    all.substring(0, all.lastIndexOf('\n') + 1).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
