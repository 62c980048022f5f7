package broadsheet.ingest.bytes;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Guesses the encoding of bytes that neither are UTF-8 nor say what they are: each candidate reads them, and the one
 * whose letters beyond ASCII are the most usual ones of its languages wins. A language that the page declares counts
 * for its encodings.
 */
final class EncodingGuess {
    private static final String MARKS = "’‘“”„–—…«»€№ \u00a0";
    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў";
    private static final String HANZI = "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后這來國個說們為時會過學對後";
    private static final String HANGUL = "이다는에의를가은로하고을지도한서리기사인아자시대어정";

    /**
     * One encoding.
     *
     * @param usual the letters beyond ASCII that running text in its languages mostly consists of
     * @param share the share of them that such text reaches
     * @param languages two-letter codes, separated by spaces
     */
    private record Candidate(Charset charset, BitSet usual, double share, String languages) {
        Candidate(String charset, String usual, double share, String languages) {
            this(Charset.forName(charset), new BitSet(), share, languages);
            usual.chars().forEach(this.usual::set);
        }
    }

    private static final String POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ" + MARKS;
    private static final String CZECH = "áčďéěíľňóôřšťúůýžÁČĎÉÍŇÓŘŠŤÚÝŽ" + MARKS;
    private static final String HUNGARIAN = "áéíóöőúüűÁÉÍÓÖŐÚÜŰ" + MARKS;
    private static final String ROMANIAN = "ăâîşţĂÂÎŞŢ" + MARKS;

    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate(
                    "windows-1252",
                    "éèàçêîôûâëïùœæáíóúñ¿¡äöüßåøãõÉÀÇÄÖÜÅØÁÓÚÑ°©®·´" + MARKS,
                    1,
                    "en fr es de it pt nl sv da no fi"),
            new Candidate("windows-1250", POLISH, 1, "pl"),
            new Candidate("ISO-8859-2", POLISH, 1, "pl"),
            new Candidate("windows-1250", CZECH, 1, "cs sk hr sl"),
            new Candidate("ISO-8859-2", CZECH, 1, "cs sk hr sl"),
            new Candidate("windows-1250", HUNGARIAN, 1, "hu"),
            new Candidate("ISO-8859-2", HUNGARIAN, 1, "hu"),
            new Candidate("windows-1250", ROMANIAN, 1, "ro"),
            new Candidate("windows-1251", CYRILLIC + MARKS, 1, "ru uk bg sr be mk"),
            new Candidate("KOI8-U", CYRILLIC + MARKS, 1, "ru uk"),
            new Candidate("ISO-8859-5", CYRILLIC + MARKS, 1, "ru"),
            new Candidate("IBM866", CYRILLIC + MARKS, 1, "ru"),
            new Candidate("windows-1253", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ" + MARKS, 1, "el"),
            new Candidate("windows-1254", "çğıöşüâîÇĞİÖŞÜ" + MARKS, 1, "tr"),
            new Candidate("windows-1255", "אבגדהוזחטיכךלמםנןסעפףצץקרשת" + MARKS, 1, "he"),
            new Candidate("windows-1256", "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإؤئ" + MARKS, 1, "ar fa"),
            new Candidate("x-windows-874", "กขคงจฉชซญณดตถทธนบปผฝพฟภมยรลวศษสหอะาำิีึืุูเแโใไ่้์ั็" + MARKS, 1, "th"),
            new Candidate("windows-31j", kana(), 0.45, "ja"),
            new Candidate("EUC-JP", kana(), 0.45, "ja"),
            new Candidate("GB18030", HANZI + "，。、“”：", 0.22, "zh"),
            new Candidate("Big5-HKSCS", HANZI + "，。、「」：", 0.22, "zh"),
            new Candidate("x-windows-949", HANGUL, 0.3, "ko"));
    private static final double DECLARED_LANGUAGE = 0.15;
    /** So much from the first letter beyond ASCII on tells the encoding as well as ten megabytes. */
    private static final int SAMPLE = 1 << 18;

    private EncodingGuess() {}

    static String decode(byte[] bytes, String language) {
        byte[] sample = sample(bytes);
        Candidate best = CANDIDATES.get(0);
        double most = -1;
        for (Candidate candidate : CANDIDATES) {
            double fit = fit(candidate, sample);
            if (fit > 0 && !language.isEmpty() && candidate.languages().contains(language.substring(0, 2))) {
                fit += DECLARED_LANGUAGE;
            }
            if (fit > most + 1e-9) {
                most = fit;
                best = candidate;
            }
        }
        return new String(bytes, best.charset());
    }

    private static byte[] sample(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && bytes[start] >= 0) {
            start++;
        }
        return Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + SAMPLE));
    }

    private static double fit(Candidate candidate, byte[] bytes) {
        String text = new String(bytes, candidate.charset());
        long beyond = 0;
        long usual = 0;
        long broken = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                beyond++;
                usual += candidate.usual().get(c) && !mixesScripts(text, i) ? 1 : 0;
                broken += c == '\ufffd' ? 1 : 0;
            }
        }
        boolean another = beyond == 0 || !TextDecoder.isNear(broken, beyond);
        return another ? 0 : Math.min(1, usual / (candidate.share() * beyond));
    }

    /** A Greek, Cyrillic or Hebrew letter next to a Latin one is no letter of a word but a wrong guess. */
    private static boolean mixesScripts(String text, int index) {
        char c = text.charAt(index);
        return c >= 0x370 && c < 0x600 && (isLatin(text, index - 1) || isLatin(text, index + 1));
    }

    private static boolean isLatin(String text, int index) {
        if (index < 0 || index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static String kana() {
        var kana = new StringBuilder("、。「」ー");
        for (char c = 'ぁ'; c <= 'ん'; c++) {
            kana.append(c);
        }
        for (char c = 'ァ'; c <= 'ヶ'; c++) {
            kana.append(c);
        }
        return kana.toString();
    }
}
