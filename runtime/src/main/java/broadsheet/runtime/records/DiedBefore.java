package broadsheet.runtime.records;

/** The stage ended, or had to give up, on this record before, and does not try it once more. */
final class DiedBefore extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DiedBefore(String place, int times) {
        super("the stage ended " + times + " times while it worked on " + place);
    }
}
