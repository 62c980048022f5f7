package broadsheet.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.CopyOf;
import broadsheet.model.PublishedArticle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ways in which a server can try to become, revise, date, withdraw or outrank another site's article that is published
 * already, through all stages; and the honest records that each of them looks like.
 */
@DisplayName("another site's page")
class TakeoverStagesTest {

    private static final String VICTIM = "https://karsund-courier.example/region/ward-closes-551204";
    private static final String VICTIMS_OTHER = "https://www.karsund-courier.example/r/12";
    private static final String THIEF = "https://oberlind-echo.example/town/trams-return-90112";
    private static final String FEED = "https://oberlind-echo.example/feed.xml";
    private static final Instant FIRST = Instant.parse("2026-03-03T10:00:00Z");
    private static final Instant LATER = FIRST.plus(Duration.ofHours(6));
    private static final String LONG_AGO = "2026-02-20T08:00:00Z";
    private static final String HEADLINE = "Children's ward at Karsund closes for two years";

    private static final List<String> TEXT = List.of(
            "The children's ward of Karsund hospital will close in May for two years, its board decided on Monday evening.",
            "Water had come through the roof in three winters, and the mould behind the walls could no longer be treated.",
            "Parents from the islands will have to take the ferry to Oberlind, which is fifty minutes longer on a calm day.",
            "\u201cNobody on this board wanted this,\u201d said its chairwoman, Ragna Tveit, after a debate of four hours.",
            "The county pays for a bus that meets every ferry, and for rooms in which a parent can stay overnight.",
            "Of the forty-one nurses all but three have agreed to work in Oberlind until the house is dry again.",
            "Work begins as soon as the last patients have left, and is to cost nineteen million crowns.");
    private static final List<String> OTHER = List.of(
            "Trams will run through the old town of Oberlind again, for the first time since the rails were torn out.",
            "The first of six new cars came by ship last week and was lifted onto its wheels before some hundred people.",
            "Shopkeepers in Market Street had asked for wider pavements instead, and still fear for their deliveries.",
            "The mayor promised them a loading hour every morning, and a discount on their rates in the year of the works.",
            "A single ride will cost as much as the bus does now, and children under twelve will not pay at all.");

    @TempDir
    private Path directory;

    private StagesInMemory stages;

    @BeforeEach
    void open() {
        stages = new StagesInMemory(directory);
    }

    @AfterEach
    void close() {
        stages.close();
    }

    /**
     * One raw record.
     *
     * @param at its timestamp
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Sent(String name, Map<String, String> facts, String body, Instant at) {

        Sent with(String fact, String value) {
            Map<String, String> all = new TreeMap<>(facts);
            all.put(fact, value);
            return new Sent(name, all, body, at);
        }

        Sent at(Instant other) {
            return new Sent(name, facts, body, other);
        }

        List<String> to(StagesInMemory stages) {
            return stages.send(facts, body.getBytes(UTF_8), at);
        }
    }

    /**
     * What is tried.
     *
     * @param records one or several
     * @param isArticle whether each becomes an article of its own, so that it can do harm at all
     */
    private record Try(String name, List<Sent> records, boolean isArticle) {
        Try(String name, Sent... records) {
            this(name, List.of(records), true);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Sent sent(String name, String url, String body) {
        return new Sent(name, Map.of("url", url), body, LATER);
    }

    private static String paragraphs(List<String> text) {
        return "<p>" + String.join("</p>\n<p>", text) + "</p>";
    }

    private static String page(String head, String headline, List<String> text) {
        return "<!doctype html><html lang=en><head><meta charset=utf-8><title>" + headline + "</title>" + head
                + "</head><body><article><h1>" + headline + "</h1>" + paragraphs(text) + "</article></body></html>";
    }

    private static String own(String head) {
        return page(head, "Trams return to the old town", OTHER);
    }

    private static String stolen(String head) {
        return page(head, HEADLINE, TEXT);
    }

    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static String data(String properties) {
        return "<script type=application/ld+json>{\"@type\":\"NewsArticle\"," + properties + "}</script>";
    }

    private static String envelope(String url, String time, String body) {
        return "{\"url\":" + json(url) + ",\"fetchedAt\":" + json(time) + ",\"contentType\":\"text/html\",\"body\":"
                + json(body) + "}";
    }

    private static String warc(String url, String time, String body) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body;
        return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: " + url + "\r\nWARC-Date: " + time
                + "\r\nContent-Length: " + http.getBytes(UTF_8).length + "\r\n\r\n" + http + "\r\n\r\n";
    }

