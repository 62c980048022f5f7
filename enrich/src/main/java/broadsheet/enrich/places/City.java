package broadsheet.enrich.places;

/**
 * A populated place.
 *
 * @param id of GeoNames
 * @param name as GeoNames lists it
 * @param country ISO 3166-1 alpha-2
 * @param region first-order division, by GeoNames' code; for the United States the two-letter state
 * @param isCapital whether it is a national capital
 * @param isPart whether it is a part of another city
 * @param population 0 if not known
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 */
record City(
        String id,
        String name,
        String country,
        String region,
        boolean isCapital,
        boolean isPart,
        int population,
        double latitude,
        double longitude) {

    /** Whether an article that names it without more can be expected to mean it. */
    boolean isLarge() {
        return !isPart && (isCapital || population >= 50_000);
    }
}
