package broadsheet.ingest.html;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a character does in writing, whatever the script: how much it says, whether it divides or ends a sentence, and
 * whether its script puts spaces between clauses and not between words.
 *
 * <p>All writing has letters; most has marks that divide and end sentences, each script its own. Where a script has none
 * (Thai, Lao), and in those of its neighbours that write words without spaces, a space divides clauses, and a long stretch
 * of letters without one is a clause too: {@link Clauses} counts both.
 *
 * <p>Source: the properties Terminal_Punctuation and Sentence_Terminal of the Unicode Character Database, which the JDK does
 * not have, less the Ethiopic word space. Characters of the first plane are looked up in a table, which fills as they
 * come: to work out all of it takes as long as some pages, of which none has a hundredth of them.
 */
public final class Writing {
    private static final int WEIGHT = 3;
    private static final int DIVIDES = 4;
    private static final int ENDS = 8;
    private static final int UNSPACED = 16;
    /** Stands in the table at each character that was asked for before. */
    private static final int KNOWN = 32;

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN,
            UnicodeScript.TAI_LE,
            UnicodeScript.NEW_TAI_LUE,
            UnicodeScript.TAI_THAM,
            UnicodeScript.TAI_VIET,
            UnicodeScript.JAVANESE,
            UnicodeScript.BALINESE);

    /** Scripts besides those of East Asia in which a letter is a syllable. */
    private static final Set<UnicodeScript> SYLLABARIES =
            EnumSet.of(UnicodeScript.ETHIOPIC, UnicodeScript.CANADIAN_ABORIGINAL, UnicodeScript.CHEROKEE);

    /** What ends a sentence. */
    private static final String ENDERS =
            ".!?…。！？．｡।॥؟۔؝؞\u0589\u0700\u0701\u0702\u07f9\u0837\u0839\u083d\u083e\u104a\u104b\u1362\u1367\u1368\u166e"
                    + "\u1735\u1736\u17d4\u17d5\u1803\u1809\u1944\u1945\u1aa8\u1aa9\u1aaa\u1aab\u1b5a\u1b5b\u1b5e\u1b5f\u1b7d\u1b7e\u1c3b\u1c3c\u1c7e"
                    + "\u1c7f\u203c\u203d\u2047\u2048\u2049\u2e2e\u2e3c\u2e53\u2e54\ua4ff\ua60e\ua60f\ua6f3\ua6f7\ua876\ua877\ua8ce\ua8cf\ua92f\ua9c8\ua9c9"
                    + "\uaa5d\uaa5e\uaa5f\uaaf0\uaaf1\uabeb\u0f0d\u0f0e\u0f0f\u0f10\u0f11\u0f12\u0df4\u037e";

    /** What divides one without ending it. */
    private static final String DIVIDERS =
            ",;:、，；：､،؛\u0387\u055d\u061b\u0703\u0704\u0705\u0706\u0707\u0708\u0709\u070a\u070c\u07f8\u0830\u0831\u0832"
                    + "\u0833\u0834\u0835\u0838\u083a\u083b\u083c\u085e\u0e5a\u0e5b\u0f08\u1363\u1364\u1365\u1366\u17d6\u17da\u1802\u1804\u1805\u1808"
                    + "\u1b5d\u1c3d\u1c3e\u1c3f\u2e41\u2e4c\u2e4e\u2e4f\ua4fe\ua60d\ua6f4\ua6f5\ua6f6\ua9c7\uaadf";

    /** Filled by any thread: each writes the same. */
    private static final byte[] FIRST_PLANE = new byte[0x10000];

    private Writing() {}

    /** How much it says, in letters of the Latin script: 0 for what is no letter, 2 for a syllable or an ideograph. */
    public static int weight(int c) {
        return kind(c) & WEIGHT;
    }

    /** Whether it ends a sentence or divides it, as a full stop or a comma does. */
    public static boolean isStop(int c) {
        return (kind(c) & (DIVIDES | ENDS)) != 0;
    }

    /** Whether it ends a sentence. */
    public static boolean endsSentence(int c) {
        return (kind(c) & ENDS) != 0;
    }

    /** Whether it is a letter of a script that puts no spaces between words; ideographs and kana are not asked here. */
    public static boolean isUnspaced(int c) {
        return (kind(c) & UNSPACED) != 0;
    }

    private static int kind(int c) {
        if (c >= FIRST_PLANE.length) {
            return beyond(c);
        }
        int kind = FIRST_PLANE[c];
        return kind == 0 ? firstPlane(c) : kind;
    }

    private static int firstPlane(int c) {
        int mark = ENDERS.indexOf(c) >= 0 ? ENDS : DIVIDERS.indexOf(c) >= 0 ? DIVIDES : 0;
        int kind = KNOWN | mark | letter(c);
        FIRST_PLANE[c] = (byte) kind;
        return kind;
    }

    /** Marks of the scripts beyond the first plane lie beside their letters. */
    private static int beyond(int c) {
        int letter = letter(c);
        return letter == 0 && Character.getType(c) == Character.OTHER_PUNCTUATION ? DIVIDES | ENDS : letter;
    }

    private static int letter(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? 1 : 0;
        }
        int weight = (c >= 0x2e80 && c <= 0xd7a3) || Character.isIdeographic(c)
                ? Character.isLetter(c) ? 2 : 0
                : Character.isLetterOrDigit(c) ? 1 : 0;
        if (weight == 0 && !isMark(c)) {
            return 0;
        }
        UnicodeScript script = UnicodeScript.of(c);
        if (weight == 0) {
            boolean borrowed = script == UnicodeScript.INHERITED || script == UnicodeScript.COMMON;
            weight = borrowed ? 0 : 1;
        }
        weight = weight == 1 && SYLLABARIES.contains(script) ? 2 : weight;
        return weight | (WITHOUT_SPACES.contains(script) ? UNSPACED : 0);
    }

    /** Whether it is a sign on a letter, often its vowel. */
    public static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
