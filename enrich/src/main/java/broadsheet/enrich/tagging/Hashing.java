package broadsheet.enrich.tagging;

/** Hashes that are the same on every machine and in every run; the model file depends on them. */
final class Hashing {
    private static final int EMPTY = 0x811C9DC5;

    private Hashing() {}

    /** Hash of a word; 0 is kept for "no word". */
    static int of(CharSequence word) {
        return of(word, 0, word.length());
    }

    /** Hash of the part of a word from {@code start} to {@code end}. */
    static int of(CharSequence word, int start, int end) {
        int hash = EMPTY;
        for (int i = start; i < end; i++) {
            hash = (hash ^ word.charAt(i)) * 0x01000193;
        }
        return scramble(hash);
    }

    /** One hash for two values whose order matters. */
    static int of(int first, int second) {
        return scramble(first * 0x9E3779B1 + Integer.rotateLeft(second * 0x85EBCA6B, 13));
    }

    /** The finalizer of MurmurHash3 (Appleby, public domain): every input bit reaches every output bit. */
    static int scramble(int value) {
        int hash = value;
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }
}
