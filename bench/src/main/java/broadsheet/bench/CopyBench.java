package broadsheet.bench;

import broadsheet.sink.copies.Claim;
import broadsheet.sink.copies.CopyJudge;
import broadsheet.sink.copies.Fingerprint;
import broadsheet.sink.copies.Fingerprinter;
import broadsheet.sink.copies.Verdict;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the judge of copies costs: CPU time per fingerprint and per judgement, and heap per article, as one shard grows.
 *
 * <p>Articles are invented; one in five is an edited copy of an earlier one. Usage: {@code CopyBench ARTICLES [grow|near|templates]}; {@code near} and {@code
 * templates} add a flood of 100,000 after the growth. Times are CPU times of the one thread, so that other work on the
 * machine disturbs them little.
 */
public final class CopyBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int FLOOD = 100_000;
    private static final int PREVIEWS = 5_000;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final InventedTexts texts = new InventedTexts();
    private final Fingerprinter fingerprinter = new Fingerprinter();
    private final CopyJudge judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
    private long fingerprinting;
    private long judging;
    private int claims;

    public static void main(String[] arguments) {
        var bench = new CopyBench();
        bench.grow(Integer.parseInt(arguments[0]));
        if (arguments.length > 1 && arguments[1].equals("near")) {
            bench.flood("near-identical texts", false);
        } else if (arguments.length > 1 && arguments[1].equals("templates")) {
            bench.flood("templates with other numbers", true);
        }
    }

    private void grow(int articles) {
        int step = Math.max(100_000, articles / 10);
        for (int i = 0; i < articles; i++) {
            String text = texts.next();
            claim(text, "outlet" + i % 500 + ".example");
            if ((i + 1) % step == 0) {
                report(String.format(Locale.ROOT, "%,d articles", i + 1));
                preview();
            }
        }
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(Locale.ROOT, "heap %,d MiB, %,d bytes an article%n", used >> 20, used / articles);
    }

    private void flood(String what, boolean templates) {
        String text = texts.text();
        for (int i = 0; i < FLOOD; i++) {
            claim(
                    templates ? texts.renumbered(text) : texts.withWord(text, i),
                    "outlet" + texts.number(5_000) + ".example");
            if ((i + 1) % 20_000 == 0) {
                report(String.format(Locale.ROOT, "flood of %,d %s", i + 1, what));
            }
        }
    }

    /** Looks up and compares texts that are not taken in, each once, so that nothing of it lies in a cache already. */
    private void preview() {
        List<Claim> asked = new ArrayList<>();
        for (int i = 0; i < PREVIEWS; i++) {
            asked.add(claim(claims + i, "outlet" + i % 500 + ".example", fingerprinter.of(texts.next())));
        }
        int copies = 0;
        long start = cpu();
        for (Claim claim : asked) {
            copies += judge.preview(claim).match().isPresent() ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%45s looking up and comparing %5.1f us, %,d of %,d are copies%n",
                "",
                (cpu() - start) / 1e3 / PREVIEWS,
                copies,
                PREVIEWS);
    }

    private static Claim claim(int number, String host, Fingerprint fingerprint) {
        String id = String.format(Locale.ROOT, "%032x", number * 0x9E3779B97F4A7C15L);
        return new Claim(id, START.plusMillis(number * 200L), "en", host, true, fingerprint);
    }

    private void claim(String text, String host) {
        int number = claims++;
        long start = cpu();
        Fingerprint fingerprint = fingerprinter.of(text);
        long middle = cpu();
        Claim claim = claim(number, host, fingerprint);
        List<Verdict> verdicts = judge.claim(claim, claim.firstSeen());
        judging += cpu() - middle;
        fingerprinting += middle - start;
        if (verdicts.isEmpty()) {
            throw new IllegalStateException("no verdict: " + number);
        }
    }

    private int reported;

    private void report(String what) {
        int count = claims - reported;
        System.out.printf(
                Locale.ROOT,
                "%-45s fingerprint %5.1f us, judge %5.1f us%n",
                what,
                fingerprinting / 1e3 / count,
                judging / 1e3 / count);
        reported = claims;
        fingerprinting = 0;
        judging = 0;
    }

    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
