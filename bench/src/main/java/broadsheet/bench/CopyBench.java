package broadsheet.bench;

import broadsheet.sink.copies.ArticleToJudge;
import broadsheet.sink.copies.CopyJudge;
import broadsheet.sink.copies.Fingerprint;
import broadsheet.sink.copies.Fingerprinter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * What the judge of copies costs as one shard grows, in CPU time of an article: its fingerprint and its judgement; and the
 * heap.
 *
 * <p>Articles are invented; one in five is an edited copy of an earlier one. Another thread makes them and their
 * fingerprints, as elsewhere in a sink, so that what the judge has in the processor's caches is its own.
 *
 * <p>Usage: {@code CopyBench ARTICLES [near|reversed|templates|rotation [HOSTS [VALUES]]]}, a multiple of 10,000. After the
 * growth come 100,000 more, of 5,000 hosts or so many: {@code near}, one text with another word in each, {@code reversed},
 * the same, each of an earlier time than those before, {@code templates}, one text with other numbers in each, every one of
 * 10,000 or so many, or {@code rotation}, the same with the hosts in turn.
 */
public final class CopyBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int BATCH = 1_000;
    private static final int STEPS = 10;
    private static final int FLOOD = 100_000;
    private static final int PARTS = 5;

    /**
     * Articles of one kind.
     *
     * @param host the host of each, by its number
     * @param reversed whether each is of an earlier time than those before
     * @param text the text of each, by its number
     */
    private record Step(String name, int articles, IntUnaryOperator host, boolean reversed, IntFunction<String> text) {}

    /**
     * Some of a step.
     *
     * @param nanos CPU time that their fingerprints took
     */
    private record Batch(List<ArticleToJudge> articles, long nanos) {}

    private final InventedTexts texts = new InventedTexts();
    private final Fingerprinter fingerprinter = new Fingerprinter();
    private final CopyJudge judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(8);
    private final List<Step> growth = new ArrayList<>();
    private final List<Step> flood = new ArrayList<>();
    private int made;

    private CopyBench(int articles) {
        IntUnaryOperator inTurn = number -> number % 500;
        for (int i = 1; i <= STEPS; i++) {
            int step = articles / STEPS;
            String name = String.format(Locale.ROOT, "%,d articles", i * step);
            growth.add(new Step(name, step, inTurn, /* reversed= */ false, number -> texts.next()));
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        int articles = Integer.parseInt(arguments[0]);
        var bench = new CopyBench(articles);
        if (arguments.length > 1) {
            bench.addFlood(arguments[1], number(arguments, 2, 5_000), number(arguments, 3, 10_000));
        }
        var maker = new Thread(bench::make, "maker");
        maker.setDaemon(true);
        maker.start();
        bench.judge(bench.growth);
        reportHeap(articles);
        bench.judge(bench.flood);
        bench.settle();
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private void addFlood(String kind, int hosts, int values) {
        String text = texts.text();
        IntFunction<String> variant = switch (kind) {
            case "near", "reversed" -> number -> texts.withWord(text, number);
            case "templates", "rotation" -> number -> texts.renumbered(text, values);
            default -> throw new IllegalArgumentException("near, reversed, templates or rotation: " + kind);
        };
        var random = new Random(7);
        IntUnaryOperator host = number -> kind.equals("rotation") ? number % hosts : random.nextInt(hosts);
        for (int i = 1; i <= PARTS; i++) {
            int part = FLOOD / PARTS;
            String name = String.format(Locale.ROOT, "flood of %,d", i * part);
            flood.add(new Step(name, part, host, kind.equals("reversed"), variant));
        }
    }

    private void make() {
        try {
            for (Step step : growth) {
                make(step);
            }
            for (Step step : flood) {
                make(step);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(Step step) throws InterruptedException {
        for (int done = 0; done < step.articles(); done += BATCH) {
            var articles = new ArrayList<ArticleToJudge>(BATCH);
            long nanos = 0;
            for (int i = 0; i < BATCH; i++) {
                String text = step.text().apply(made + i);
                long start = cpu();
                Fingerprint fingerprint = fingerprinter.of(text);
                nanos += cpu() - start;
                Instant firstSeen = START.plusMillis((made + i) * (step.reversed() ? -200L : 200L));
                articles.add(article(made + i, firstSeen, step.host().applyAsInt(made + i), fingerprint));
            }
            made += BATCH;
            queue.put(new Batch(articles, nanos));
        }
    }

    private static ArticleToJudge article(int number, Instant firstSeen, int host, Fingerprint fingerprint) {
        String id = String.format(Locale.ROOT, "%032x", number * 0x9E3779B97F4A7C15L);
        return new ArticleToJudge(id, firstSeen, "en", "outlet" + host + ".example", true, fingerprint);
    }

    private void judge(List<Step> steps) throws InterruptedException {
        for (Step step : steps) {
            double fingerprinting = 0;
            double judging = 0;
            for (int done = 0; done < step.articles(); done += BATCH) {
                Batch batch = queue.take();
                fingerprinting += batch.nanos();
                long start = cpu();
                batch.articles().forEach(article -> judge.judge(article, article.firstSeen()));
                judging += cpu() - start;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %5.1f us, fingerprint %5.1f us%n",
                    step.name(),
                    judging / step.articles() / 1e3,
                    fingerprinting / step.articles() / 1e3);
        }
    }

    private void settle() {
        long start = cpu();
        int changed = judge.settle().size();
        System.out.printf(Locale.ROOT, "%,d others settled in the end, %5.1f ms%n", changed, (cpu() - start) / 1e6);
    }

    private static void reportHeap(int articles) {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(Locale.ROOT, "heap %,d MiB, %,d bytes an article%n", used >> 20, used / articles);
    }

    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
