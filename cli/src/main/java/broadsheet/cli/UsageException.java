package broadsheet.cli;

/** What was said on the command line cannot be meant: one line, and exit code 2. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
