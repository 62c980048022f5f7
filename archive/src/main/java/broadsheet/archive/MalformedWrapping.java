package broadsheet.archive;

/** Says that an envelope or an archive record is not what it claims to be. The message says what is wrong. */
public final class MalformedWrapping extends Exception {
    private static final long serialVersionUID = 1;

    public MalformedWrapping(String message) {
        super(message);
    }
}
