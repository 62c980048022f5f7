package broadsheet.enrich.places;

/** A country or territory: ISO 3166-1 alpha-2 code and English name. */
record Country(String code, String name) {}
