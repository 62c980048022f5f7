package broadsheet.export;

/**
 * What became of the records that were read: {@code read = written + withdrawn + passed-over + superseded + poison}.
 *
 * @param written articles that were wanted
 * @param withdrawn tombstones
 * @param passedOver articles that were not wanted
 * @param superseded records that were followed by another one of the same key before they were carried out
 * @param poison records that could not be read, or that the target could not hold
 */
public record ExportTally(long written, long withdrawn, long passedOver, long superseded, long poison) {

    static final ExportTally NONE = new ExportTally(0, 0, 0, 0, 0);
    static final ExportTally WRITTEN = new ExportTally(1, 0, 0, 0, 0);
    static final ExportTally WITHDRAWN = new ExportTally(0, 1, 0, 0, 0);
    static final ExportTally PASSED_OVER = new ExportTally(0, 0, 1, 0, 0);
    static final ExportTally SUPERSEDED = new ExportTally(0, 0, 0, 1, 0);
    static final ExportTally POISON = new ExportTally(0, 0, 0, 0, 1);

    ExportTally plus(ExportTally more) {
        return new ExportTally(
                written + more.written,
                withdrawn + more.withdrawn,
                passedOver + more.passedOver,
                superseded + more.superseded,
                poison + more.poison);
    }

    long read() {
        return written + withdrawn + passedOver + superseded + poison;
    }

    /** One line, with how many articles the target holds. */
    String line(long rows) {
        return "read=" + read() + " written=" + written + " withdrawn=" + withdrawn + " passed-over=" + passedOver
                + " superseded=" + superseded + " poison=" + poison + " rows=" + rows;
    }
}