    private static String rss(String head, String item, List<String> text) {
        return "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
                + "<channel><title>Echo</title>" + head + "<item><title>" + HEADLINE + "</title>" + item
                + "<content:encoded><![CDATA[" + paragraphs(text) + "]]></content:encoded></item></channel></rss>";
    }

    private static String atom(String entry, List<String> text) {
        return "<feed xmlns='http://www.w3.org/2005/Atom'><title>Echo</title><entry><title>" + HEADLINE + "</title>"
                + entry + "<content type='html'><![CDATA[" + paragraphs(text) + "]]></content></entry></feed>";
    }

    private static String jsonFeed(String item, List<String> text) {
        return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Echo\",\"items\":[{" + item
                + ",\"title\":" + json(HEADLINE) + ",\"content_html\":" + json(paragraphs(text)) + "}]}";
    }

    private static String ninjs(String properties, List<String> text) {
        return "{" + properties + ",\"type\":\"text\",\"headline\":" + json(HEADLINE) + ",\"body_text\":"
                + json(String.join("\n\n", text)) + "}";
    }

    /** To stand under the victim's id: its own text, told to be the victim's page. */
    private static Stream<Sent> toBecomeOrRevise() {
        return Stream.of(
                sent("canonical", THIEF, own("<link rel=canonical href='" + VICTIM + "'>")),
                sent("og:url", THIEF, own("<meta property=og:url content='" + VICTIM + "'>")),
                sent("url of JSON-LD", THIEF, own(data("\"url\":" + json(VICTIM)))),
                sent("mainEntityOfPage", THIEF, own(data("\"mainEntityOfPage\":{\"@id\":" + json(VICTIM) + "}"))),
                sent(
                        "base and relative canonical",
                        THIEF,
                        own("<base href='" + VICTIM + "'><link rel=canonical href=ward-closes-551204>")),
                sent(
                        "canonical of a URL that nobody can read",
                        "https://oberlind echo.example/trams",
                        own("<link rel=canonical href='" + VICTIM + "'>")),
                sent(
                        "canonical in an AMP cache",
                        THIEF,
                        own("<link rel=canonical href='https://cdn.ampproject.org/c/s/karsund-courier.example"
                                + "/region/ward-closes-551204'>")),
                sent("envelope", THIEF, envelope(VICTIM, LONG_AGO, own(""))),
                sent("archive", THIEF, warc(VICTIM, LONG_AGO, own(""))),
                sent("ninjs uri", THIEF, ninjs("\"uri\":" + json(VICTIM), OTHER)),
                sent("link of RSS", FEED, rss("", "<link>" + VICTIM + "</link>", OTHER)),
                sent("guid of RSS", FEED, rss("", "<guid>" + VICTIM + "</guid>", OTHER)),
                sent("link of Atom", FEED, atom("<id>tag:1</id><link href='" + VICTIM + "'/>", OTHER)),
                sent("url of a JSON Feed", FEED, jsonFeed("\"id\":\"1\",\"url\":" + json(VICTIM), OTHER)),
                sent(
                        "archive of a page that was never there",
                        "https://web.archive.echo.example/web/2026/" + VICTIM,
                        own("<link rel=canonical href='" + VICTIM + "'>")));
    }

