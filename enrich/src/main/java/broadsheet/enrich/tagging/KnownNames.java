package broadsheet.enrich.tagging;

import java.util.List;
import java.util.Map;

/**
 * Known names by kind: people, places, organisations, works and so on.
 *
 * <p>A name is kept as a 32-bit hash of its tokens, sorted, with a byte of flags for its kinds. A sequence of tokens that
 * is no known name is taken for one about once in 2,700 times; the tagger was trained with that noise.
 */
final class KnownNames {
    /** Longest name that is looked up, in tokens. */
    static final int MAX_TOKENS = 6;

    /** How many kinds there are, one bit each. */
    static final int KINDS = 8;

    private static final int MOST_BUCKET_BITS = 20;

    private final int[] names;
    private final byte[] kinds;
    private final int shift;
    private final int[] bucketStarts;

    /**
     * @param names hashes of the names, in ascending order of their unsigned value
     * @param kinds the kinds of each, one bit a kind
     */
    KnownNames(int[] names, byte[] kinds) {
        this.names = names;
        this.kinds = kinds;
        // about two names a bucket
        this.shift = Math.max(32 - MOST_BUCKET_BITS, Integer.numberOfLeadingZeros(names.length | 2) + 1);
        this.bucketStarts = bucketStarts(names, shift);
    }

    /** One of hashes with their kinds, in ascending order of the unsigned hash. */
    static KnownNames of(Map<Integer, Integer> kinds) {
        int[] hashes = kinds.keySet().stream().mapToInt(Integer::intValue).toArray();
        byte[] flags = new byte[hashes.length];
        int at = 0;
        for (int flag : kinds.values()) {
            flags[at++] = (byte) flag;
        }
        return new KnownNames(hashes, flags);
    }

    /** The hashes of the names, as given. */
    int[] names() {
        return names;
    }

    /** The kinds of each of {@link #names}. */
    byte[] kinds() {
        return kinds;
    }

    /** The hash of a name whose first tokens have the hash {@code name} (0 for none) and whose next token is {@code word}. */
    static int extend(int name, int word) {
        return Hashing.of(name, word);
    }

    /**
     * The hash under which one token is looked up: long words in capitals count as capitalised, so that a headline in
     * capitals finds what its text finds.
     */
    static int token(String text) {
        if (text.length() > 3 && Shape.isAllCapitals(text)) {
            StringBuilder word = new StringBuilder(text.length());
            word.append(text.charAt(0));
            for (int i = 1; i < text.length(); i++) {
                word.append(Character.toLowerCase(text.charAt(i)));
            }
            return Hashing.of(word);
        }
        return Hashing.of(text);
    }

    /** The kinds of the name with this hash, 0 if unknown. */
    int kinds(int name) {
        int bucket = name >>> shift;
        for (int i = bucketStarts[bucket]; i < bucketStarts[bucket + 1]; i++) {
            if (names[i] == name) {
                return kinds[i] & 0xFF;
            }
        }
        return 0;
    }

    /** Marks on each token what known names it is part of, and where in them it stands. */
    void mark(List<Clues> sentence) {
        int[] covered = new int[KINDS];
        for (int start = 0; start < sentence.size(); start++) {
            if (!sentence.get(start).mayStartName()) {
                continue;
            }
            int[] lengths = longest(sentence, start);
            for (int kind = 0; kind < KINDS; kind++) {
                if (lengths[kind] > 0 && start + lengths[kind] > covered[kind]) {
                    markName(sentence, start, lengths[kind], kind);
                    covered[kind] = start + lengths[kind];
                }
            }
        }
    }

    private int[] longest(List<Clues> sentence, int start) {
        int[] lengths = new int[KINDS];
        int name = 0;
        int limit = Math.min(MAX_TOKENS, sentence.size() - start);
        for (int length = 1; length <= limit; length++) {
            name = extend(name, sentence.get(start + length - 1).gazetteerWord);
            int found = kinds(name);
            for (int kind = 0; found != 0; kind++, found >>>= 1) {
                if ((found & 1) != 0) {
                    lengths[kind] = length;
                }
            }
        }
        return lengths;
    }

    /** Three bits a kind: 1 begin, 2 inside, 3 last, 4 only. */
    private static void markName(List<Clues> sentence, int start, int length, int kind) {
        for (int i = 0; i < length; i++) {
            int position = length == 1 ? 4 : i == 0 ? 1 : i == length - 1 ? 3 : 2;
            Clues clues = sentence.get(start + i);
            clues.gazetteer = (clues.gazetteer & ~(7 << (3 * kind))) | (position << (3 * kind));
        }
    }

    private static int[] bucketStarts(int[] names, int shift) {
        int[] starts = new int[(1 << (32 - shift)) + 1];
        for (int name : names) {
            starts[(name >>> shift) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        return starts;
    }
}
