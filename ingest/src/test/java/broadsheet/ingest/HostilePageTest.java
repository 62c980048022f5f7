package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of them once took many seconds, or all of the memory. */
@DisplayName("a page made to keep the parser busy")
class HostilePageTest {

    private static final PageParser PARSER = new PageParser(IngestSettings.defaults());
    private static final String PARAGRAPH = "<p>The council met on Monday to speak about the harbour and its cost.</p>";
    /** A little less than the limit, which counts what stands around it too. */
    private static final int MOST_BYTES = IngestSettings.defaults().maxPageBytes() - 1_000;

    private static final int MOST_TAGS = 200_000;
    private static final int MOST_ATTRIBUTES = 300_000;
    private static final String DATA = "<script type='application/ld+json'>";
    private static final Map<String, String> PAGES = new TreeMap<>();

    @BeforeAll
    static void write() {
        // Loads what is loaded once.
        PARSER.parse(Samples.page(Samples.HARBOUR_PAGE));
        String head = "<html><head><title>Harbour is dear</title></head><body>";
        PAGES.put(
                "a class as long as a book around many paragraphs",
                head + "<div class='" + "ab cd".repeat(60_000) + "'>" + PARAGRAPH.repeat(15_000) + "</div>");
        PAGES.put(
                "a long class at each paragraph",
                head + ("<div class='" + "ab cd".repeat(600) + "'>" + PARAGRAPH + "</div>").repeat(1_000));
        PAGES.put(
                "entries of a feed within each other, and no end",
                "<rss><channel>" + "<item><description>".repeat(20_000) + PARAGRAPH.repeat(8_000));
        PAGES.put("entries of Atom within each other", "<feed>" + ("<entry><content>" + PARAGRAPH).repeat(9_000));
        PAGES.put("elements within each other", head + "<div>".repeat(30_000) + PARAGRAPH.repeat(10_000));
        PAGES.put("marks that are never closed", head + ("<b><i><u>" + PARAGRAPH).repeat(4_000));
        PAGES.put("one paragraph of ten megabytes", head + filled(PARAGRAPH.replaceAll("<[^>]*>", "")));
        PAGES.put("tiny elements to the limit of bytes", head + filled("<div>a</div>"));
        PAGES.put("as many tiny elements as are read", head + "<div>a</div>".repeat(MOST_TAGS / 2 - 10));
        PAGES.put("an element with attributes to the limit of bytes", head + "<p" + attributes(MOST_BYTES) + ">x</p>");
        PAGES.put(
                "as many attributes as are read",
                head + ("<p" + attributes(4_000) + ">x</p>").repeat(MOST_ATTRIBUTES / 600));
        PAGES.put("levels to the limit of bytes", head + filled("<ul><li>"));
        PAGES.put("as many levels as are read", head + "<ul><li>".repeat(MOST_TAGS / 2 - 10));
        PAGES.put("marks and paragraphs that are never closed, to the limit of bytes", head + filled("<b><p>x"));
        PAGES.put("as many of them as are read", head + "<b><p>x".repeat(MOST_TAGS / 2 - 10));
        PAGES.put("links to the limit of bytes", head + filled("<a href='/a'>Harbour</a> "));
        PAGES.put(
                "as many links as are read",
                head + "<p><a href='/a'>Harbour is dear</a></p>".repeat(MOST_TAGS / 4 - 10));
        PAGES.put("tables in tables", head + "<table><tr><td>".repeat(MOST_TAGS / 3 - 10));
        PAGES.put("structured data to the limit of bytes", head + DATA + "[" + filled("{\"@type\":\"Article\"},"));
        PAGES.put("brackets of structured data to the limit of bytes", head + DATA + filled("["));
        PAGES.put("as many authors as tags are read", "<meta name=author content='Ada Okafor'>".repeat(MOST_TAGS / 2));
        String dashes = "Harbour " + "-".repeat(150_000) + "a | x";
        PAGES.put(
                "dashes in a title",
                "<title>" + dashes + "</title><meta property='og:title' content='" + dashes + "'>"
                        + PARAGRAPH.repeat(20));
        PAGES.put(
                "marks in a by-line",
                "<meta name=author content='Ada Okafor " + ":".repeat(150_000) + "a'>" + head + PARAGRAPH.repeat(20));
        PAGES.put(
                "marks of credits in a line without letters",
                head + PARAGRAPH.repeat(20) + "<p>" + "|©".repeat(MOST_BYTES / 4) + "</p>");
        PAGES.put("the first picture of nine, again and again", head + "<img src=a><p>1/9</p>".repeat(6_000));
        PAGES.put("a feed of tiny elements", "<rss><channel><item>" + filled("<b>a</b>"));
        fields(head);
        containers(head);
        feedsAndText();
    }

