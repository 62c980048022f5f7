package broadsheet.ingest.limits;

/**
 * What one page may cost: each visit of a block and each step from a container to the one around it counts, whoever
 * makes it. Counted and not timed, so that the same page always ends the same way. Confined to one page and one thread.
 */
public final class Work {
    private final int limit;
    private int left;

    public Work() {
        this(Limits.WORK);
    }

    Work(int limit) {
        this.limit = limit;
        left = limit;
    }

    /**
     * Counts so many steps.
     *
     * @throws TooComplex if the page has had more than its share
     */
    public void spend(int steps) {
        left -= steps;
        if (left < 0) {
            throw new TooComplex("more than " + limit + " steps from block to block");
        }
    }

    /** Says that a page needs more work than is spent on one. */
    public static final class TooComplex extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooComplex(String message) {
            super(message);
        }
    }
}
