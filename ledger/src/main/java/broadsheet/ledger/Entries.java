package broadsheet.ledger;

/** The entries of a feed or an archive, each an input of its own. Not thread-safe. */
final class Entries {

    private static final int FIRST_ITEMS = 16;

    private final Cells cells;
    private int count;

    Entries(Scratch scratch) {
        cells = new Cells(scratch, FIRST_ITEMS);
    }

    /** What has been said of each. */
    Cells cells() {
        return cells;
    }

    /** Ingest has said how many there are. */
    void expect(int entries) {
        count = entries;
        cells.grow(entries);
    }

    /** How many there are, as far as ingest has said. */
    int count() {
        return count;
    }

    /** Whether there is one of which the last word has not been said. */
    boolean isOneOpen() {
        for (int item = 0; item < count; item++) {
            if (Cell.isOpen(cells.get(item))) {
                return true;
            }
        }
        return false;
    }
}
