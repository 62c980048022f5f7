package broadsheet.bench;

import broadsheet.enrich.entities.EntityRecognizer;
import broadsheet.enrich.language.LanguageDetector;
import broadsheet.enrich.places.PlaceLinker;
import broadsheet.enrich.sections.SectionFinder;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What the models of {@code enrich} cost a fresh JVM: seconds from the class path to the first answer, and the heap that
 * is left after a full collection, with a histogram of what it is made of.
 *
 * <p>Run with {@code java -Xmx250m -XX:+UseSerialGC -cp … broadsheet.bench.EnrichHeap}.
 */
public final class EnrichHeap {
    private static final int LINES = 12;

    private EnrichHeap() {}

    /**
     * Loads the models one after the other.
     *
     * @throws JMException if this JVM gives no class histogram
     */
    public static void main(String[] args) throws JMException {
        System.out.printf(Locale.ROOT, "%-10s %5d MB of heap in use%n", "nothing", used());
        List<Object> models = List.of(
                load("entities", EntityRecognizer::load),
                load("language", LanguageDetector::load),
                load("places", PlaceLinker::load),
                load("sections", SectionFinder::load));
        EntityRecognizer recognizer = (EntityRecognizer) models.get(0);
        long start = System.nanoTime();
        int found = recognizer
                .recognize("Minister in Oslo", "Kari Berg of the Red Cross is in Norway.")
                .size();
        System.out.printf(Locale.ROOT, "first article: %d entities in %.3f s%n", found, seconds(start));
        histogram().lines().limit(LINES).forEach(System.out::println);
    }

    private static Object load(String name, Supplier<Object> loading) {
        long start = System.nanoTime();
        Object model = loading.get();
        double seconds = seconds(start);
        System.out.printf(Locale.ROOT, "%-10s %5d MB of heap in use, loaded in %.2f s%n", name, used(), seconds);
        return model;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    /** Live objects by class, the largest first, as {@code jcmd PID GC.class_histogram} prints it. */
    private static String histogram() throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
    }
}
