package broadsheet.enrich.sections;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The files that lie beside these classes. */
final class Resources {

    private Resources() {}

    static InputStream open(String name) {
        return requireNonNull(Resources.class.getResourceAsStream(name), name);
    }

    /** The lines of a text file in UTF-8, without comments and blank lines. */
    static Stream<String> lines(String name) {
        try (InputStream file = open(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
