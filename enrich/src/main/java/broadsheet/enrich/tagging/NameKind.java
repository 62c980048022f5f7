package broadsheet.enrich.tagging;

/** The kinds of known names in the gazetteer of the English model, each with its bit. */
public enum NameKind {
    /** Full names of people. */
    PERSON(1 << 0),
    /** Places of all sorts, rivers and buildings too. */
    LOCATION(1 << 1),
    /** Companies, parties, teams, offices. */
    ORGANIZATION(1 << 2),
    /** Books, films, songs. */
    WORK(1 << 3),
    /** Battles, prizes, products, ships. */
    EVENT_OR_OBJECT(1 << 4),
    /** Single given and family names. */
    PERSONAL_NAME(1 << 5),
    /** Countries, states and large towns. */
    KNOWN_PLACE(1 << 6),
    /** Nationalities, religions and jobs. */
    NATIONALITY_OR_JOB(1 << 7);

    private final int bit;

    NameKind(int bit) {
        this.bit = bit;
    }

    /** Its flag among the kinds of a name. */
    public int bit() {
        return bit;
    }
}
