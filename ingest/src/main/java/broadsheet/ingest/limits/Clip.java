package broadsheet.ingest.limits;

/** Cuts a text where it is read. */
public final class Clip {
    private Clip() {}

    /** The first {@code most} characters of a text, without half a surrogate pair at the end. */
    public static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
