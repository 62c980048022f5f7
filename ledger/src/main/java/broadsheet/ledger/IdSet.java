package broadsheet.ledger;

import java.nio.ByteBuffer;

/**
 * A set of article ids, eight bytes each, outside the heap: open addressing with linear probing, at most two thirds full.
 * Ids are told apart by 64 bits of a hash: among ten million, two are taken for one once in 370,000 sets. Not thread-safe.
 */
final class IdSet {

    private static final long FREE = 0;
    private static final long REMOVED = 1;
    private static final int FIRST_SLOTS = 1 << 10;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Scratch scratch;
    private ByteBuffer table;
    private int slots = FIRST_SLOTS;
    private int taken;

    IdSet(Scratch scratch) {
        this.scratch = scratch;
        table = scratch.take(FIRST_SLOTS * Long.BYTES);
    }

    /** 64 bits that stand for an id; never one of those with a meaning of their own (FNV-1a, then mixed as in MurmurHash3). */
    static long hash(String id) {
        long hash = FNV_BASIS;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == FREE || hash == REMOVED ? FNV_BASIS : hash;
    }

    boolean contains(long hash) {
        return at(find(hash)) == hash;
    }

    void add(long hash) {
        int slot = find(hash);
        if (at(slot) == hash) {
            return;
        }
        table.putLong(slot * Long.BYTES, hash);
        taken++;
        if (taken > slots / 3 * 2) {
            grow();
        }
    }

    void remove(long hash) {
        int slot = find(hash);
        if (at(slot) == hash) {
            table.putLong(slot * Long.BYTES, REMOVED);
        }
    }

    /** Where it stands, or the first free place after where it would. */
    private int find(long hash) {
        int slot = (int) hash & (slots - 1);
        while (at(slot) != hash && at(slot) != FREE) {
            slot = (slot + 1) & (slots - 1);
        }
        return slot;
    }

    private long at(int slot) {
        return table.getLong(slot * Long.BYTES);
    }

    private void grow() {
        ByteBuffer old = table;
        int oldSlots = slots;
        slots *= 2;
        table = scratch.take(slots * Long.BYTES);
        taken = 0;
        for (int slot = 0; slot < oldSlots; slot++) {
            long hash = old.getLong(slot * Long.BYTES);
            if (hash != FREE && hash != REMOVED) {
                table.putLong(find(hash) * Long.BYTES, hash);
                taken++;
            }
        }
        scratch.giveBack(old);
    }
}
