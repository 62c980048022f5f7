package broadsheet.sink.memory;

/** The two topics downstream on which an article can stand. */
public enum Place {
    PUBLISHED,
    COPIES
}
