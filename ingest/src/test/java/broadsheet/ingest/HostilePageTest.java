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