    /** Fields that a pattern goes over, or that are compared with each other. */
    private static void fields(String head) {
        String subtags = "en" + "-ab".repeat(100_000);
        PAGES.put("a language of a hundred thousand subtags", "<html lang='" + subtags + "'>" + PARAGRAPH.repeat(20));
        PAGES.put("the same for social networks", "<meta property='og:locale' content='" + subtags + "'>" + head);
        PAGES.put("months in a by-line", head + "<div class=byline>" + "may ".repeat(60_000) + "</div>" + PARAGRAPH);
        PAGES.put(
                "a title of a hundred thousand words beside many headings",
                "<title>" + "harbour council ".repeat(50_000) + "</title><body>"
                        + "<h1>Harbour council of the town</h1>".repeat(300) + PARAGRAPH.repeat(20));
        PAGES.put("entities in a title", "<meta property='og:title' content='" + "&lt;".repeat(500_000) + "'>" + head);
        PAGES.put(
                "a text in structured data that repeats itself, and blocks that nearly stand in it",
                head + DATA + "{\"@type\":\"NewsArticle\",\"articleBody\":\"" + "a".repeat(900_000) + "\"}</script>"
                        + ("<p>" + "a".repeat(400) + "b</p>").repeat(18_000));
        PAGES.put(
                "many authors, and many paragraphs",
                head + DATA + "{\"@type\":\"NewsArticle\",\"author\":[" + "\"Ada Okafor\",".repeat(60_000)
                        + "\"Ana Reyes\"]}</script>" + PARAGRAPH.repeat(18_000));
        PAGES.put("a letter that becomes two in lower case", head + "<h1>" + "\u0130".repeat(2_000_000) + "</h1>");
        PAGES.put("the same as the name of an element", head + "<a" + "\u0130".repeat(2_000_000) + ">");
    }

    /** Containers that lie in each other, of which each rule asks for all that is in them. */
    private static void containers(String head) {
        String box = "<div class=authorbox><div class=authorbox><p>x y. zzzzzzzzzzzzzzzzzzzzzzzzz</p></div></div>";
        PAGES.put("author boxes behind many paragraphs", head + PARAGRAPH.repeat(3_000) + box.repeat(16_000));
        for (String names :
                List.of("authorbox", "cookie notice", "comments", "related widget sidebar share", "a b c")) {
            PAGES.put(
                    names + " within each other around many paragraphs",
                    head
                            + PARAGRAPH.repeat(100)
                            + ("<div class='" + names + "'>").repeat(390)
                            + "<p>Ada Okafor writes.</p>".repeat(18_000));
        }
    }

    private static void feedsAndText() {
        PAGES.put("a feed of empty entries", "<rss><channel>" + filled("<item>"));
        PAGES.put(
                "a JSON feed of empty items",
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[" + filled("{},") + "{}]}");
        PAGES.put(
                "dots at the end of an entry",
                "<rss><channel><item><title>a</title><content:encoded>" + filled(".")
                        + " x</content:encoded></item></channel></rss>");
        PAGES.put("signs of mail in text", "Harbour\n\n" + "@.".repeat(MOST_BYTES / 4) + " x");
        PAGES.put("text of ten megabytes in one line", filled("The council met on Monday. "));
        PAGES.put("text of ten megabytes in lines of a word", filled("harbour\n"));
        PAGES.put("text of ten megabytes in lines of a sentence", filled("The council met on Monday to speak.\n"));
    }

    private static String filled(String part) {
        return part.repeat(MOST_BYTES / part.length());
    }

