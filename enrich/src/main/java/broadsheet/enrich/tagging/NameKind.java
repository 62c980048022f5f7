package broadsheet.enrich.tagging;

/** The kinds of known names in the gazetteer of the English model. */
public enum NameKind {
    /** Full names of people. */
    PERSON(1),
    /** Places of all sorts, rivers and buildings too. */
    LOCATION(2),
    /** Companies, parties, teams, offices. */
    ORGANIZATION(4),
    /** Books, films, songs. */
    WORK(8),
    /** Battles, prizes, products, ships. */
    EVENT_OR_OBJECT(16),
    /** Single given and family names. */
    PERSONAL_NAME(32),
    /** Countries, states and large towns. */
    KNOWN_PLACE(64),
    /** Nationalities, religions and jobs. */
    NATIONALITY_OR_JOB(128);

    private final int bit;

    NameKind(int bit) {
        this.bit = bit;
    }

    /** Its flag among the kinds of a name. */
    public int bit() {
        return bit;
    }
}
