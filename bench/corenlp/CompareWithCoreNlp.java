import broadsheet.enrich.entities.EntityRecognizer;
import broadsheet.enrich.entities.Span;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.util.Triple;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Scores our entities and those of CoreNLP's 3-class model on the same annotated texts, in one process, and times both.
 *
 * <p>An entity is right only if start, end and type are those of the annotation. Time is CPU time of the one thread, in
 * the third pass over all texts, loading not included. Run by {@code bench/corenlp/run}; CoreNLP is GPL and no dependency
 * of anything here.
 */
public final class CompareWithCoreNlp {
    private static final Set<String> TYPES = Set.of("PERSON", "ORGANIZATION", "LOCATION");
    private static final int PASSES = 3;

    private record Name(int start, int end, String type) {}

    private record Text(String source, String text, Set<Name> gold) {}

    /** Right, wrong and missed. */
    private static final class Count {
        int right;
        int wrong;
        int missed;

        double f1() {
            return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
        }

        @Override
        public String toString() {
            double precision = right == 0 ? 0 : (double) right / (right + wrong);
            double recall = right == 0 ? 0 : (double) right / (right + missed);
            return String.format("P %.4f R %.4f F1 %.4f", precision, recall, f1());
        }
    }

    private CompareWithCoreNlp() {}

    public static void main(String[] args) throws Exception {
        List<Text> texts = read(Path.of(args[0]));
        double before = heap();
        long start = System.nanoTime();
        EntityRecognizer ours = EntityRecognizer.load();
        System.out.printf("ours: loaded in %.2f s, %.0f MB of heap%n", seconds(start), heap() - before);
        before = heap();
        start = System.nanoTime();
        CRFClassifier<CoreLabel> theirs =
                CRFClassifier.getClassifier("edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz");
        System.out.printf("CoreNLP: loaded in %.2f s, %.0f MB of heap%n", seconds(start), heap() - before);

        Map<String, Count> left = measure("ours", texts, text -> spans(ours.spans(text)));
        Map<String, Count> right = measure("CoreNLP", texts, text -> perLine(theirs, text));
        for (String key : left.keySet()) {
            System.out.printf("%-28s ours %s   CoreNLP %s   %+.2f%n", key, left.get(key), right.get(key),
                    100 * (left.get(key).f1() - right.get(key).f1()));
        }
    }

    private static Map<String, Count> measure(String who, List<Text> texts, Function<String, Set<Name>> annotator) {
        Map<String, Count> counts = new TreeMap<>();
        for (int pass = 1; pass <= PASSES; pass++) {
            counts.clear();
            long words = 0;
            long cpu = 0;
            for (Text text : texts) {
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                Set<Name> found = annotator.apply(text.text());
                cpu += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
                words += text.text().split("\\s+").length;
                count(text, found, counts);
            }
            if (pass == PASSES) {
                System.out.printf("%s: %.2f ms CPU per 500 words (%d words)%n", who, cpu / 1e6 / words * 500, words);
            }
        }
        return counts;
    }

    private static void count(Text text, Set<Name> found, Map<String, Count> counts) {
        Set<Name> all = new HashSet<>(found);
        all.addAll(text.gold());
        for (Name name : all) {
            for (String key : List.of("all", "source " + text.source(), "type " + name.type())) {
                Count count = counts.computeIfAbsent(key, none -> new Count());
                boolean gold = text.gold().contains(name);
                boolean ours = found.contains(name);
                count.right += gold && ours ? 1 : 0;
                count.wrong += ours && !gold ? 1 : 0;
                count.missed += gold && !ours ? 1 : 0;
            }
        }
    }

    private static Set<Name> spans(List<Span> spans) {
        Set<Name> names = new HashSet<>();
        spans.forEach(span -> names.add(new Name(span.start(), span.end(), span.type().name())));
        return names;
    }

    /** A line break ends a sentence for both. */
    private static Set<Name> perLine(CRFClassifier<CoreLabel> classifier, String text) {
        Set<Name> names = new HashSet<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                for (Triple<String, Integer, Integer> found : classifier.classifyToCharacterOffsets(line)) {
                    names.add(new Name(start + found.second(), start + found.third(), found.first()));
                }
            }
            start += line.length() + 1;
        }
        return names;
    }

    private static List<Text> read(Path file) throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<Text> texts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = json.readTree(line);
            String text = node.get("text").asText();
            Set<Name> gold = new HashSet<>();
            for (JsonNode entity : node.get("entities")) {
                if (TYPES.contains(entity.get("type").asText())) {
                    gold.add(new Name(
                            text.offsetByCodePoints(0, entity.get("start").asInt()),
                            text.offsetByCodePoints(0, entity.get("end").asInt()),
                            entity.get("type").asText()));
                }
            }
            texts.add(new Text(node.path("source").asText("all"), text, gold));
        }
        return texts;
    }

    private static double heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
