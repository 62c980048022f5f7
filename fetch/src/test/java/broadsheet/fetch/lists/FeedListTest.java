package broadsheet.fetch.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a list of feeds")
class FeedListTest {

    private static final String NESTED = """
            <opml version="1.0"><body>
              <outline text="News & more"><outline text="Local">
                <outline type="rss" text="Courier" xmlUrl="https://courier.example/feed?a=1&b=2" htmlUrl="https://courier.example/"/>
              </outline></outline>
              <OUTLINE TEXT="Again" XMLURL="https://courier.example/feed?a=1&amp;b=2"/>
              <outline text="no feed"/>
              <outline text="bad" xmlUrl="javascript:alert(1)"/>
            </body></opml>
            """;

    @Test
    void behaviour23IsReadWithItsFoldersAndEachFeedOnce() {
        FeedList list = FeedList.read(NESTED);
        assertThat(list.feeds())
                .containsExactly(new FeedList.Line(
                        "https://courier.example/feed?a=1&b=2",
                        Optional.of("Courier"),
                        Optional.of("https://courier.example/"),
                        List.of("News & more", "Local")));
        assertThat(list.passedOver()).isEqualTo(1);
    }

    @Test
    void behaviour23ComesBackAsItWasExported() {
        List<FeedList.Line> feeds = List.of(
                new FeedList.Line("https://a.example/f", Optional.of("A <\"&\"> B"), Optional.empty(), List.of()),
                new FeedList.Line("https://b.example/f", Optional.of("B"), Optional.empty(), List.of("One")),
                new FeedList.Line(
                        "https://c.example/f?x=1&y=2",
                        Optional.of("C"),
                        Optional.of("https://c.example/"),
                        List.of("One", "Two & three")));
        assertThat(FeedList.read(FeedList.write(feeds)).feeds()).containsExactlyElementsOf(feeds);
    }

    @Test
    void behaviour23OfAHundredThousandLinesIsRead() {
        var opml = new StringBuilder("<opml><body>");
        for (int i = 0; i < 100_000; i++) {
            opml.append("<outline type=\"rss\" text=\"Feed ")
                    .append(i)
                    .append("\" xmlUrl=\"https://s")
                    .append(i)
                    .append(".example/feed\" htmlUrl=\"https://s")
                    .append(i)
                    .append(".example/\"/>\n");
        }
        assertThat(FeedList.read(opml.append("</body></opml>").toString()).feeds())
                .hasSize(100_000);
    }

    @Test
    void behaviour23OfFoldersWithoutEndIsRead() {
        String deep = "<outline text=\"x\">".repeat(50_000) + "<outline xmlUrl=\"https://a.example/f\"/>";
        assertThat(FeedList.read("<opml><body>" + deep).feeds()).hasSize(1);
    }

    @Test
    void behaviour23ExpandsNoEntities() {
        String bomb = "<!DOCTYPE opml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY x SYSTEM"
                + " \"file:///etc/passwd\">]><opml><body><outline text=\"&b;&x;\""
                + " xmlUrl=\"https://a.example/f\"/></body></opml>";
        assertThat(FeedList.read(bomb).feeds().get(0).title().orElse("")).isEqualTo("&b;&x;");
    }

    @Test
    void mayBeOneUrlALine() {
        assertThat(FeedList.read("# mine\nhttps://a.example/f\n\nhttps://b.example/f\nnonsense\n")
                        .feeds())
                .extracting(FeedList.Line::url)
                .containsExactly("https://a.example/f", "https://b.example/f");
    }
}
