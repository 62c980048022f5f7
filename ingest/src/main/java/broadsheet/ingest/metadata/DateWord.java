package broadsheet.ingest.metadata;

/** What a word means by the numbers of a date. */
enum DateWord {
    MORNING,
    AFTERNOON,
    /** It may stand between the parts of a date: "de", "of", "gada", the name of a weekday. */
    JOINT,
    NONE
}
