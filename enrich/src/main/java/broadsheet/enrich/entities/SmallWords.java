package broadsheet.enrich.entities;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * English words that are hardly ever written with a capital within a sentence: where one has a capital, the line is a
 * headline. Counted in Wikipedia's portal of current events (CC BY-SA 4.0) and Wikinews (CC BY 2.5).
 */
final class SmallWords {
    private static final String FILE = "small-words.txt.gz";

    private final Set<String> words;

    private SmallWords(Set<String> words) {
        this.words = words;
    }

    static SmallWords load() {
        try (InputStream file = requireNonNull(SmallWords.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            return new SmallWords(lines.lines().collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** Whether a word, however it is written here, is usually small. */
    boolean has(String word) {
        return words.contains(word.toLowerCase(Locale.ROOT));
    }
}
