package broadsheet.enrich.places;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Countries, some regions, and the large cities with all places of the same name, by name. Names are compared without
 * case, accents, apostrophes and hyphens.
 *
 * <p>Source of the cities: GeoNames, CC BY 4.0 (docs/dependencies.md). About 3 MB in memory; immutable.
 */
final class Gazetteer {

    private static final Pattern MARKS = Pattern.compile("\\p{M}|['’‘ʼ`]");

    private final Map<String, Country> countries = new HashMap<>();
    private final Map<String, List<Region>> regions = new HashMap<>();
    private final Map<String, List<City>> cities = new HashMap<>();

    private Gazetteer() {
        lines("countries.tsv").forEach(field -> {
            var country = new Country(field[0], field[1]);
            countries.put(key(country.name()), country);
            names(field, 2).forEach(name -> countries.put(key(name), country));
        });
        lines("regions.tsv")
                .forEach(field -> names(field, 2).forEach(name -> add(regions, name, new Region(field[0], field[1]))));
        var byId = new HashMap<String, City>();
        lines("cities.tsv.gz").map(Gazetteer::city).forEach(city -> {
            byId.put(city.id(), city);
            add(cities, city.name(), city);
        });
        lines("city-names.tsv")
                .forEach(field ->
                        names(field, 1).forEach(name -> add(cities, name, requireNonNull(byId.get(field[0])))));
    }

    static Gazetteer load() {
        return new Gazetteer();
    }

    /** The country of that name. */
    Optional<Country> country(String name) {
        return Optional.ofNullable(countries.get(key(name)));
    }

    /** The regions of that name; most of the world's regions are not listed. */
    List<Region> regions(String name) {
        return regions.getOrDefault(key(name), List.of());
    }

    /** All places of that name, if one of them is large; none otherwise. */
    List<City> cities(String name) {
        return cities.getOrDefault(key(name), List.of());
    }

    private static String key(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT);
    }

    private static City city(String[] field) {
        return new City(
                field[0],
                field[1],
                field[2],
                field[3],
                field[4].equals("C"),
                field[4].equals("X"),
                Integer.parseInt(field[5]),
                Double.parseDouble(field[6]),
                Double.parseDouble(field[7]));
    }

    private static List<String> names(String[] field, int at) {
        return at < field.length ? List.of(field[at].split("; ", -1)) : List.of();
    }

    private static <T> void add(Map<String, List<T>> map, String name, T value) {
        map.computeIfAbsent(key(name), key -> new ArrayList<>()).add(value);
    }

    private static Stream<String[]> lines(String name) {
        try (InputStream file = requireNonNull(Gazetteer.class.getResourceAsStream(name), name);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