    private static String attributes(int length) {
        var attributes = new StringBuilder();
        for (int i = 0; attributes.length() < length; i++) {
            attributes.append(" a").append(i).append("=1");
        }
        return attributes.toString();
    }

    static Stream<String> names() {
        return PAGES.keySet().stream();
    }

    private static Parse parse(String page) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        return PARSER.parse(RawPage.of(bytes, Optional.of("https://courier.example/a"), Samples.FETCHED));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadInTime(String name) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Parse parse = parse(PAGES.getOrDefault(name, ""));
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(parse.outcomes()).isNotEmpty();
    }

    @Test
    void isRejectedIfItHasMoreTagsThanAnyPageOfNews() {
        assertThat(parse("<html><body>" + "<p>a</p>".repeat(MOST_TAGS / 2)).outcomes())
                .singleElement()
                .isInstanceOfSatisfying(ParseOutcome.Rejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(Reason.TOO_LARGE);
                    assertThat(rejected.detail()).isEqualTo("200002 tags, limit 200000");
                });
    }

    @Test
    void losesOnlyTheEntriesBeyondThoseThatAreRead() {
        String item = "<item><title>a</title><link>https://courier.example/1</link></item>";
        List<ParseOutcome> outcomes = parse("<rss><channel>" + item.repeat(2_100) + "</channel></rss>")
                .outcomes();
        assertThat(outcomes).hasSize(2_001);
        assertThat(outcomes.get(2_000)).isInstanceOfSatisfying(ParseOutcome.Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(rejected.detail()).isEqualTo("100 more entries; of a feed the first 2000 were read");
        });
    }

    @Test
    void losesOnlyTheItemsBeyondThoseThatAreRead() {
        List<ParseOutcome> outcomes = parse("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":["
                        + "{\"title\":\"a\"},".repeat(3_000) + "{}]}")
                .outcomes();
        assertThat(outcomes).hasSize(2_001);
        assertThat(outcomes.get(2_000))
                .isInstanceOfSatisfying(
                        ParseOutcome.Rejected.class,
                        rejected -> assertThat(rejected.detail()).startsWith("1001 more entries"));
    }

    @Test
    void isRejectedIfItsTextIsLongerThanAnyArticle() {
        assertThat(parse("<title>Harbour is dear</title>"
                                + "<p>%s</p>"
                                        .formatted("Harbour and town. ".repeat(9_000))
                                        .repeat(12))
                        .outcomes())
                .singleElement()
                .isInstanceOfSatisfying(
                        ParseOutcome.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    /** At one of these depths the parser fails on it. */
    @Test
    void isRejectedIfTheParserFailsOnIt() {
        List<ParseOutcome> outcomes = new ArrayList<>();
        for (int depth = 380; depth <= 400; depth++) {
            outcomes.addAll(parse("<html><body>" + "<div>".repeat(depth)
                            + "<button><table><em></p>x<i></p></a><nobr><font><tr><tr><b><em>")
                    .outcomes());
        }
        assertThat(outcomes)
                .hasSize(21)
                .anySatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                ParseOutcome.Rejected.class,
                                rejected -> assertThat(rejected.reason()).isEqualTo(Reason.MALFORMED)));
    }

    @Test
    void givesEachEntryItsOwnTextThoughTheirEndsAreMissing() {
        String body = Samples.paragraphs(Samples.HARBOUR_BODY);
        List<ParseOutcome> outcomes = parse("<rss><channel><item><title>One</title><content:encoded><![CDATA[" + body
                        + "]]></content:encoded><item><title>Two</title><content:encoded><![CDATA["
                        + body.replace("Monday", "Friday") + "]]></content:encoded>")
                .outcomes();
        assertThat(outcomes)
                .extracting(outcome -> ((ParseOutcome.Parsed) outcome).article().headline())
                .containsExactly("One", "Two");
        assertThat(outcomes)
                .extracting(outcome -> ((ParseOutcome.Parsed) outcome).article().body())
                .containsExactly(Samples.HARBOUR_BODY, Samples.HARBOUR_BODY.replace("Monday", "Friday"));
    }
}
