package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what is printed")
class PlainOutputTest {

    private static String printed(byte[] bytes, int piece) {
        var out = new ByteArrayOutputStream();
        PrintStream plain = PlainOutput.over(out);
        for (int at = 0; at < bytes.length; at += piece) {
            plain.write(bytes, at, Math.min(piece, bytes.length - at));
        }
        plain.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String printed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String whole = printed(bytes, bytes.length);
        assertThat(printed(bytes, 1)).isEqualTo(whole);
        assertThat(printed(bytes, 2)).isEqualTo(whole);
        return whole;
    }

    @Test
    void isNeverObeyed() {
        assertThat(printed("a\u001b]0;mine\u0007b\u009b2Jc\u202ed\u2066e\u2069f\rg\u007fh"))
                .isEqualTo("a\\u001b]0;mine\\u0007b\\u009b2Jc\\u202ed\\u2066e\\u2069f\\u000dg\\u007fh");
    }

    @Test
    void isLeftAsItIsOtherwise() {
        String text =
                "Ein Stra\u00dfenfest \u2014 \u201eschon\u201c \u00a9\u00a0\u00c2\u2028\t\u6e2f \ud83d\ude00\u200d\n";
        assertThat(printed(text)).isEqualTo(text);
    }
}
