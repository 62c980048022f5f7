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

    private final Map<String, Country> countries;
    private final Map<String, List<Region>> regions;
    private final Map<String, List<City>> cities;
    private final Map<String, Country> byCode;
    private final Map<String, City> byId;
    private final LocalNames local;

    private Gazetteer() {
        countries = new HashMap<>();
        regions = new HashMap<>();
        cities = new HashMap<>();
        byCode = new HashMap<>();
        byId = new HashMap<>();
        local = LocalNames.NONE;
        lines("countries.tsv").forEach(field -> {
            var country = new Country(field[0], field[1]);
            countries.put(key(country.name()), country);
            byCode.put(country.code(), country);
            names(field, 2).forEach(name -> countries.put(key(name), country));
        });
        lines("regions.tsv")
                .forEach(field -> names(field, 2).forEach(name -> add(regions, name, new Region(field[0], field[1]))));
        lines("cities.tsv.gz").map(Gazetteer::city).forEach(city -> {
            byId.put(city.id(), city);
            add(cities, city.name(), city);
        });
        lines("city-names.tsv")
                .forEach(field ->
                        names(field, 1).forEach(name -> add(cities, name, requireNonNull(byId.get(field[0])))));
    }

    private Gazetteer(Gazetteer english, LocalNames local) {
        this.countries = english.countries;
        this.regions = english.regions;
        this.cities = english.cities;
        this.byCode = english.byCode;
        this.byId = english.byId;
        this.local = local;
    }

    /** The same places, by the names of another language before the English ones. */
    Gazetteer with(LocalNames names) {
        return new Gazetteer(this, names);
    }

    static Gazetteer load() {
        return new Gazetteer();
    }

    /** The country of that name. */
    Optional<Country> country(String name) {
        Optional<String> code = local.code(name);
        return code.isPresent() ? code.map(byCode::get) : Optional.ofNullable(countries.get(key(name)));
    }

    /** The regions of that name; most of the world's regions are not listed. */
    List<Region> regions(String name) {
        return regions.getOrDefault(key(name), List.of());
    }

    /** All places of that name, if one of them is large; none otherwise. */
    List<City> cities(String name) {
        Optional<City> known = local.code(name).map(byId::get);
        return known.map(List::of).orElseGet(() -> cities.getOrDefault(key(name), List.of()));
    }

    static String key(String name) {
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

    static Stream<String[]> lines(String name) {
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
