package broadsheet.enrich.places;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which countries and regions a document speaks of, as far as the names of its places say so beyond doubt.
 *
 * @param countries ISO codes of countries that it names, or of which it names a region
 * @param regions regions that it names
 * @param withCities ISO codes of countries of which it names a city that no other country has
 */
record DocumentPlaces(Set<String> countries, Set<Region> regions, Set<String> withCities) {

    static DocumentPlaces of(List<String> places, Gazetteer gazetteer) {
        var countries = new HashSet<String>();
        var regions = new HashSet<Region>();
        var withCities = new HashSet<String>();
        for (String place : places) {
            List<Region> named = gazetteer.regions(place);
            List<City> cities = gazetteer.cities(place);
            if (named.isEmpty()) {
                gazetteer.country(place).ifPresent(country -> countries.add(country.code()));
            } else if (gazetteer.country(place).isEmpty() && cities.isEmpty()) {
                regions.addAll(named);
                named.forEach(region -> countries.add(region.country()));
            }
            if (cities.stream().map(City::country).distinct().count() == 1) {
                withCities.add(cities.get(0).country());
            }
        }
        return new DocumentPlaces(countries, regions, withCities);
    }

    boolean nameCountryOf(City city) {
        return countries.contains(city.country());
    }

    boolean nameRegionOf(City city) {
        return regions.stream().anyMatch(region -> region.holds(city));
    }
}
