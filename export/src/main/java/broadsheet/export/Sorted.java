package broadsheet.export;

/** What a record of a downstream topic is to an export. */
sealed interface Sorted {

    /** How it counts. */
    ExportTally tally();

    /** A record that asks for a change. */
    sealed interface Asking extends Sorted {

        Change change();
    }

    /** An article that is wanted. */
    record Wanted(Change change) implements Asking {
        @Override
        public ExportTally tally() {
            return ExportTally.WRITTEN;
        }
    }

    /** An article that is not; an earlier version of it may have been. */
    record PassedOver(Change change) implements Asking {
        @Override
        public ExportTally tally() {
            return ExportTally.PASSED_OVER;
        }
    }

    /** A tombstone. */
    record Withdrawn(Change change) implements Asking {
        @Override
        public ExportTally tally() {
            return ExportTally.WITHDRAWN;
        }
    }

    /** A record that cannot be read. */
    record Poison(String why) implements Sorted {
        @Override
        public ExportTally tally() {
            return ExportTally.POISON;
        }
    }
}
