package broadsheet.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.model.Origin;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("what is asked about")
class AskedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://courier.example/bridge",
                "http://www.courier.example/bridge/",
                "courier.example/bridge",
                " https://courier.example/bridge?utm_source=feed "
            })
    void isOneArticleUnderEverySpellingOfItsUrl(String url) {
        Asked asked = Asked.of(url);
        assertThat(asked.id())
                .isEqualTo(Asked.of("https://courier.example/bridge").id());
        assertThat(asked.isUrl(Optional.of("https://courier.example/bridge"))).isTrue();
        assertThat(asked.isUrl(Optional.of("https://courier.example/ferry"))).isFalse();
        assertThat(asked.isUrl(Optional.empty())).isFalse();
    }

    @Test
    void isAnArticleIdOrAnInputToo() {
        String id = "8f3c0000000000000000000000000000";
        assertThat(Asked.of(id)).isEqualTo(new Asked(id, Optional.of(id), Optional.empty(), false));
        assertThat(Asked.of("2@17#3").origin()).contains(Origin.parse("2@17#3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "bridge", "mailto:a@b.example", "ftp://courier.example/x", "@17"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> Asked.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither a URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a-", ".", "a.b/", "1@", "a:1"})
    void isReadWithoutGoingDeepHoweverLongItIs(String part) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Runnable asking = () -> {
            try {
                Asked.of(part.repeat(4000 / part.length()) + "a");
            } catch (IllegalArgumentException none) {
                // Nor need it be a URL.
            } catch (Throwable deep) {
                thrown.set(deep);
            }
        };
        Thread shallow = new Thread(null, asking, "shallow", 200 << 10);
        shallow.start();
        shallow.join();
        assertThat(thrown).hasNullValue();
    }

    @Test
    void isNothingIfItIsLongerThanAnyUrl() {
        assertThatThrownBy(() -> Asked.of("a.".repeat(3000) + "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4096");
    }
}
