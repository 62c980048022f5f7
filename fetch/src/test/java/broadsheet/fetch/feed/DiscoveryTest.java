package broadsheet.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.feed.Discovery.Tried;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("discovery of feeds")
class DiscoveryTest {

    private static final URI SITE = URI.create("https://courier.example/");

    @Test
    void behaviour21FindsWhatThePageLinksToAsAnAlternate() {
        String html = "<link rel='alternate' type='application/rss+xml' href='/feed'>"
                + "<link rel='stylesheet alternate' type='application/atom+xml; charset=utf-8' href='https://courier.example/atom'>"
                + "<link rel='alternate' type='application/rss+xml' title='Comments' href='/comments/feed'>"
                + "<link rel='alternate' hreflang='de' href='/de'>"
                + "<link rel='alternate' type='application/rss+xml' href='javascript:x'>";
        assertThat(Discovery.linked(html, SITE))
                .containsExactly("https://courier.example/feed", "https://courier.example/atom");
    }

    @Test
    void behaviour21GoesByTheBaseOfThePage() {
        String html = "<base href='/en/'><link rel=alternate type=application/rss+xml href=feed>";
        assertThat(Discovery.linked(html, SITE)).containsExactly("https://courier.example/en/feed");
    }

    @Test
    void behaviour21PrefersTheFeedWithFullText() {
        List<Tried> tried =
                List.of(new Tried("/teasers", Optional.empty(), 50, 0), new Tried("/full", Optional.empty(), 20, 20));
        assertThat(Discovery.best(tried)).map(Tried::url).contains("/full");
    }

    @Test
    void behaviour21TakesTheFirstOfEqualOnes() {
        List<Tried> tried = List.of(
                new Tried("/a", Optional.empty(), 20, 0),
                new Tried("/b", Optional.empty(), 20, 0),
                new Tried("/empty", Optional.empty(), 0, 0));
        assertThat(Discovery.best(tried)).map(Tried::url).contains("/a");
    }

    @Test
    void behaviour21TriesSitemapsOfNewsFirst() {
        assertThat(Discovery.sitemaps(
                        SITE, List.of("https://courier.example/sitemap.xml", "https://courier.example/news.xml")))
                .startsWith("https://courier.example/news.xml", "https://courier.example/sitemap.xml");
    }
}
