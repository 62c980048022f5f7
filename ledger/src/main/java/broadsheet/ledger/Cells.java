package broadsheet.ledger;

import java.nio.ByteBuffer;

/** A row of {@link Cell}s with the hash of the article of each, outside the heap. Not thread-safe. */
final class Cells {

    private static final int WORD = Integer.BYTES;
    private static final int ROOM = Integer.BYTES + Long.BYTES;

    private final Scratch scratch;
    private ByteBuffer bytes;

    Cells(Scratch scratch, int count) {
        this.scratch = scratch;
        bytes = scratch.take(count * ROOM);
    }

    int size() {
        return bytes.capacity() / ROOM;
    }

    /** What is known of it; silent if it is beyond the row. */
    int get(int index) {
        return index < size() ? bytes.getInt(index * ROOM) : Cell.SILENT;
    }

    void set(int index, int cell) {
        bytes.putInt(index * ROOM, cell);
    }

    /** The article that it concerns, as {@link IdSet#hash}; 0 if none. */
    long article(int index) {
        return bytes.getLong(index * ROOM + WORD);
    }

    void article(int index, long hash) {
        bytes.putLong(index * ROOM + WORD, hash);
    }

    /** Makes room for so many. */
    void grow(int count) {
        if (count > size()) {
            ByteBuffer old = bytes;
            bytes = scratch.take(Integer.highestOneBit(Math.max(count, 16) * 2 - 1) * ROOM);
            bytes.put(0, old, 0, old.capacity());
            scratch.giveBack(old);
        }
    }

    void giveBack() {
        scratch.giveBack(bytes);
    }
}
