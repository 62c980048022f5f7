package broadsheet.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.http.Redirects.Verdict;
import broadsheet.model.FetchRequest.Hop;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("redirections")
class RedirectsTest {

    private static final URI FEED = URI.create("https://courier.example/a/feed");

    @Test
    void behaviour8AreFollowedRelativeToWhereTheyCameFrom() {
        assertThat(Redirects.judge(FEED, Optional.of("../rss?x=1#top"), List.of()))
                .isEqualTo(new Verdict.Follow(URI.create("https://courier.example/rss?x=1")));
    }

    @Test
    void behaviour8EndInACircle() {
        List<Hop> via = List.of(new Hop("https://courier.example/b", 302));
        assertThat(Redirects.judge(FEED, Optional.of("/b"), via)).isInstanceOf(Verdict.Stop.class);
        assertThat(Redirects.judge(FEED, Optional.of("/a/feed"), List.of())).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void behaviour8EndAfterFiveHops() {
        List<Hop> five = IntStream.range(0, 5)
                .mapToObj(i -> new Hop("https://courier.example/" + i, 301))
                .toList();
        assertThat(Redirects.judge(FEED, Optional.of("/next"), five)).isInstanceOf(Verdict.Stop.class);
        assertThat(Redirects.judge(FEED, Optional.of("/next"), five.subList(0, 4)))
                .isInstanceOf(Verdict.Follow.class);
    }

    @Test
    void behaviour10NeverGoFromHttpsToHttp() {
        assertThat(Redirects.judge(FEED, Optional.of("http://courier.example/feed"), List.of()))
                .isEqualTo(new Verdict.Stop("from https to http: http://courier.example/feed"));
    }

    @Test
    void behaviour8PointNowhereWithoutALocationOrToAScript() {
        assertThat(Redirects.judge(FEED, Optional.empty(), List.of())).isInstanceOf(Verdict.Stop.class);
        assertThat(Redirects.judge(FEED, Optional.of("javascript:alert(1)"), List.of()))
                .isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void behaviour8ToAFrontPageAreNotBelievedToBeAMove() {
        assertThat(Redirects.isBelievable(FEED, URI.create("https://courier.example/")))
                .isFalse();
        assertThat(Redirects.isBelievable(FEED, URI.create("https://courier.example/rss")))
                .isTrue();
    }
}
