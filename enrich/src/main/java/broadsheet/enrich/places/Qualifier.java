package broadsheet.enrich.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text puts after a town to say which one it means: {@code Paris, Texas}, {@code London, Ontario},
 * {@code Tripoli, Libya}.
 */
final class Qualifier {

    /** Up to three words after a comma, the first with a capital. */
    private static final Pattern AFTER_COMMA = Pattern.compile(
            ",\\s{1,2}(\\p{Lu}[\\p{L}.]{0,60})(?:[ ](\\p{Lu}[\\p{L}.]{0,60}))?(?:[ ](\\p{Lu}[\\p{L}.]{0,60}))?");

    private static final int LONGEST = 60;

    private Qualifier() {}

    /**
     * Tells whether a city lies where the text says.
     *
     * @param end where the city's name ends in {@code text}
     * @return empty if the text does not say
     */
    static Optional<Predicate<City>> behind(String text, int end, Gazetteer gazetteer) {
        Matcher words = AFTER_COMMA.matcher(text).region(end, Math.min(end + LONGEST, text.length()));
        if (!words.lookingAt()) {
            return Optional.empty();
        }
        var names = new ArrayList<String>();
        for (int i = 1; i <= words.groupCount(); i++) {
            if (words.group(i) != null) {
                names.add(words.group(i));
            }
        }
        for (int length = names.size(); length > 0; length--) {
            String name = String.join(" ", names.subList(0, length));
            Optional<Predicate<City>> place =
                    place(name, gazetteer).or(() -> place(name.replaceAll("\\.$", ""), gazetteer));
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private static Optional<Predicate<City>> place(String name, Gazetteer gazetteer) {
        List<Region> regions = gazetteer.regions(name);
        Optional<Country> country = gazetteer.country(name);
        if (regions.isEmpty() && country.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(city -> regions.stream().anyMatch(region -> region.holds(city))
                || country.filter(c -> c.code().equals(city.country())).isPresent());
    }
}
