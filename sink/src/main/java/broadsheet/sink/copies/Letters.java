package broadsheet.sink.copies;

import java.text.Normalizer;

/**
 * Which letters a word has, and with which it begins, in 16 bits: enough to tell another spelling, a slip of the pen or a
 * misread letter from another word.
 */
final class Letters {

    private static final int LATIN = 0x180;
    private static final int KINDS = 13;
    private static final int SET = (1 << KINDS) - 1;
    private static final String COMMON = "etaoinsrhldcu";
    private static final String RARE = "mpgfbvkwyzjxq";
    private static final byte[] BASE = new byte[LATIN];

    static {
        for (int c = 0; c < LATIN; c++) {
            String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
            BASE[c] = (byte) Character.toLowerCase(parts.charAt(0));
        }
    }

    private Letters() {}

    /** Adds a letter to those before it; to 0 if it is the first. */
    static int add(int letters, int letter) {
        int base = letter < LATIN ? BASE[letter] : letter;
        int common = COMMON.indexOf(base);
        int rare = RARE.indexOf(base);
        int bit = common >= 0 ? common : rare >= 0 ? KINDS - 1 - rare : Math.floorMod(base * 7, KINDS);
        int first = letters == 0 ? ((base * 5) & 7) << KINDS : 0;
        return letters | first | (1 << bit);
    }

    /** Whether two words with these letters may be one word in two spellings. */
    static boolean areAlike(int letters, int other) {
        int shared = Integer.bitCount(letters & other & SET);
        int all = Integer.bitCount((letters | other) & SET);
        boolean sameFirst = letters >>> KINDS == other >>> KINDS;
        return shared * 5 >= all * (sameFirst ? 3 : 4);
    }
}
