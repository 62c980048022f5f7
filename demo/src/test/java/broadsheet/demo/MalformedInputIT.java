package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.IngestSettings;
import broadsheet.ingest.PageParser;
import broadsheet.ingest.RawPage;
import broadsheet.ledger.Balance;
import broadsheet.model.Facts;
import broadsheet.model.Outcome;
import broadsheet.publish.PageSource;
import broadsheet.publish.PageSources;
import broadsheet.publish.SourceItem;
import broadsheet.publish.SourcePage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * 500 damaged pages, made from our samples. {@code -Dmalformed.pages=DIRECTORY} makes them from the pages there as well,
 * {@code -Dmalformed.count} says how many and {@code -Dmalformed.seed} which.
 */
@DisplayName("malformed input on a real broker")
class MalformedInputIT {

    private static final long SEED = Long.getLong("malformed.seed", 20_261_124L);
    private static final int COUNT = Integer.getInteger("malformed.count", 500);

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final long HEAP = 2L << 30;

    private static PageSource malformed;
    private static PipelineInJvm pipeline;

    @BeforeAll
    static void start() throws Exception {
        List<SourcePage> originals =
                new ArrayList<>(pages(PageSources.resources(MalformedInputIT.class.getClassLoader(), "samples")));
        Optional.ofNullable(System.getProperty("malformed.pages"))
                .ifPresent(directory -> originals.addAll(pages(PageSources.open(directory))));
        System.out.printf("%d malformed inputs from %d originals, seed %d%n", COUNT, originals.size(), SEED);
        malformed = new MalformedPages(List.copyOf(originals), COUNT, SEED);
        pipeline = PipelineInJvm.start();
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    private static List<SourcePage> pages(PageSource source) {
        List<SourcePage> pages = new ArrayList<>();
        source.read(found -> {
            if (found instanceof SourceItem.Page page) {
                pages.add(page.page());
            }
        });
        return pages;
    }

    @Test
    void isAllAccountedForAndNoStageDies() throws Exception {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(HEAP);
        Balance balance = pipeline.stages().process(malformed);
        System.out.println(balance.line() + " double=" + balance.doubles());
        System.out.println(balance.rejections());
        assertThat(pagesInTheLedger()).isEqualTo(COUNT);
        assertThat(balance.open()).isZero();
        assertThat(balance.doubles()).isZero();
        // Broken input is no accident: whoever reads it has to expect it.
        assertThat(balance.count(Outcome.Kind.DEAD_LETTERED)).isZero();
        assertThat(pipeline.stages().isReady()).isTrue();
        System.out.println("heap in use after the last collections: " + peak() / (1 << 20) + " MiB");
    }

    /** A feed without entries is no input, but it has its line. */
    private static long pagesInTheLedger() {
        return pipeline.client().records("news.outcomes").stream()
                .map(next -> OutsideClient.json(next.value()))
                .filter(line -> line.path("stage").asText().equals("ingest"))
                .map(line -> line.path("origin").asText())
                .filter(origin -> !origin.contains("#"))
                .distinct()
                .count();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    @Test
    void isReadInUnderTwoSecondsEach() {
        PageParser parser = new PageParser(IngestSettings.defaults());
        List<Slow> slow = new ArrayList<>();
        malformed.read(timing(parser, slow));
        slow.sort((one, other) -> other.time().compareTo(one.time()));
        slow.stream().limit(5).forEach(one -> System.out.println(one.time().toMillis() + " ms: " + one.name()));
        assertThat(slow)
                .hasSize(COUNT)
                .allSatisfy(one -> assertThat(one.time()).as(one.name()).isLessThan(LONGEST));
    }

    private record Slow(String name, Duration time) {}

    private static Consumer<SourceItem> timing(PageParser parser, List<Slow> slow) {
        var threads = ManagementFactory.getThreadMXBean();
        return found -> {
            SourcePage page = ((SourceItem.Page) found).page();
            long before = threads.getCurrentThreadCpuTime();
            parser.parse(raw(page));
            slow.add(new Slow(page.name(), Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)));
        };
    }

    private static RawPage raw(SourcePage page) {
        return new RawPage(
                page.value(),
                page.url(),
                Optional.ofNullable(page.facts().get(Facts.CONTENT_TYPE)),
                Instant.parse("2026-11-24T00:00:00Z"),
                Optional.empty(),
                Optional.ofNullable(page.facts().get(Facts.FEED_TITLE)),
                Optional.ofNullable(page.facts().get(Facts.FEED_PUBLISHED)),
                Optional.empty());
    }
}
