package broadsheet.sink.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a fingerprint")
class FingerprintTest {

    private static final Fingerprint BRIDGE = new Fingerprinter().of("""
            The swing bridge in Port Selby opened on Monday after 9 weeks of repairs, the harbour board said.

            Engineers replaced 2 bearings and 140 metres of cable that had worn through since October.

            The swing bridge in Port Selby opened on Monday after 9 weeks of repairs, the harbour board said.\
            """);

    @Test
    void isReadBackFromItsBytes() {
        assertThat(Fingerprint.read(BRIDGE.toBytes().clone())).isEqualTo(BRIDGE);
    }

    @Test
    void countsASentenceThatStandsThereTwiceOnce() {
        assertThat(BRIDGE.sentences()).isEqualTo(3);
        assertThat(BRIDGE.isFirst(0)).isTrue();
        assertThat(BRIDGE.isFirst(2)).isFalse();
        assertThat(BRIDGE.sentence(2)).isEqualTo(BRIDGE.sentence(0));
    }

    @Test
    void tellsSentencesThatAreAlikeButForTheirNumbers() {
        Fingerprint other = new Fingerprinter()
                .of("No numbers are in here. "
                        + "Engineers replaced 3 bearings and 150 metres of cable that had worn through since October.");
        assertThat(other.hasNumber(0)).isFalse();
        assertThat(other.hasNumber(1)).isTrue();
        assertThat(other.sentence(1)).isNotEqualTo(BRIDGE.sentence(1));
        assertThat(other.pattern(0)).isEqualTo(BRIDGE.pattern(1)).isNotEqualTo(BRIDGE.pattern(0));
    }

    @Test
    void isSmallerWithoutASentence() {
        assertThat(BRIDGE.size(0b010)).isLessThan(BRIDGE.size(0)).isPositive();
        assertThat(BRIDGE.numbers().count(0b010)).isLessThan(BRIDGE.numbers().count(0));
    }

    @Test
    void tellsWhichNumbersStandAtThePlacesOfAnother() {
        Fingerprint other =
                new Fingerprinter().of("After 9 weeks of repairs, and with 300 metres of cable, 2 boats came.");
        assertThat(BRIDGE.places().overlapAtPlaces(0, other.places(), 0)).isEqualTo(new SampleOverlap(0, 0, 0));

        other = new Fingerprinter()
                .of("It opened on Friday after 9 weeks of rain. It has new bearings and 300 metres of cable.");
        assertThat(BRIDGE.places().overlapAtPlaces(0, other.places(), 0)).isEqualTo(new SampleOverlap(2, 2, 1));
        assertThat(other.places().overlapAtPlaces(0b10, BRIDGE.places(), 0)).isEqualTo(new SampleOverlap(1, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 14, 20, 40, 100})
    void isNotReadFromAPartOfItsBytes(int length) {
        byte[] part = Arrays.copyOf(BRIDGE.toBytes(), length);
        assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.read(part));
    }

    @Test
    void isNotReadFromMoreThanItsBytes() {
        byte[] more = Arrays.copyOf(BRIDGE.toBytes(), BRIDGE.toBytes().length + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.read(more));
    }
}
