package broadsheet.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("any of some words")
class AnyOfTest {
    private final AnyOf words = new AnyOf("©|share|sign up|e-mail|abonné");

    @Test
    void isFoundInEitherCaseAndInsideOtherWords() {
        assertThat(words.isIn("Please SHARE this")).isTrue();
        assertThat(words.isIn("the shareholders met")).isTrue();
        assertThat(words.isIn("write an E-Mail")).isTrue();
        assertThat(words.isIn("© The Courier")).isTrue();
        assertThat(words.isIn("pour les abonnés")).isTrue();
    }

    @Test
    void isNotFoundInPart() {
        assertThat(words.isIn("a shard of glass, a sign upside")).isTrue();
        assertThat(words.isIn("a shard of glass, a sign, an email")).isFalse();
        assertThat(words.isIn("the end cuts a shar")).isFalse();
        assertThat(words.isIn("")).isFalse();
    }
}
