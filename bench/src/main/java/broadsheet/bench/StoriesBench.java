package broadsheet.bench;

import broadsheet.stories.forest.ArticleToPlace;
import broadsheet.stories.forest.StoryForest;
import broadsheet.stories.likeness.ComparedArticle;
import broadsheet.stories.likeness.PairLikeness;
import broadsheet.stories.traits.Rarities;
import broadsheet.stories.traits.StoryTraits;
import broadsheet.stories.traits.TraitsReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What the forest of stories costs: CPU time an article to read its traits and to place it, and the heap that it keeps, as
 * the window fills; then a flood, twenty thousand articles of one event in one hour.
 *
 * <p>Usage: {@code StoriesBench ARTICLES}; a million takes some 4 GB of heap.
 */
public final class StoriesBench {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int FLOOD = 20_000;
    private static final int STEPS = 10;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final TraitsReader reader = new TraitsReader(Rarities.load());
    private final StoryForest forest = new StoryForest(PairLikeness.load(), WINDOW);
    private final InventedEvents events = new InventedEvents();
    private final int articles;
    private int told;

    private StoriesBench(int articles) {
        this.articles = articles;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        new StoriesBench(Integer.parseInt(arguments[0])).run();
    }

    private void run() {
        long before = heap();
        Duration step = WINDOW.dividedBy(STEPS);
        for (int i = 0; i < STEPS; i++) {
            place("window", articles / STEPS, START.plus(step.multipliedBy(i)), step, events::next);
            System.out.printf(Locale.ROOT, "  %d bytes of heap an article%n", (heap() - before) / told);
        }
        List<String> event = events.event();
        Instant end = START.plus(WINDOW);
        place("as ever", FLOOD, end, HOUR, events::next);
        place("flood", FLOOD, end.plus(HOUR), HOUR, () -> events.of(event));
    }

    private void place(String what, int count, Instant start, Duration time, Supplier<InventedEvents.Told> source) {
        long reading = 0;
        long placing = 0;
        long comparisons = forest.comparisons();
        for (int i = 0; i < count; i++) {
            InventedEvents.Told article = source.get();
            long begun = threads.getCurrentThreadCpuTime();
            StoryTraits traits = reader.read("en", article.headline(), article.text());
            long read = threads.getCurrentThreadCpuTime();
            Instant when = start.plus(time.multipliedBy(i).dividedBy(count));
            forest.put(ArticleToPlace.original("a" + told++, new ComparedArticle(traits, when)));
            forest.settle();
            placing += threads.getCurrentThreadCpuTime() - read;
            reading += read - begun;
        }
        System.out.printf(
                Locale.ROOT,
                "%-8s %8d articles: %.3f ms to read one, %.3f ms to place one, %.1f comparisons%n",
                what,
                told,
                reading / 1e6 / count,
                placing / 1e6 / count,
                (forest.comparisons() - comparisons) / (double) count);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
