package broadsheet.fetch.host;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.http.Web.Response;
import broadsheet.fetch.plan.FeedPlan;
import broadsheet.model.Facts;
import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Hop;
import broadsheet.model.FetchRequest.Kind;
import broadsheet.model.FetchRequest.Why;
import broadsheet.model.HostState;
import broadsheet.model.Subscription;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an answer as it is read")
class ReadingTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final String URL = "https://courier.example/feed";
    private static final String FULL = "<rss><channel><title>Courier</title><item><guid>1</guid><title>Bridge</title>"
            + "<content:encoded>" + "The bridge was closed for all of spring and is open again. ".repeat(30)
            + "</content:encoded></item></channel></rss>";

    private final Reading reading = new Reading("broadsheet", 1 << 20);

    private static FetchRequest request(Kind kind, Optional<String> hash, int misses) {
        return new FetchRequest(
                URL,
                URL,
                kind,
                Why.DUE,
                NOW,
                NOW.plus(Duration.ofHours(6)),
                Optional.empty(),
                Optional.empty(),
                hash,
                List.of(),
                List.of(),
                0,
                misses,
                Map.of(Facts.FEED_TITLE, "Bridge"),
                Optional.empty());
    }

    private Result read(FetchRequest request, Response response) {
        return reading.read("0@0", request, URI.create(request.url()), response, HostState.NEW, NOW, NOW);
    }

    private static Response answer(int status, String body, String... headers) {
        var all = new java.util.TreeMap<String, List<String>>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return new Response.Answered(status, all, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void behaviour2KeepsValidatorsOnlyOfWhatCouldBeRead() {
        Result read = read(request(Kind.FEED, Optional.empty(), 0), answer(200, FULL, "etag", "\"x\""));
        assertThat(read.fetch().etag()).contains("\"x\"");
        Result broken = read(request(Kind.FEED, Optional.empty(), 0), answer(200, "<html><body>Oops", "etag", "\"x\""));
        assertThat(broken.fetch().outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(broken.fetch().etag()).isEmpty();
        assertThat(broken.page()).isEmpty();
    }

    @Test
    void behaviour3GoesByTheBodyAndNotByTheTag() {
        Result first = read(request(Kind.FEED, Optional.empty(), 0), answer(200, FULL, "etag", "\"same\""));
        Result other = read(
                request(Kind.FEED, first.fetch().bodyHash(), 0),
                answer(200, FULL.replace("spring", "summer"), "etag", "\"same\""));
        assertThat(other.fetch().outcome()).isEqualTo(Outcome.FETCHED);
        Result same = read(request(Kind.FEED, first.fetch().bodyHash(), 0), answer(200, FULL, "etag", "\"new\""));
        assertThat(same.fetch().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(same.page()).isEmpty();
    }

    @Test
    void behaviour4MakesNoRecordOf304() {
        Result read = read(request(Kind.FEED, Optional.of("x"), 0), answer(304, ""));
        assertThat(read.fetch().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(read.page()).isEmpty();
        assertThat(read.next()).isEmpty();
    }

    @Test
    void behaviour6LeavesTheWholeHostAlone() {
        Result read = read(request(Kind.FEED, Optional.empty(), 0), answer(429, "", "retry-after", "3600"));
        assertThat(read.host().notBefore()).contains(NOW.plusSeconds(3600));
        assertThat(read.fetch().notBefore()).contains(NOW.plusSeconds(3600));
        assertThat(read(request(Kind.FEED, Optional.empty(), 0), answer(500, ""))
                        .host()
                        .notBefore())
                .isEmpty();
    }

    @Test
    void behaviour8LeadsToARequestAtTheOtherHost() {
        Result read = read(
                request(Kind.PAGE, Optional.empty(), 0), answer(301, "", "location", "https://agency.example/story"));
        assertThat(read.fetch().outcome()).isEqualTo(Outcome.REDIRECTED);
        assertThat(read.next().get(0).url()).isEqualTo("https://agency.example/story");
        assertThat(read.next().get(0).task()).isEqualTo(URL);
        assertThat(read.next().get(0).via()).containsExactly(new Hop(URL, 301));
    }

    @Test
    void behaviour9CallsAPageGoneWhenItWasNotThereTwice() {
        assertThat(read(request(Kind.PAGE, Optional.empty(), 0), answer(404, ""))
                        .fetch()
                        .outcome())
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(read(request(Kind.PAGE, Optional.empty(), 1), answer(404, ""))
                        .fetch()
                        .outcome())
                .isEqualTo(Outcome.GONE);
        assertThat(read(request(Kind.FEED, Optional.empty(), 5), answer(404, ""))
                        .fetch()
                        .outcome())
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(read(request(Kind.FEED, Optional.empty(), 0), answer(410, ""))
                        .fetch()
                        .outcome())
                .isEqualTo(Outcome.GONE);
    }

    @Test
    void behaviour9EndsNoSubscriptionForWhatAnotherHostSaysOnlyForNow() {
        FetchRequest due = request(Kind.FEED, Optional.empty(), 0);
        FetchRequest forNow = due.redirected("https://agency.example/feed", 302, NOW);
        assertThat(read(forNow, answer(410, "")).fetch().outcome()).isEqualTo(Outcome.NOT_FOUND);
        FetchRequest forGood = due.redirected("https://agency.example/feed", 301, NOW);
        assertThat(read(forGood, answer(410, "")).fetch().outcome()).isEqualTo(Outcome.GONE);
    }

    @Test
    void behaviour8IsNotBelievedToLeadToAnotherType() {
        FeedPlan plan = FeedPlan.start(URL, Subscription.of(Subscription.Kind.FEED, NOW), NOW);
        for (int i = 0; i < 5; i++) {
            FetchRequest moved = plan.request(URL, NOW).redirected("https://courier.example/news", 301, NOW);
            Fetch fetch = read(
                            moved, answer(200, "<!doctype html><html><body><h1>News</h1>", "content-type", "text/html"))
                    .fetch();
            assertThat(fetch.outcome()).isEqualTo(Outcome.UNREADABLE);
            plan = plan.answered(URL, fetch, NOW).plan();
        }
        assertThat(plan.request(URL, NOW).url()).isEqualTo(URL);
    }

    @Test
    void behaviour25AsksForTheWholeFeedAgainWhileEntriesAreUntold() {
        String many =
                feedOf(0, 600).replace("https://courier.example/", "https://courier.example/" + "long/".repeat(600));
        var roomy = new Reading("broadsheet", 10 << 20);
        FetchRequest due = request(Kind.FEED, Optional.empty(), 0);
        Fetch first = roomy.read(
                        "0@0", due, URI.create(URL), answer(200, many, "etag", "\"x\""), HostState.NEW, NOW, NOW)
                .fetch();
        FeedPlan plan = FeedPlan.start(URL, Subscription.of(Subscription.Kind.FEED, NOW), NOW)
                .answered(URL, first, NOW)
                .plan();
        FetchRequest again = plan.request(URL, NOW);
        assertThat(again.etag()).isEmpty();
        Fetch second = roomy.read("0@1", again, URI.create(URL), answer(200, many), HostState.NEW, NOW, NOW)
                .fetch();
        assertThat(first.entries().size() + second.entries().size()).isEqualTo(600);
        assertThat(second.detail().orElseThrow()).doesNotContain("next time");
    }

    @Test
    void behaviour14PassesOnNoPageThatItsTagForbids() {
        Result read = read(request(Kind.PAGE, Optional.empty(), 0), answer(200, "<html>", "x-robots-tag", "noindex"));
        assertThat(read.fetch().outcome()).isEqualTo(Outcome.ROBOTS);
        assertThat(read.page()).isEmpty();
        assertThat(read(request(Kind.FEED, Optional.empty(), 0), answer(200, FULL, "x-robots-tag", "noindex"))
                        .page())
                .as("of a feed it says nothing of its entries")
                .isPresent();
    }

    private static String feedOf(int first, int count) {
        var items = new StringBuilder("<rss><channel><title>Courier</title>");
        for (int i = first; i < first + count; i++) {
            items.append("<item><guid>g")
                    .append(i)
                    .append("</guid><title>Story ")
                    .append(i)
                    .append("</title><link>https://courier.example/")
                    .append(i)
                    .append("</link></item>");
        }
        return items.append("</channel></rss>").toString();
    }

    private Fetch readKnowing(String before, String now) {
        Fetch first = read(request(Kind.FEED, Optional.empty(), 0), answer(200, before))
                .fetch();
        FeedPlan plan = FeedPlan.start(URL, Subscription.of(Subscription.Kind.FEED, NOW), NOW)
                .answered(URL, first, NOW)
                .plan();
        return read(plan.request(URL, NOW), answer(200, now)).fetch();
    }

    @Test
    void behaviour17SaysThatEntriesMayBeLostWhenAFeedHasTurnedOver() {
        assertThat(readKnowing(feedOf(0, 10), feedOf(10, 10)).turnedOver())
                .as("none of the ten that were there is left")
                .isTrue();
        assertThat(readKnowing(feedOf(0, 10), feedOf(9, 10)).turnedOver())
                .as("the last one that was known is still there")
                .isFalse();
        assertThat(read(request(Kind.FEED, Optional.empty(), 0), answer(200, feedOf(0, 10)))
                        .fetch()
                        .turnedOver())
                .as("nothing was known before")
                .isFalse();
    }

    @Test
    void behaviour20IsUnreadableIfItIsEmpty() {
        assertThat(read(request(Kind.FEED, Optional.empty(), 0), answer(200, ""))
                        .fetch()
                        .outcome())
                .isEqualTo(Outcome.UNREADABLE);
    }

    @Test
    void tellsThePageWithItsFacts() {
        Result read = read(
                request(Kind.PAGE, Optional.empty(), 0), answer(200, "<html>x</html>", "content-type", "text/html"));
        assertThat(read.page().orElseThrow().facts())
                .containsEntry(Facts.URL, URL)
                .containsEntry(Facts.CONTENT_TYPE, "text/html")
                .containsEntry(Facts.FEED_TITLE, "Bridge")
                .containsEntry(Facts.HTTP_STATUS, "200")
                .containsEntry(Facts.FETCHED_AT, NOW.toString());
    }
}
