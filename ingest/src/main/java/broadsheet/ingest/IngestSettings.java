package broadsheet.ingest;

/**
 * What can be set about ingest.
 *
 * @param maxPageBytes most bytes of one page, before and after unpacking; default 10 MiB; larger ones are rejected
 */
public record IngestSettings(int maxPageBytes) {
    public IngestSettings {
        if (maxPageBytes < 1) {
            throw new IllegalArgumentException("maxPageBytes must be at least 1: " + maxPageBytes);
        }
    }

    /** The defaults. */
    public static IngestSettings defaults() {
        return new IngestSettings(10 * 1024 * 1024);
    }
}
