package broadsheet.sink.copies;

/** Hashes that are the same in every process and version. */
final class Hash {

    private Hash() {}

    /** Spreads the bits of {@code value} (the finaliser of SplitMix64, Steele et al. 2014). */
    static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** The upper half of the spread bits. */
    static int fold(long value) {
        return (int) (mix(value) >>> 32);
    }

    /** Hash of a string, over its UTF-16 code units. */
    static long of(CharSequence text) {
        long hash = START;
        for (int i = 0; i < text.length(); i++) {
            hash = add(hash, text.charAt(i));
        }
        return mix(hash);
    }

    static final long START = 0xCBF29CE484222325L;

    /** Adds one character (FNV-1a with a 64-bit prime). */
    static long add(long hash, int character) {
        return (hash ^ character) * 0x100000001B3L;
    }
}
