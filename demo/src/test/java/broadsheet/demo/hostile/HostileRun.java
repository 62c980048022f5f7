package broadsheet.demo.hostile;

import broadsheet.ingest.RawPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Fills each field of each format with each shape, at three lengths and at the limit of a page's bytes, and measures what
 * it costs to read, annotate and fingerprint. Run by hand, with the heap that Compose gives a stage:
 *
 * <pre>{@code
 * java -Xmx614m … broadsheet.demo.hostile.HostileRun [SEED [SHARE OF THE LONGEST [MOST PAIRS [PAIRS THAT CONTAIN [FIRST PAIR]]]]]
 * }</pre>
 */
public final class HostileRun {
    private static final int[] LENGTHS = {8_000, 32_000, 128_000};
    private static final int LONGEST = 10 * 1024 * 1024 - 8_000;
    private static final double TIMES = 4;
    /** Below this the clock and the compiler's work are most of what is measured. */
    private static final long CPU_TO_COMPARE = 60_000_000;

    private static final long BYTES_TO_COMPARE = 30_000_000;
    private static final double SUPERLINEAR = 1.5;
    private static final int PROGRESS = 200;
    private static final long MOST_CPU = 2_000_000_000L;
    private static final long MOST_HEAP = 400L << 20;

    private final Pipeline pipeline = new Pipeline();
    private final LiveHeap heap = new LiveHeap();
    private final List<String> faults = new ArrayList<>();
    private final long seed;
    private int pairs;
    private int inputs;
    private long slowest;
    private String slowestName = "";
    private long fullest;
    private String fullestName = "";
    private double steepest;
    private String steepestName = "";
    private int largest;
    private String largestName = "";

    private HostileRun(long seed) {
        this.seed = seed;
    }

    public static void main(String[] args) {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
        double share = args.length > 1 ? Double.parseDouble(args[1]) : 1;
        int most = args.length > 2 ? Integer.parseInt(args[2]) : Integer.MAX_VALUE;
        String only = args.length > 3 ? args[3] : "";
        int first = args.length > 4 ? Integer.parseInt(args[4]) : 0;
        var run = new HostileRun(seed);
        run.warmUp();
        for (Pair pair : pairs(seed, most, only, first)) {
            run.pair(pair, share);
        }
        System.exit(run.report() ? 0 : 1);
    }

    private record Pair(Field field, Shape shape) {
        String name() {
            return field.name() + " " + shape;
        }
    }

    /** In an order of chance, so that a part of a run is a sample of the whole. */
    private static List<Pair> pairs(long seed, int most, String only, int first) {
        List<Pair> pairs = new ArrayList<>();
        for (Field field : Field.all()) {
            for (Shape shape : Shape.values()) {
                var pair = new Pair(field, shape);
                if (pair.name().contains(only)) {
                    pairs.add(pair);
                }
            }
        }
        Collections.shuffle(pairs, new Random(seed));
        return pairs.stream().skip(first).limit(most).toList();
    }

    private void warmUp() {
        var random = new Random(seed);
        List<Field> fields = Field.all();
        List<Shape> shapes = List.of(Shape.values());
        for (int i = 0; i < 300; i++) {
            Shape shape = shapes.get(random.nextInt(shapes.size()));
            pipeline.pass(fields.get(random.nextInt(fields.size())).page().with(shape.of(4_000, random)));
        }
    }

    private void pair(Pair pair, double share) {
        // One seed a pair: a fault can be made again alone.
        var random = new Random(seed * 31 + (pair.field().name() + pair.shape()).hashCode());
        grow(pair.field(), pair.shape(), random);
        if (random.nextDouble() < share) {
            measure(pair.field(), pair.shape(), LONGEST, random);
        }
        if (++pairs % PROGRESS == 0) {
            report();
        }
    }

