package broadsheet.publish;

/** One thing that a source holds: a page, or something else with the reason why it is not sent. */
public sealed interface SourceItem {

    /** File name, or for an archive its name and the position of the record: what an operator can look for. */
    String name();

    /** A page to send. */
    record Page(SourcePage page) implements SourceItem {
        @Override
        public String name() {
            return page.name();
        }
    }

    /**
     * Not a page and not meant to be one: an image, a redirect, a request record.
     *
     * @param name what was passed over
     * @param reason why, for a person
     */
    record Skipped(String name, String reason) implements SourceItem {}

    /**
     * Meant to be a page, and cannot be read or is beyond all limits.
     *
     * @param name what could not be read
     * @param reason why, for a person
     */
    record Unreadable(String name, String reason) implements SourceItem {}
}
