package broadsheet.ingest.bytes;

import broadsheet.ingest.limits.Lower;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a label of an encoding means: what browsers take it for, which is often more than it says ({@code iso-8859-1} is
 * windows-1252), and nothing that they do not know, such as encodings of which ASCII is no part.
 *
 * <p>Source: WHATWG Encoding Standard, "Names and labels". Left out: {@code ISO-8859-10} and {@code ISO-8859-14}, which
 * the JDK does not have, and the labels of the "replacement" encoding.
 */
final class EncodingLabels {
    private static final Map<String, Charset> CHARSETS = new HashMap<>();

    static {
        put("UTF-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8");
        // A document that could be read as far as such a declaration is not in UTF-16.
        put(
                "UTF-8",
                "unicodefffe utf-16be csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le utf16 utf16le"
                        + " utf16be");
        put("IBM866", "866 cp866 csibm866 ibm866");
        iso(2, "csisolatin2 iso-ir-101 iso_8859-2:1987 l2 latin2");
        iso(3, "csisolatin3 iso-ir-109 iso_8859-3:1988 l3 latin3");
        iso(4, "csisolatin4 iso-ir-110 iso_8859-4:1988 l4 latin4");
        iso(5, "csisolatincyrillic cyrillic iso-ir-144 iso_8859-5:1988");
        iso(
                6,
                "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127"
                        + " iso_8859-6:1987");
        iso(7, "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso_8859-7:1987 sun_eu_greek");
        iso(
                8,
                "csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso_8859-8:1988 visual csiso88598i"
                        + " iso-8859-8-i logical");
        iso(13, "");
        iso(15, "csisolatin9 l9");
        iso(16, "");
        put("KOI8-R", "cskoi8r koi koi8 koi8-r koi8_r");
        put("KOI8-U", "koi8-ru koi8-u");
        put("x-MacRoman", "csmacintosh mac macintosh x-mac-roman");
        put("x-MacUkraine", "x-mac-cyrillic x-mac-ukrainian");
        put("x-windows-874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874");
        for (int page = 1250; page <= 1258; page++) {
            put("windows-" + page, "cp%1$d windows-%1$d x-cp%1$d".formatted(page));
        }
        put(
                "windows-1252",
                "ansi_x3.4-1968 ascii cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1"
                        + " iso_8859-1:1987 l1 latin1 us-ascii");
        put(
                "windows-1254",
                "csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5");
        put("GB18030", "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030");
        put("Big5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5");
        put("EUC-JP", "cseucpkdfmtjapanese euc-jp x-euc-jp");
        put("x-windows-iso2022jp", "csiso2022jp iso-2022-jp");
        put("windows-31j", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis");
        put(
                "x-windows-949",
                "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601"
                        + " windows-949");
    }

    private EncodingLabels() {}

    /** The encoding; empty for a label that means none. */
    static Optional<Charset> charset(String label) {
        return Optional.ofNullable(CHARSETS.get(Lower.of(label.strip())));
    }

    private static void iso(int part, String others) {
        put("ISO-8859-" + part, "iso-8859-%1$d iso8859-%1$d iso8859%1$d iso_8859-%1$d %2$s".formatted(part, others));
    }

    private static void put(String charset, String labels) {
        Charset found = charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset);
        for (String label : labels.strip().split(" ", -1)) {
            CHARSETS.put(label, found);
        }
    }
}