    /** To be the original of the victim's text, or to date it: the same text, told to be older, or more. */
    private static Stream<Sent> toOutrankOrDate() {
        String times = "\"datePublished\":" + json(LONG_AGO) + ",\"dateModified\":" + json(LONG_AGO);
        List<String> more = new ArrayList<>(TEXT);
        more.addAll(OTHER.subList(0, 2));
        List<String> corrected = new ArrayList<>(TEXT);
        corrected.add(0, "Correction: an earlier version of this article gave another sum.");
        List<String> updated = new ArrayList<>(TEXT);
        updated.add(0, "Update: this article replaces the one of the Karsund Courier.");
        return Stream.of(
                sent("date in JSON-LD", THIEF, stolen(data(times))),
                sent(
                        "date in meta",
                        THIEF,
                        stolen("<meta property=article:published_time content='" + LONG_AGO + "'>")),
                sent(
                        "date in its text",
                        THIEF,
                        stolen("")
                                .replace("<p>The child", "<time datetime='" + LONG_AGO + "'>then</time><p>The child")),
                sent("date in its URL", "https://oberlind-echo.example/2020/01/02/ward-closes", stolen("")),
                sent(
                        "date and the victim's canonical",
                        THIEF,
                        stolen(data(times + ",\"url\":" + json(VICTIM)) + "<link rel=canonical href='" + VICTIM
                                + "'>")),
                sent("time of an envelope", THIEF, envelope(THIEF, LONG_AGO, stolen(""))),
                sent("time of an archive", THIEF, warc(THIEF, LONG_AGO, stolen(""))),
                sent("time of an envelope and dates", THIEF, envelope(VICTIM, LONG_AGO, stolen(data(times)))),
                sent(
                        "pubDate of RSS",
                        FEED,
                        rss("", "<link>" + THIEF + "</link><pubDate>Fri, 20 Feb 2026 08:00:00 GMT</pubDate>", TEXT)),
                sent(
                        "published of Atom",
                        FEED,
                        atom(
                                "<id>tag:1</id><published>" + LONG_AGO + "</published><updated>" + LONG_AGO
                                        + "</updated><link href='" + THIEF + "'/>",
                                TEXT)),
                sent(
                        "date of a JSON Feed",
                        FEED,
                        jsonFeed(
                                "\"id\":\"1\",\"date_published\":" + json(LONG_AGO) + ",\"url\":" + json(THIEF), TEXT)),
                sent(
                        "dates of ninjs",
                        THIEF,
                        ninjs(
                                "\"uri\":\"urn:1\",\"firstcreated\":" + json(LONG_AGO) + ",\"versioncreated\":"
                                        + json(LONG_AGO),
                                TEXT)),
                sent("fuller text", THIEF, page(data(times), HEADLINE, more)),
                sent("text that corrects it", THIEF, page(data(times), HEADLINE, corrected)),
                sent("text that updates it", THIEF, page("", HEADLINE, updated)));
    }

    /** To have it go: pages that say that it is gone, or that they are it. */
    private static Stream<Sent> toWithdraw() {
        String canonical = "<link rel=canonical href='" + VICTIM + "'>";
        return Stream.of(
                sent("error page", THIEF, page(canonical, "Page not found", OTHER.subList(0, 1)))
                        .with("http-status", "410"),
                sent("page that is not to be indexed", THIEF, own(canonical + "<meta name=robots content=noindex>")),
                sent("empty page", THIEF, ""),
                sent("page without text", THIEF, page(canonical, HEADLINE, List.of())),
                sent("refresh", THIEF, own("<meta http-equiv=refresh content='0;url=" + VICTIM + "'>")));
    }

    static Stream<Try> attacks() {
        Stream<Try> single = Stream.concat(
                Stream.concat(toBecomeOrRevise(), toOutrankOrDate()).map(way -> new Try(way.name(), way)),
                toWithdraw().map(way -> new Try(way.name(), List.of(way), false)));
        Sent placeholder = sent("placeholder", THIEF, own("")).at(FIRST.minus(Duration.ofDays(2)));
        Sent sameHeadline =
                sent("placeholder", THIEF, page("", HEADLINE, OTHER)).at(FIRST.minus(Duration.ofDays(2)));
        Sent feed =
                sent("placeholder", FEED, rss("", "<guid>e-1</guid>", OTHER)).at(FIRST.minus(Duration.ofDays(2)));
        return Stream.concat(
                single,
                Stream.of(
                        new Try("text put under an older URL", placeholder, sent("", THIEF, stolen(""))),
                        new Try("text put under an older headline", sameHeadline, sent("", THIEF, stolen(""))),
                        new Try(
                                "text put under an older URL, with its old date",
                                placeholder,
                                sent("", THIEF, stolen(data("\"datePublished\":" + json(LONG_AGO))))),
                        new Try(
                                "text put under an older entry of a feed",
                                feed,
                                sent("", FEED, rss("", "<guid>e-1</guid>", TEXT)))));
    }

