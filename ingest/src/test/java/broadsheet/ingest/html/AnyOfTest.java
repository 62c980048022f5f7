package broadsheet.ingest.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("any of some words")
class AnyOfTest {
    private final AnyOf words = new AnyOf("share|sign up|sign|e-mail|abonné|à lire");

    @Test
    void isFoundInEitherCaseAndInsideOtherWords() {
        assertThat(words.isIn("Please SHARE this")).isTrue();
        assertThat(words.isIn("the shareholders met")).isTrue();
        assertThat(words.isIn("write an E-Mail")).isTrue();
        assertThat(words.isIn("À LIRE AUSSI")).isTrue();
        assertThat(words.isIn("pour les abonnés")).isTrue();
    }

    @Test
    void isNotFoundInPart() {
        assertThat(words.isIn("a shard of glass, an email")).isFalse();
        assertThat(words.isIn("the end cuts a shar")).isFalse();
        assertThat(words.isIn("")).isFalse();
    }

    @Test
    void isAtTheBeginningWhateverFollows() {
        assertThat(words.begins("Shareholders met")).isTrue();
        assertThat(words.begins("The shareholders met")).isFalse();
        assertThat(words.begins("s")).isFalse();
    }

    @Test
    void isTheFirstWordWhereItEnds() {
        assertThat(words.isFirstWordOf("Share: the harbour")).isTrue();
        assertThat(words.isFirstWordOf("Sign up")).isTrue();
        assertThat(words.isFirstWordOf("Shareholders met")).isFalse();
        assertThat(words.isFirstWordOf("")).isFalse();
    }
}
