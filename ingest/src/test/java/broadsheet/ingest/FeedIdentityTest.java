package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.ingest.identity.ArticleId;
import broadsheet.model.Article;
import broadsheet.model.url.ArticleUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an entry of a feed")
class FeedIdentityTest {
    private static final String FEED = "https://courier.example/feed.xml";
    private static final String TEXT =
            "<content:encoded><![CDATA[" + Samples.paragraphs(Samples.HARBOUR_BODY) + "]]></content:encoded>";

    private static List<Article> articles(String feedUrl, String items) {
        String feed = "<rss version='2.0'><channel><title>The Courier</title><link>https://courier.example/</link>"
                + items + "</channel></rss>";
        RawPage page = RawPage.of(feed.getBytes(StandardCharsets.UTF_8), Optional.of(feedUrl), Samples.FETCHED);
        return new PageParser(IngestSettings.defaults())
                .parse(page).outcomes().stream()
                        .map(outcome -> ((Parsed) outcome).article())
                        .toList();
    }

    private static String item(String title, String facts) {
        return "<item><title>" + title + "</title>" + facts + TEXT.replace("the ", title + " ") + "</item>";
    }

    private static String idOf(String url) {
        return ArticleId.of(ArticleUrl.of(url).orElseThrow());
    }

    @Test
    void isKnownByItsPageOnTheFeedsSite() {
        List<Article> articles = articles(
                FEED, item("One", "<link>/n/1</link><guid>x</guid>") + item("Two", "<link>/n/2</link><guid>x</guid>"));
        assertThat(articles)
                .extracting(Article::id)
                .containsExactly(idOf("https://courier.example/n/1"), idOf("https://courier.example/n/2"));
    }

    @Test
    void isKnownByItsGuidWhereTheLinkIsTheFrontPage() {
        String one = item("One", "<link>https://courier.example/</link><guid isPermaLink='false'>urn:one</guid>");
        String two = item("Two", "<link>https://courier.example/</link><guid isPermaLink='false'>urn:two</guid>");
        List<Article> articles = articles(FEED, one + two);
        assertThat(articles).extracting(Article::id).doesNotHaveDuplicates();
        assertThat(articles).allSatisfy(article -> {
            assertThat(article.canonicalUrl()).isEmpty();
            assertThat(article.url()).contains("https://courier.example/");
            assertThat(article.source().domain()).contains("courier.example");
        });
        assertThat(articles(
                        FEED,
                        item(
                                "One, corrected",
                                "<link>https://courier.example/</link><guid isPermaLink='false'>urn:one</guid>")))
                .extracting(Article::id)
                .containsExactly(articles.get(0).id());
    }

    @Test
    void isKnownByItsGuidWhereAllHaveOneLink() {
        String link = "<link>https://courier.example/live-of-the-day-2026</link>";
        List<Article> articles = articles(
                FEED,
                item("One", link + "<guid isPermaLink='false'>urn:one</guid>")
                        + item("Two", link + "<guid isPermaLink='false'>urn:two</guid>"));
        assertThat(articles)
                .extracting(Article::id)
                .doesNotHaveDuplicates()
                .doesNotContain(idOf("https://courier.example/live-of-the-day-2026"));
    }

    @Test
    void isKnownByItsTextWhereNothingTellsItApart() {
        String facts = "<link>https://courier.example/</link><guid>https://courier.example/</guid>";
        assertThat(articles(FEED, item("One", facts) + item("Two", facts)))
                .extracting(Article::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void isTheFeedsOwnWhereItLinksToAnotherSite() {
        String facts =
                "<link>https://echo.example/trams-return-90112</link><guid isPermaLink='false'>urn:courier.example:echo-90112</guid>";
        Article article = articles(FEED, item("One", facts)).get(0);
        assertThat(article.id()).isNotEqualTo(idOf("https://echo.example/trams-return-90112"));
        assertThat(article.url()).contains("https://echo.example/trams-return-90112");
        assertThat(article.canonicalUrl()).isEmpty();
        assertThat(article.source().domain()).contains("courier.example");
        assertThat(articles("https://courier.example/rss/all", item("One", facts))
                        .get(0)
                        .id())
                .isEqualTo(article.id());
        assertThat(articles("https://post.example/rss", item("One", facts))
                        .get(0)
                        .id())
                .isNotEqualTo(article.id());
    }

    @Test
    void withAShortGuidIsOneOfItsFeedAlone() {
        String facts = "<link>https://echo.example/trams-return-90112</link><guid isPermaLink='false'>17</guid>";
        assertThat(articles("https://courier.example/rss/all", item("One", facts))
                        .get(0)
                        .id())
                .isNotEqualTo(articles(FEED, item("One", facts)).get(0).id());
    }
}