    /** How the cost grows, where there is enough of it to tell. */
    private void grow(Field field, Shape shape, Random random) {
        Cost large = measure(field, shape, LENGTHS[2], random);
        double cpu = large.cpu() < CPU_TO_COMPARE ? 0 : power(field, shape, random, true);
        double bytes = large.allocated() < BYTES_TO_COMPARE ? 0 : power(field, shape, random, false);
        double most = Math.max(cpu, bytes);
        if (most > steepest) {
            steepest = most;
            steepestName = field.name() + " " + shape;
        }
        if (most > SUPERLINEAR) {
            fault(String.format(
                    Locale.ROOT,
                    "%s %s grows with the power %.2f in %s",
                    field.name(),
                    shape,
                    most,
                    cpu == most ? "time" : "memory"));
        }
    }

    /** The lesser of two powers: growth that is not seen from one length to the next is none, but noise or a start. */
    private double power(Field field, Shape shape, Random random, boolean ofTime) {
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        for (int time = 0; time < (ofTime ? 3 : 1); time++) {
            for (int i = 0; i < LENGTHS.length; i++) {
                Cost cost = measure(field, shape, LENGTHS[i], random);
                least[i] = Math.min(least[i], (double) (ofTime ? cost.cpu() : cost.allocated()));
            }
        }
        return Math.min(Cost.exponent(least[0], least[1], TIMES), Cost.exponent(least[1], least[2], TIMES));
    }

    private Cost measure(Field field, Shape shape, int length, Random random) {
        RawPage page = fitting(field, shape, length, random);
        String name = "%s %s, %d bytes".formatted(field.name(), shape, page.bytes().length);
        inputs++;
        Cost cost = cost(page, name);
        if (cost.cpu() > MOST_CPU) {
            cost = cost.least(cost(page, name));
        }
        if (cost.cpu() > slowest) {
            slowest = cost.cpu();
            slowestName = name;
        }
        if (cost.cpu() > MOST_CPU) {
            fault(String.format(Locale.ROOT, "%s takes %d ms", name, cost.cpu() / 1_000_000));
        }
        int record = pipeline.largest();
        if (record > largest) {
            largest = record;
            largestName = name;
        }
        return cost;
    }

    /** What was left by those before is taken away first, where there seems to be too much: it is not this one's. */
    private long alive(RawPage page) {
        long live = heap.most();
        if (live > MOST_HEAP) {
            System.gc();
            heap.reset();
            pipeline.pass(page);
            live = Math.min(live, heap.most());
        }
        return live;
    }

    private Cost cost(RawPage page, String name) {
        heap.reset();
        try {
            Cost cost = Cost.of(() -> pipeline.pass(page));
            long live = alive(page);
            if (live > fullest) {
                fullest = live;
                fullestName = name;
            }
            if (live > MOST_HEAP) {
                fault(String.format(Locale.ROOT, "%s has %d MiB alive", name, live >> 20));
            }
            return cost;
        } catch (RuntimeException | Error escaped) {
            fault(String.format(Locale.ROOT, "%s: %s", name, escaped));
            return new Cost(0, 0);
        }
    }

    /** As long as it may be: what escapes and encodings add is taken off. */
    private static RawPage fitting(Field field, Shape shape, int length, Random random) {
        RawPage page = field.page().with(shape.of(length, random));
        double over = (double) page.bytes().length / (LONGEST + 7_000);
        return over <= 1 ? page : field.page().with(shape.of((int) (length / over) - 4_000, random));
    }

    private void fault(String fault) {
        faults.add(fault);
        System.out.println(fault);
        System.out.flush();
    }

    private boolean report() {
        System.out.printf(
                Locale.ROOT,
                "seed %d, %d pairs, %d inputs, %d fields, %d shapes%nslowest %d ms of CPU: %s%nmost heap alive %d MiB: %s%n"
                        + "largest growth exponent %.2f: %s%nlargest record %d bytes: %s%n%d faults%n",
                seed,
                pairs,
                inputs,
                Field.all().size(),
                Shape.values().length,
                slowest / 1_000_000,
                slowestName,
                fullest >> 20,
                fullestName,
                steepest,
                steepestName,
                largest,
                largestName,
                faults.size());
        return faults.isEmpty();
    }
}
