package broadsheet.enrich.tagging;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a language is written, as far as cutting it into words and sentences needs it. The table is
 * {@code orthography.tsv}; a language that it lacks is written like most are.
 *
 * @param apostrophe what an apostrophe does to the word around it
 * @param ordinals whether a full stop behind a short number makes it an ordinal ({@code 17. maj}) and ends no sentence
 * @param words how words are told apart
 * @param capitals whether names are told by capitals
 * @param abbreviations in lower case, without the full stop that they keep
 */
public record Orthography(
        Apostrophe apostrophe, boolean ordinals, Words words, boolean capitals, Set<String> abbreviations) {

    /** What an apostrophe between letters does. */
    public enum Apostrophe {
        /** A short ending comes off: {@code Okoye 's}, {@code is n't}. */
        CLITIC,
        /** A short beginning comes off, with its mark: {@code l' Oréal}. */
        ELISION,
        /** An ending of any length comes off: {@code Ankara 'da}. */
        SUFFIX,
        /** Nothing: {@code O'Brien}. */
        INSIDE
    }

    /** How words are told apart. */
    public enum Words {
        /** By spaces. */
        SPACED,
        /** By spaces; Cyrillic letters are read as Latin ones. */
        SERBIAN,
        /** By a dictionary: nothing stands between them. */
        JAPANESE,
        /** By a dictionary: spaces stand between phrases, and what follows a name is glued to it. */
        KOREAN,
        /** By no one's word: each character is a token, and what a dictionary makes of it a clue. */
        CHINESE
    }

    private static final String OTHERS = "*";
    private static final Map<String, Orthography> TABLE = read();

    /** English as it is written. */
    public static final Orthography ENGLISH = of("en");

    public Orthography {
        abbreviations = Set.copyOf(abbreviations);
    }

    /** How the language of this BCP 47 primary subtag is written. */
    public static Orthography of(String language) {
        return requireNonNull(TABLE.getOrDefault(language, TABLE.get(OTHERS)));
    }

    /** Whether a dictionary says what the words are, and what part of speech each is. */
    boolean hasDictionary() {
        return words != Words.SPACED && words != Words.SERBIAN;
    }

    /** Whether the lower-case word (without its full stop) is an abbreviation that keeps its full stop. */
    boolean isAbbreviation(String word) {
        return abbreviations.contains(word);
    }

    private static Map<String, Orthography> read() {
        try (InputStream file =
                requireNonNull(Orthography.class.getResourceAsStream("orthography.tsv"), "orthography.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(field -> field[0], Orthography::of));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read orthography.tsv", e);
        }
    }

    private static Orthography of(String... field) {
        return new Orthography(
                Apostrophe.valueOf(field[1].toUpperCase(Locale.ROOT)),
                field[2].equals("ordinal"),
                Words.valueOf(field[3].toUpperCase(Locale.ROOT)),
                field[4].equals("capitals"),
                field[5].isBlank() ? Set.of() : Set.of(field[5].split(" ")));
    }
}
