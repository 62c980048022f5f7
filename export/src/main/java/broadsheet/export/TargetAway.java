package broadsheet.export;

/** The target does not answer at present; it is worth while to try again. */
public final class TargetAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TargetAway(String message, Throwable cause) {
        super(message, cause);
    }
}
