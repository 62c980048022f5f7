package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Lower;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts the given name first: "Okafor, Ada", "Jongh, Michiel de". */
final class TurnedName {
    private static final Pattern COMMA = Pattern.compile("([^,;]{1,60}), ?([^,;]{1,60})");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}\\.?");

    /** What stands before surnames and is written in small letters. */
    private static final Set<String> PARTICLES = Set.of(
            "de", "der", "den", "van", "von", "vom", "zu", "zum", "zur", "ter", "ten", "te", "da", "das", "do", "dos",
            "di", "del", "della", "dello", "dei", "la", "le", "du", "des", "af", "av", "el", "al", "bin", "ibn", "y",
            "'t");

    private TurnedName() {}

    /** Names in the order in which they are spoken: one, or a catalogue's row of them, "Okafor, Ada; Lee, Ann". */
    static String turnAll(String written, boolean catalogued) {
        String[] names = SEMICOLON.split(written, 0);
        boolean row = names.length > 1
                && Arrays.stream(names)
                        .allMatch(name -> COMMA.matcher(name.strip()).matches());
        return row
                ? Arrays.stream(names).map(name -> turn(name, catalogued)).collect(Collectors.joining("; "))
                : turn(written, catalogued);
    }

    /**
     * A name in the order in which it is spoken.
     *
     * @param catalogued whether it stands where catalogues put names: longer ones have the surname first there too
     */
    private static String turn(String written, boolean catalogued) {
        Matcher parts = COMMA.matcher(written.strip());
        if (!parts.matches()) {
            return written;
        }
        String[] surname = BLANK.split(parts.group(1).strip(), 0);
        String[] given = BLANK.split(parts.group(2).strip(), 0);
        boolean particle = PARTICLES.contains(given[given.length - 1]);
        boolean single = surname.length == 1
                && (given.length == 1 || (given.length == 2 && (catalogued || isInitial(given[1]))));
        boolean longer = catalogued && surname.length <= 3 && given.length == 1;
        boolean other = BylineWords.holdsAny(Lower.of(parts.group(2).strip()).split(" ", 0), BylineWords.ROLE)
                || BylineWords.AGENCY.contains(Lower.of(parts.group(2).strip()))
                || BylineWords.TITLE.contains(Lower.of(parts.group(2).strip()).replace(".", ""));
        return (particle || single || longer) && !other
                ? String.join(" ", given) + " " + String.join(" ", surname)
                : written;
    }

    private static boolean isInitial(String word) {
        return INITIAL.matcher(word).matches();
    }
}
