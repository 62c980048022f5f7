package broadsheet.enrich.places;

/** A state or province: its country (ISO 3166-1 alpha-2), and its code within the country as GeoNames has it. */
record Region(String country, String code) {

    boolean holds(City city) {
        return city.country().equals(country) && city.region().equals(code);
    }
}
