package broadsheet.enrich.places;

import broadsheet.model.Entity;
import broadsheet.model.Entity.Link;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Links countries to ISO 3166 and large cities to GeoNames, where the document leaves no doubt which one is meant.
 *
 * <p>In this order: a name followed by a region or country ({@code Paris, Texas}) is the place there. The name of a
 * country is the country. The name of a region ({@code Washington}) stays unlinked. Of several places of a name, the
 * largest is meant if the others are less than a twentieth of it and the document names no region or country that
 * speaks for one of them; else the one whose region the document names; else the largest if the document names its
 * country and no country of another. What is left stays unlinked: no link is a guess.
 *
 * <p>Thread-safe.
 */
public final class PlaceLinker {

    private static final String ISO = "iso-3166";
    private static final String GEONAMES = "geonames";

    /** How many times larger the largest must be for the others not to be thought of. */
    private static final int DOMINANT = 20;

    /** A smaller place than this is not meant without its region, even if its country is named. */
    private static final int NOTABLE = 15_000;

    private final Gazetteer gazetteer;

    private PlaceLinker(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Loads the gazetteer that comes with this module, for English names. */
    public static PlaceLinker load() {
        return new PlaceLinker(Gazetteer.load());
    }

    /** Loads it once for all languages: by BCP 47 primary subtag, {@code en} among them. */
    public static Map<String, PlaceLinker> byLanguage() {
        Gazetteer english = Gazetteer.load();
        var linkers = new HashMap<String, PlaceLinker>();
        LocalNames.read().forEach((language, names) -> linkers.put(language, new PlaceLinker(english.with(names))));
        linkers.put("en", new PlaceLinker(english));
        return Map.copyOf(linkers);
    }

    /**
     * The same entities in the same order, places with links where they are certain.
     *
     * @param entities the entities of one document, with mentions in {@code body}
     */
    public List<Entity> link(List<Entity> entities, String body) {
        List<String> names = entities.stream()
                .filter(PlaceLinker::isPlace)
                .map(entity -> bare(entity.name()))
                .toList();
        DocumentPlaces document = DocumentPlaces.of(names, gazetteer);
        return entities.stream()
                .map(entity -> isPlace(entity) && entity.link().isEmpty()
                        ? find(entity, body, document).map(entity::withLink).orElse(entity)
                        : entity)
                .toList();
    }

    private static boolean isPlace(Entity entity) {
        return entity.type() == Entity.Type.LOCATION;
    }

    private Optional<Link> find(Entity entity, String body, DocumentPlaces document) {
        String name = bare(entity.name());
        int comma = name.indexOf(',');
        List<City> cities = gazetteer.cities(comma < 0 ? name : name.substring(0, comma));
        Optional<Predicate<City>> qualifier = qualifier(entity, comma < 0 ? "" : name.substring(comma), body);
        if (qualifier.isPresent() && !cities.isEmpty()) {
            return only(cities.stream().filter(qualifier.get()).toList()).map(PlaceLinker::link);
        }
        Optional<Country> country = gazetteer.country(name);
        if (country.isPresent()) {
            return country.filter(found -> gazetteer.regions(name).isEmpty()
                            || document.withCities().contains(found.code()))
                    .map(PlaceLinker::link);
        }
        return gazetteer.regions(name).isEmpty() ? meant(cities, document).map(PlaceLinker::link) : Optional.empty();
    }

    /** What the entity's name itself, or the text behind one of its mentions, says about where the place is. */
    private Optional<Predicate<City>> qualifier(Entity entity, String afterName, String body) {
        return Qualifier.behind(afterName, 0, gazetteer)
                .or(() -> entity.mentions().stream()
                        .filter(mention -> mention.end() <= body.length())
                        .flatMap(mention -> Qualifier.behind(body, mention.end(), gazetteer).stream())
                        .findFirst());
    }

    /** Which of several places of one name a document means. */
    private static Optional<City> meant(List<City> cities, DocumentPlaces document) {
        Optional<City> largest = cities.stream().filter(City::isLarge).max(Comparator.comparingInt(City::population));
        if (largest.isEmpty()) {
            return Optional.empty();
        }
        City lead = largest.get();
        List<City> others = cities.stream().filter(city -> !city.equals(lead)).toList();
        if (others.stream().anyMatch(document::nameRegionOf)) {
            return only(cities.stream().filter(document::nameRegionOf).toList()).filter(City::isLarge);
        }
        boolean isDominant = others.stream().allMatch(city -> DOMINANT * (long) city.population() <= lead.population());
        boolean isContested =
                others.stream().anyMatch(city -> city.population() >= NOTABLE && document.nameCountryOf(city));
        boolean isNamed = document.nameCountryOf(lead);
        return largest.filter(city -> isDominant ? isNamed || !isContested : isNamed && !isContested);
    }

    private static Optional<City> only(List<City> cities) {
        return cities.size() == 1 ? Optional.of(cities.get(0)) : Optional.empty();
    }

    /** The name without an article that is no part of it, as in {@code the Netherlands}; not so {@code The Hague}. */
    private String bare(String name) {
        boolean hasArticle = name.regionMatches(true, 0, "the ", 0, 4)
                && gazetteer.cities(name).isEmpty();
        return hasArticle ? name.substring(4) : name;
    }

    private static Link link(City city) {
        return new Link(GEONAMES, city.id(), city.name(), Optional.of(city.latitude()), Optional.of(city.longitude()));
    }

    private static Link link(Country country) {
        return new Link(ISO, country.code(), country.name(), Optional.empty(), Optional.empty());
    }
}
