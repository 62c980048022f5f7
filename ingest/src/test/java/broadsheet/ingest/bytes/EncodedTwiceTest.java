package broadsheet.ingest.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a page that was encoded twice")
class EncodedTwiceTest {
    private static String again(String text, String charset) {
        return new String(text.getBytes(UTF_8), Charset.forName(charset));
    }

    private static String decoded(String text) {
        return TextDecoder.decode(("<html><p>" + text).getBytes(UTF_8), Optional.of("text/html; charset=utf-8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The “harbour” isn’t closed — it costs €5 more",
                "Le café a été fermé dès l’été",
                "Мост через реку закрыли на два года, сообщил мэр",
                "橋は二年間閉鎖されると市長は述べた",
                "Smile 😀 and 😀 and 😀 again"
            })
    void isReadAsItWasMeant(String text) {
        assertThat(decoded(again(text, "ISO-8859-1"))).endsWith(text);
    }

    @Test
    void isReadAsItWasMeantWhenTakenForWindows() {
        String text = "The harbour isn’t closed – “not yet”, it’s said…".replace('”', '’');
        assertThat(decoded(again(text, "windows-1252"))).endsWith(text);
    }

    @Test
    void isReadAsItWasMeantWhenTakenForCyrillic() {
        String text = "Мост закрыт на два года; мэр доволен";
        assertThat(decoded(again(text, "windows-1251"))).contains("Мост").contains("закрыт");
    }

    @Test
    void isReadAsItWasMeantWhenEncodedThreeTimes() {
        String text = "Le café a été fermé dès l'été";
        assertThat(decoded(again(again(text, "ISO-8859-1"), "ISO-8859-1"))).endsWith(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Au « CAFÉ», la mairie a été déçue, et l’été fut très gai",
                "NÃO É, SÃO PAULO, AVIÃO, CORAÇÃO – ação e maçã",
                "РЁВ МОТОРА: РОССИЯ И СЁЛА",
                "Ã© is what é becomes, and déjà vu, naïveté, façade",
                "Ünïcödé ŵïth mäny márks"
            })
    void isNotSeenWhereTextIsWhatItSays(String text) {
        assertThat(decoded(text)).endsWith(text);
    }
}