    private static Sent victim() {
        return sent("victim", VICTIM, stolen("")).at(FIRST);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void changesNothingOfAnArticleThatIsPublished(Try attack) {
        attack.records().stream().filter(record -> record.at().isBefore(FIRST)).forEach(record -> record.to(stages));
        String id = victim().to(stages).get(0);
        PublishedArticle before = stages.published().get(id);
        assertThat(before).as("the victim's article").isNotNull();
        attack.records().stream().filter(record -> !record.at().isBefore(FIRST)).forEach(record -> {
            List<String> ids = record.to(stages);
            assertThat(ids).doesNotContain(id);
            assertThat(ids.isEmpty() && attack.isArticle()).as("is no article").isFalse();
        });
        assertThat(stages.published().get(id)).isEqualTo(before);
        assertThat(stages.copies()).doesNotContainKey(id);
        stages.copies()
                .values()
                .forEach(copy -> assertThat(copy.copyOf().map(CopyOf::id)).contains(id));
    }

    static Stream<Sent> honestRevisions() {
        String canonical = "<link rel=canonical href='" + VICTIM + "'>";
        List<String> longer = new ArrayList<>(TEXT);
        longer.add("The minister of health said on Tuesday that the state would pay a third of it.");
        String feed = "https://karsund-courier.example/feed.xml";
        return Stream.of(
                sent("the same address", VICTIM, page("", HEADLINE, longer)),
                sent("another address of the site", VICTIMS_OTHER, page(canonical, HEADLINE, longer)),
                sent(
                        "another spelling",
                        VICTIM.replace("ward", "%77ard") + "/?utm_source=x",
                        page("", HEADLINE, longer)),
                sent("the site's feed", feed, rss("", "<link>" + VICTIM + "</link>", longer)),
                sent(
                                "a declared envelope",
                                "https://crawler.example/1",
                                envelope(VICTIM, LATER.toString(), page("", HEADLINE, longer)))
                        .with("wrapping", "envelope"),
                sent(
                                "a declared archive",
                                "https://crawler.example/1",
                                warc(VICTIM, LATER.toString(), page("", HEADLINE, longer)))
                        .with("wrapping", "warc"),
                sent(
                        "an archive of the Web",
                        "https://web.archive.org/web/2026/" + VICTIM,
                        page("", HEADLINE, longer)));
    }

    @ParameterizedTest
    @MethodSource("honestRevisions")
    void revisesItWhereItIsTheSameSites(Sent revision) {
        String id = victim().to(stages).get(0);
        assertThat(revision.to(stages)).containsExactly(id);
        assertThat(stages.published()).hasEntrySatisfying(id, record -> {
            assertThat(record.version().number()).isEqualTo(2);
            assertThat(record.enriched().article().body()).contains("minister of health");
        });
    }

    static Stream<Sent> honestSources() {
        Instant earlier = FIRST.minus(Duration.ofHours(5));
        String agency = "https://nordic-wire.example/n/77120";
        return Stream.of(
                sent("a page that was fetched before", agency, stolen("")).at(earlier),
                sent("a page whose producer says that it was fetched before", agency, stolen(""))
                        .with("fetched-at", earlier.toString()),
                sent(
                                "a declared envelope",
                                "https://crawler.example/1",
                                envelope(agency, earlier.toString(), stolen("")))
                        .with("wrapping", "envelope"),
                sent("a declared archive", "https://crawler.example/1", warc(agency, earlier.toString(), stolen("")))
                        .with("wrapping", "warc"));
    }

    @ParameterizedTest
    @MethodSource("honestSources")
    void isTheOriginalWhereItsProducerHadItBefore(Sent source) {
        String id = victim().to(stages).get(0);
        String original = source.to(stages).get(0);
        assertThat(stages.published()).containsKey(original).doesNotContainKey(id);
        assertThat(stages.copies())
                .hasEntrySatisfying(
                        id, copy -> assertThat(copy.copyOf().map(CopyOf::id)).contains(original));
    }
}
