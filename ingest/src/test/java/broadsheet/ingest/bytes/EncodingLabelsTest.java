package broadsheet.ingest.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the label of an encoding")
class EncodingLabelsTest {

    @ParameterizedTest
    @CsvSource({
        "iso8859-1,windows-1252",
        "csISOLatin1,windows-1252",
        "IBM819,windows-1252",
        "l1,windows-1252",
        "ansi_x3.4-1968,windows-1252",
        "latin5,windows-1254",
        "l2,ISO-8859-2",
        "iso88595,ISO-8859-5",
        "sun_eu_greek,ISO-8859-7",
        "logical,ISO-8859-8",
        "iso_8859-15,ISO-8859-15",
        "x-cp1251,windows-1251",
        "koi8-ru,KOI8-U",
        "dos-874,x-windows-874",
        "chinese,GB18030",
        "x-x-big5,Big5-HKSCS",
        "ms932,windows-31j",
        "ks_c_5601-1989,x-windows-949",
        "unicode11utf8,UTF-8",
        "utf-16le,UTF-8"
    })
    void meansWhatBrowsersTakeItFor(String label, String charset) {
        assertThat(EncodingLabels.charset(label)).get().hasToString(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ibm037", "cp1047", "utf-7", "utf-32", "x-unknown", ""})
    void meansNothingWhereBrowsersKnowNone(String label) {
        assertThat(EncodingLabels.charset(label)).isEmpty();
    }
}
