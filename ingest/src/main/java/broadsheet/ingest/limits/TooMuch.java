package broadsheet.ingest.limits;

/** Says that a page has more of something than is read. The message says of what, how much, and the limit. */
public final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** As in {@code 200002 tags, limit 200000}. */
    public TooMuch(long found, String what, long limit) {
        super(found + " " + what + ", limit " + limit);
    }

    /** Throws where there is more than the limit. */
    public static void check(long found, String what, long limit) {
        if (found > limit) {
            throw new TooMuch(found, what, limit);
        }
    }
}
