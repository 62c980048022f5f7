package broadsheet.runtime.records;

/** Says whose fault an {@link Error} is. */
final class Blame {

    /** If more of the memory is taken without the record, it was not the record's. */
    private static final double SHORT_OF_MEMORY = 0.8;

    private Blame() {}

    /** Whether the record that was worked on is to blame; the process else, and it has to end. */
    static boolean isOfTheRecord(Error error) {
        if (error instanceof OutOfMemoryError memory) {
            return isHeap(String.valueOf(memory.getMessage())) && isLeft();
        }
        return error instanceof StackOverflowError
                || !(error instanceof VirtualMachineError || error instanceof LinkageError);
    }

    /** Not threads, classes or buffers outside the heap: those are the process's. */
    private static boolean isHeap(String message) {
        return message.startsWith("Java heap space")
                || message.startsWith("Requested array size")
                || message.startsWith("GC overhead");
    }

    /** Whether there is memory again, now that the record is let go. Rare enough to ask the collector outright. */
    @SuppressWarnings("SystemGc")
    private static boolean isLeft() {
        System.gc();
        Runtime memory = Runtime.getRuntime();
        return memory.totalMemory() - memory.freeMemory() < SHORT_OF_MEMORY * memory.maxMemory();
    }
}
