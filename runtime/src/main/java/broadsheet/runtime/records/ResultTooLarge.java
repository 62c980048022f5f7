package broadsheet.runtime.records;

/** A record became something that no topic would take. */
final class ResultTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ResultTooLarge(long bytes, long limit) {
        super("the result has " + bytes + " bytes, limit " + limit);
    }
}
