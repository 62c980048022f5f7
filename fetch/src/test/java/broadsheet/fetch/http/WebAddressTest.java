package broadsheet.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("addresses as feeds write them")
class WebAddressTest {

    private static final String BASE = "https://courier.example/news/feed.xml?format=rss";

    @ParameterizedTest
    @CsvSource({
        "story, https://courier.example/news/story",
        "/story, https://courier.example/story",
        "../story, https://courier.example/story",
        "//cdn.example/story, https://cdn.example/story",
        "?id=5, https://courier.example/news/feed.xml?id=5",
        "https://Courier.EXAMPLE/Story#top, https://courier.example/Story",
        "feed://courier.example/rss, https://courier.example/rss",
        "feed:http://courier.example/rss, http://courier.example/rss",
        "https://courier.example/a b, https://courier.example/a%20b",
        "https://courier.example/ä|b, https://courier.example/%C3%A4%7Cb",
        "https://courier.example/100%, https://courier.example/100%25",
        "https://courier.example, https://courier.example/",
        "https://bücher.example/x, https://xn--bcher-kva.example/x",
        "\\story, https://courier.example/story"
    })
    void behaviour19AreMadeAbsolute(String reference, String url) {
        assertThat(WebAddress.resolve(BASE, reference)).map(URI::toString).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "mailto:desk@courier.example",
                "data:text/html,x",
                "java\nscript:alert(1)",
                "",
                "http://",
                "https://[::1",
                "ftp://courier.example/"
            })
    void behaviour19AreDroppedIfTheyAreNoWebAddress(String reference) {
        assertThat(WebAddress.resolve(BASE, reference)).isEqualTo(Optional.empty());
    }
}
