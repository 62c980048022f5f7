package broadsheet.enrich.tagging;

/** The kinds of known names in the gazetteer of the English model, in the order of their bits. */
public enum NameKind {
    /** Full names of people. */
    PERSON,
    /** Places of all sorts, rivers and buildings too. */
    LOCATION,
    /** Companies, parties, teams, offices. */
    ORGANIZATION,
    /** Books, films, songs. */
    WORK,
    /** Battles, prizes, products, ships. */
    EVENT_OR_OBJECT,
    /** Single given and family names. */
    PERSONAL_NAME,
    /** Countries, states and large towns. */
    KNOWN_PLACE,
    /** Nationalities, religions and jobs. */
    NATIONALITY_OR_JOB;

    /** Its flag among the kinds of a name. */
    public int bit() {
        return 1 << ordinal();
    }
}
