package broadsheet.sink.copies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The few words of which the judge must know what they are, of many languages in one table, since a text may not say in
 * which it is: number words and names of days and months, words that negate, and words that any editor changes.
 *
 * <p>Words are asked for by their hash, and the answer is one number: {@link #UNKNOWN}, {@link #LIGHT},
 * {@link #NEGATION}, {@link #CORRECTION}, {@link #UPDATE}, or else the hash of the number, which is that of its digits.
 */
final class TellingWords {

    static final long UNKNOWN = 0;
    static final long LIGHT = 1;
    static final long NEGATION = 2;
    static final long CORRECTION = 3;
    static final long UPDATE = 4;

    private static final int PLACES = 1 << 13;
    private static final long[] DAYS_AND_MONTHS = LongStream.concat(
                    IntStream.rangeClosed(1, 7).mapToLong(day -> Hash.of("w" + day)),
                    IntStream.rangeClosed(1, 12).mapToLong(month -> Hash.of("m" + month)))
            .toArray();
    private static final TellingWords SHIPPED = read("vocabulary.txt");

    private final long[] words = new long[PLACES];
    private final long[] meanings = new long[PLACES];

    private TellingWords() {}

    /** The meaning of the word with this hash. */
    static long meaning(long hash) {
        return SHIPPED.meanings[SHIPPED.place(hash)];
    }

    /** Whether this is the meaning of the name of a day or a month. */
    static boolean isDayOrMonth(long meaning) {
        for (long one : DAYS_AND_MONTHS) {
            if (one == meaning) {
                return true;
            }
        }
        return false;
    }

    private int place(long hash) {
        int place = (int) hash & (PLACES - 1);
        while (words[place] != hash && meanings[place] != UNKNOWN) {
            place = (place + 1) & (PLACES - 1);
        }
        return place;
    }

    private void put(String word, long meaning) {
        long hash = Hash.of(word);
        int place = place(hash);
        words[place] = hash;
        meanings[place] = meaning;
    }

    private static TellingWords read(String resource) {
        var vocabulary = new TellingWords();
        InputStream found = Objects.requireNonNull(TellingWords.class.getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    vocabulary.putLine(line.split(" "));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        vocabulary.putCompounds();
        return vocabulary;
    }

    private void putLine(String[] line) {
        long meaning = switch (line[0]) {
            case "light" -> LIGHT;
            case "negation" -> NEGATION;
            case "correction" -> CORRECTION;
            case "update" -> UPDATE;
            default -> Hash.of(line[0]);
        };
        for (int i = 1; i < line.length; i++) {
            put(line[i], meaning);
        }
    }

    /** Numbers that German and Dutch write as one word. */
    private void putCompounds() {
        String[] german = {"ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"};
        String[] dutch = {"een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"};
        String[] tens = {"zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"};
        String[] dutchTens = {"twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"};
        for (int unit = 0; unit < 9; unit++) {
            for (int ten = 0; ten < 8; ten++) {
                long number = Hash.of(Integer.toString((ten + 2) * 10 + unit + 1));
                put(german[unit] + "und" + tens[ten], number);
                put(dutch[unit] + (dutch[unit].endsWith("e") ? "ën" : "en") + dutchTens[ten], number);
            }
            put(german[unit] + "hundert", Hash.of((unit + 1) + "00"));
            put(german[unit] + "tausend", Hash.of((unit + 1) + "000"));
            put(dutch[unit] + "honderd", Hash.of((unit + 1) + "00"));
        }
    }
}
