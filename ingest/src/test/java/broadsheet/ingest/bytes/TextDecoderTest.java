package broadsheet.ingest.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {
    private static final String FRENCH =
            "Le port a été fermé dès l’été ; le maire, déçu, a promis « une fête » à Noël. ";
    private static final String GERMAN =
            "Die Brücke über den Fluß wurde für zwei Jahre gesperrt, sagte der Bürgermeister. ";
    private static final String POLISH =
            "Most został zamknięty na dwa lata, powiedział burmistrz, a mieszkańcy są źli i pełni złości. ";
    private static final String RUSSIAN =
            "Мост через реку закрыли на два года, сообщил мэр города, и жители остались недовольны. ";
    private static final String UKRAINIAN =
            "Міст через річку закрили на два роки, повідомив мер, і жителі міста цим незадоволені. ";
    private static final String GREEK =
            "Η γέφυρα θα μείνει κλειστή για δύο χρόνια, είπε ο δήμαρχος της πόλης στους κατοίκους. ";
    private static final String TURKISH =
            "Köprü iki yıl boyunca kapalı kalacak, dedi belediye başkanı; şehirde yaşayanlar üzgün. ";
    private static final String JAPANESE = "橋は二年間閉鎖されると市長は述べた。住民たちはとても困っているという。";
    private static final String CHINESE = "市长说，这座桥将在两年内关闭，人们对这个消息不是很高兴，他们来到了中心。";
    private static final String TAIWANESE = "市長說，這座橋將在兩年內關閉，人們對這個消息不是很高興，他們來到了中心。";
    private static final String KOREAN = "다리는 이년 동안 닫힌다고 시장이 말했다. 사람들은 이에 대하여 불만을 나타내고 있다. ";

    private static String text(String language) {
        return switch (language) {
            case "fr" -> FRENCH;
            case "de" -> GERMAN;
            case "pl" -> POLISH;
            case "ru" -> RUSSIAN;
            case "uk" -> UKRAINIAN;
            case "el" -> GREEK;
            case "tr" -> TURKISH;
            case "ja" -> JAPANESE;
            case "zh" -> CHINESE;
            case "tw" -> TAIWANESE;
            case "ko" -> KOREAN;
            default -> throw new IllegalArgumentException(language);
        };
    }

    @ParameterizedTest(name = "{1} in {0}, as the server declares")
    @CsvSource({
        "windows-1252,fr",
        "iso-8859-1,de",
        "iso-8859-15,fr",
        "windows-1250,pl",
        "iso-8859-2,pl",
        "windows-1251,ru",
        "koi8-r,ru",
        "koi8-u,uk",
        "iso-8859-5,ru",
        "windows-1253,el",
        "windows-1254,tr",
        "iso-8859-9,tr",
        "shift_jis,ja",
        "euc-jp,ja",
        "iso-2022-jp,ja",
        "gb2312,zh",
        "gbk,zh",
        "gb18030,zh",
        "big5,tw",
        "euc-kr,ko",
        "utf-8,ru"
    })
    void comesBackAsItWentOutWhenDeclared(String charset, String language) {
        String text = "<p>" + text(language).repeat(4) + "</p>";
        byte[] bytes = text.getBytes(Charset.forName(charset));
        if (language.equals("fr") && charset.equals("iso-8859-15")) {
            text = text.replace('’', '?');
            bytes = text.getBytes(Charset.forName(charset));
        }
        assertThat(TextDecoder.decode(bytes, Optional.of("text/html; charset=" + charset)))
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "{1} in {0}, undeclared")
    @CsvSource({
        "windows-1252,fr",
        "windows-1252,de",
        "windows-1250,pl",
        "windows-1251,ru",
        "koi8-r,ru",
        "windows-1251,uk",
        "windows-1253,el",
        "windows-1254,tr",
        "shift_jis,ja",
        "euc-jp,ja",
        "gb18030,zh",
        "big5,tw",
        "euc-kr,ko",
        "utf-8,pl"
    })
    void isGuessedWhenNothingIsDeclared(String charset, String language) {
        String text = "<html><body><p>" + text(language).repeat(6) + "</p></body></html>";
        assertThat(TextDecoder.decode(text.getBytes(Charset.forName(charset)), Optional.empty()))
                .isEqualTo(text);
    }

    @Test
    void readsTheDeclarationInTheDocument() {
        String page = "<html><head><meta charset=\"windows-1251\"></head><body>" + RUSSIAN + "</body></html>";
        assertThat(TextDecoder.decode(page.getBytes(Charset.forName("windows-1251")), Optional.empty()))
                .isEqualTo(page);
    }

    @Test
    void takesUtf8ForWhatItIsWhateverTheServerSays() {
        assertThat(TextDecoder.decode(
                        RUSSIAN.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=iso-8859-1")))
                .isEqualTo(RUSSIAN);
    }

    @Test
    void readsUtf16WithAndWithoutItsMark() {
        String page = "<html><body>" + FRENCH + "</body></html>";
        assertThat(TextDecoder.decode(page.getBytes(StandardCharsets.UTF_16), Optional.empty()))
                .isEqualTo(page);
        assertThat(TextDecoder.decode(page.getBytes(StandardCharsets.UTF_16LE), Optional.empty()))
                .isEqualTo(page);
    }

    @Test
    void keepsTheRestOfAPageWithOneBrokenByte() {
        byte[] bytes = (RUSSIAN + "#" + RUSSIAN).getBytes(StandardCharsets.UTF_8);
        bytes[RUSSIAN.getBytes(StandardCharsets.UTF_8).length] = (byte) 0xff;
        assertThat(TextDecoder.decode(bytes, Optional.empty())).isEqualTo(RUSSIAN + "\ufffd" + RUSSIAN);
    }

    @Test
    void staysWithTheDeclarationWhenAPageWasCutInsideALetter() {
        byte[] whole = JAPANESE.repeat(4).getBytes(Charset.forName("Shift_JIS"));
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        assertThat(TextDecoder.decode(cut, Optional.of("text/html; charset=Shift_JIS")))
                .startsWith(JAPANESE)
                .endsWith("\ufffd");
        assertThat(TextDecoder.decode(cut, Optional.empty())).startsWith(JAPANESE);
    }

    @Test
    void doesNotTakeASingleAccentForABrokenLetterOfUtf8() {
        byte[] page = "<p>The café on the quay is closed.</p>".getBytes(Charset.forName("windows-1252"));
        assertThat(TextDecoder.decode(page, Optional.of("text/html; charset=utf-8")))
                .contains("café");
    }

    @Test
    void takesZerosInBothBytesOfAPairForNoUtf16() {
        assertThat(Utf16.of(new byte[4096])).isEmpty();
        assertThat(Utf16.of("a plain page".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
