package broadsheet.ingest.body;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The word and phrase lists of the rules: one entry a line, {@code #} begins a comment. */
final class PhraseList {
    private PhraseList() {}

    static Set<String> read(String file) {
        return Set.copyOf(lines(file));
    }

    /** The entries in the order of the file. */
    static List<String> lines(String file) {
        try (InputStream in = PhraseList.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + file);
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
