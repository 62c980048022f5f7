package broadsheet.stories.traits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * How rare a word is in the news of a language: the negative logarithm of the share of articles that have it. Frozen, so
 * that what an article is like does not depend on which others were seen.
 *
 * <p>Thread-safe and immutable. Source: {@code frequencies.tsv.gz}, see docs/model-cards/stories.md.
 */
public final class Rarities {

    /** The entry that stands for all words that a language's list lacks. */
    private static final String UNLISTED = "*";

    /** In a language without a list. */
    private static final double UNKNOWN = 6;

    private static final double SHORT = 3;
    private static final double[] NUMBER_BY_DIGITS = {0, 2.5, 3.5, 5, 5.5};
    private static final double YEAR = 2.5;
    private static final double LARGE_NUMBER = 6;

    private final Map<String, Map<String, Float>> byLanguage;

    private Rarities(Map<String, Map<String, Float>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /** Loads the lists that come with this module. */
    public static Rarities load() {
        try (InputStream file = Objects.requireNonNull(
                Rarities.class.getResourceAsStream("frequencies.tsv.gz"), "frequencies.tsv.gz")) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the frequencies of words", e);
        }
    }

    /** Reads lines {@code language TAB stem TAB tenths}. */
    static Rarities read(InputStream file) throws IOException {
        Map<String, Map<String, Float>> byLanguage = new HashMap<>();
        var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split("\t", -1);
            byLanguage
                    .computeIfAbsent(cells[0], language -> new HashMap<>())
                    .put(cells[1], Integer.parseInt(cells[2]) / 10f);
        }
        return new Rarities(byLanguage);
    }

    /** The rarity of a stem, from 0 for what is everywhere to about 9. */
    double of(String stem, NewsWord.Kind kind, String language) {
        if (kind == NewsWord.Kind.NUMBER) {
            return ofNumber(stem);
        }
        Map<String, Float> listed = byLanguage.getOrDefault(language, Map.of());
        Float rarity = listed.get(stem);
        if (rarity == null) {
            rarity = listed.get(UNLISTED);
        }
        return rarity != null ? rarity : kind == NewsWord.Kind.WORD && stem.length() <= 3 ? SHORT : UNKNOWN;
    }

    private static double ofNumber(String digits) {
        if (digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"))) {
            return YEAR;
        }
        return digits.length() < NUMBER_BY_DIGITS.length ? NUMBER_BY_DIGITS[digits.length()] : LARGE_NUMBER;
    }
}
