package broadsheet.bench;

import broadsheet.sink.copies.Claim;
import broadsheet.sink.copies.CopyJudge;
import broadsheet.sink.copies.Fingerprinter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * The judge of copies alone, as one shard grows: unlike in {@link CopyBench} another thread makes the texts and their
 * fingerprints, as elsewhere in a sink, so that what this one has in its caches is its own. CPU time of the judging thread.
 *
 * <p>Usage: {@code ShardBench ARTICLES}, a multiple of 10,000.
 */
public final class ShardBench {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int BATCH = 1_000;
    private static final int PREVIEWS = 5_000;
    private static final int STEPS = 10;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final BlockingQueue<Claim[]> queue = new ArrayBlockingQueue<>(8);
    private final CopyJudge judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
    private final int step;

    private ShardBench(int articles) {
        step = articles / STEPS;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var bench = new ShardBench(Integer.parseInt(arguments[0]));
        var maker = new Thread(bench::make, "maker");
        maker.setDaemon(true);
        maker.start();
        bench.judge();
    }

    /** Makes the claims of each step, and then those that are only looked up. */
    private void make() {
        var texts = new InventedTexts();
        var fingerprinter = new Fingerprinter();
        try {
            for (int made = 0; made < STEPS * step; made += BATCH) {
                queue.put(claims(made, BATCH, texts, fingerprinter));
                if ((made + BATCH) % step == 0) {
                    queue.put(claims(made + BATCH, PREVIEWS, texts, fingerprinter));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Claim[] claims(int from, int count, InventedTexts texts, Fingerprinter fingerprinter) {
        var claims = new Claim[count];
        for (int i = 0; i < count; i++) {
            int number = from + i;
            claims[i] = new Claim(
                    String.format(Locale.ROOT, "%032x", number * 0x9E3779B97F4A7C15L),
                    START.plusMillis(number * 200L),
                    "en",
                    "outlet" + number % 500 + ".example",
                    true,
                    fingerprinter.of(texts.next()));
        }
        return claims;
    }

    private void judge() throws InterruptedException {
        for (int i = 1; i <= STEPS; i++) {
            double judging = 0;
            for (int judged = 0; judged < step; judged += BATCH) {
                judging += spent(queue.take(), claim -> judge.claim(claim, claim.firstSeen()));
            }
            double looking = spent(queue.take(), judge::preview);
            System.out.printf(
                    Locale.ROOT,
                    "%,d articles: judging %.1f us, looking up and comparing %.1f us%n",
                    i * step,
                    judging / step,
                    looking / PREVIEWS);
        }
    }

    /** Does it with all claims; returns the microseconds that it took. */
    private double spent(Claim[] claims, Consumer<Claim> work) {
        long start = threads.getCurrentThreadCpuTime();
        for (Claim claim : claims) {
            work.accept(claim);
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e3;
    }
}
