package broadsheet.runtime.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A note of what a step is at work on, which outlives the process, however it ends: a few bytes of a file that are mapped
 * into memory, so that to write them costs nothing. Found when the step starts again, it is a strike against that record.
 * The decision record {@code docs/adr/poisoned-records.md} says why it is kept like this.
 */
final class AtWork {

    private static final int SIZE = 32;
    private static final int AT = 0;
    private static final int SUSPECT = 8;
    private static final int STRIKES = 16;

    /** Where no offset stands; offsets are kept plus one. */
    private static final long NONE = 0;

    private final String topicPartition;
    private final MappedByteBuffer note;
    private volatile long offset = -1;
    private volatile long since;

    private AtWork(String topicPartition, MappedByteBuffer note) {
        this.topicPartition = topicPartition;
        this.note = note;
    }

    /**
     * Opens the note of a step, and counts a strike if it was at work when it was last heard of.
     *
     * @param topicPartition what the step reads, for a person
     */
    static AtWork open(Path file, String topicPartition) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                if (channel.size() < SIZE) {
                    // Written and not only reserved: on a full disk a mapped page that is not there ends the JVM.
                    channel.write(ByteBuffer.allocate(SIZE), 0);
                }
                AtWork step = new AtWork(topicPartition, channel.map(MapMode.READ_WRITE, 0, SIZE));
                step.takeUp();
                return step;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be written: " + file, e);
        }
    }

    private void takeUp() {
        long at = note.getLong(AT);
        if (at != NONE) {
            strike(at);
            note.putLong(AT, NONE);
        }
    }

    private void strike(long at) {
        long strikes = note.getLong(SUSPECT) == at ? note.getLong(STRIKES) : 0;
        note.putLong(SUSPECT, at);
        note.putLong(STRIKES, strikes + 1);
    }

    /** How often the step did not survive this record. */
    int strikes(long record) {
        return note.getLong(SUSPECT) == record + 1 ? (int) note.getLong(STRIKES) : 0;
    }

    /** It begins with a record. */
    void begin(long record) {
        note.putLong(AT, record + 1);
        since = System.nanoTime();
        offset = record;
    }

    /** It has come through with it: what was held against the record is forgotten. */
    void end() {
        if (note.getLong(SUSPECT) == note.getLong(AT)) {
            note.putLong(SUSPECT, NONE);
        }
        rest();
    }

    private void rest() {
        offset = -1;
        note.putLong(AT, NONE);
    }

    /** It has come to an end with it, but not well: if it meets it again, that counts. */
    void endBadly() {
        strike(note.getLong(AT));
        rest();
    }

    /** How long it has been at work on the same record, in nanoseconds; 0 if it is at work on none. */
    long nanos() {
        return offset < 0 ? 0 : System.nanoTime() - since;
    }

    /** The record that it is at work on: {@code news.raw-pages 2@17}. */
    String place() {
        return place(offset);
    }

    String place(long record) {
        return topicPartition + "@" + record;
    }
}
