package broadsheet.train.sections;

import broadsheet.train.sections.Corpus.Example;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Trains the section model, in two steps with the encoder between them:
 *
 * <ol>
 *   <li>{@code prepare}: writes the texts and terms that the encoder is to turn into vectors;
 *   <li>{@code fit}: a teacher, a regression on the vectors of the labelled texts, labels all texts; a student learns
 *       from these labels, but sees of each text only the weighted mean of the vectors of its terms. Since that is
 *       linear, the student is a table: for each term, its votes.
 * </ol>
 *
 * A term weighs less the more texts it is in, and the less the teacher can tell from it alone.
 *
 * <p>A third step, {@code reference}, is no part of the training: it tells how well the same kind of model does on a
 * labelled set when it is trained on four fifths of that set.
 *
 * <p>usage: TrainSections prepare|fit|reference WORK NEWS DEFINITIONS SENTENCES PAGES WORDS [MODEL|LABELLED]
 */
public final class TrainSections {

    /** How much the labelled sources count for the teacher: news, definitions, our own sentences. */
    private static final float[] TEACHER = {0.1f, 0.03f, 1};

    /** How much the texts count for the student: news, definitions, our own sentences, pages. */
    private static final float[] STUDENT = {1, 0.1f, 0.5f, 0.3f};

    private static final float TEACHER_L2 = 3e-4f;
    private static final float STUDENT_L2 = 1e-4f;
    private static final int TEACHER_STEPS = 120;
    private static final int STUDENT_STEPS = 100;

    private final Path work;
    private final List<List<Example>> sources;
    private final Terms terms;

    private TrainSections(String[] arguments) throws IOException {
        work = Path.of(arguments[1]);
        sources = List.of(
                Corpus.news(Path.of(arguments[2])),
                Corpus.definitions(Path.of(arguments[3])),
                Corpus.sentences(Path.of(arguments[4])),
                Corpus.pages(Path.of(arguments[5])));
        var counted = new ArrayList<>(texts(0));
        counted.addAll(texts(3));
        var always = new ArrayList<>(texts(1));
        always.addAll(texts(2));
        terms = Terms.of(counted, always, Files.readAllLines(Path.of(arguments[6])));
    }

    /** Runs one step. */
    public static void main(String[] arguments) throws IOException {
        var training = new TrainSections(arguments);
        switch (arguments[0]) {
            case "prepare" -> training.prepare();
            case "fit" -> training.fit(Path.of(arguments[7]));
            case "reference" -> training.reference(Path.of(arguments[7]));
            default -> throw new IllegalArgumentException("no step: " + arguments[0]);
        }
    }

    private void prepare() throws IOException {
        for (int i = 0; i < sources.size(); i++) {
            writeLines("texts" + i + ".jsonl", texts(i));
        }
        writeLines("terms.jsonl", terms.all());
        System.out.println(terms.all().size() + " terms");
    }

    private void fit(Path file) throws IOException {
        var encoded = new ArrayList<float[][]>();
        for (int i = 0; i < sources.size(); i++) {
            encoded.add(Vectors.read(work.resolve("texts" + i + ".vectors")));
        }
        SoftmaxRegression teacher = teacher(encoded);
        float[][] vectors = Vectors.read(work.resolve("terms.vectors"));
        int[] weights = TermWeights.of(terms, vectors, teacher);
        Vectors.centre(vectors);

        var rows = new ArrayList<float[][]>();
        for (int i = 0; i < sources.size(); i++) {
            rows.add(means(texts(i), vectors, weights));
        }
        float[] centre = Vectors.centre(rows.get(0));
        float scale = Vectors.meanLength(rows.get(0));
        Vectors.scaleAll(rows.get(0), scale);
        rows.subList(1, rows.size()).forEach(some -> Vectors.moveAll(some, centre, scale));
        SoftmaxRegression student = student(rows, encoded, teacher);
        Vectors.moveAll(vectors, centre, scale);
        VoteTable.write(file, terms, weights, student, vectors);
        System.out.println("wrote " + file);
    }

    private void reference(Path labelled) throws IOException {
        var encoded = new ArrayList<float[][]>();
        for (int i = 0; i < sources.size(); i++) {
            encoded.add(Vectors.read(work.resolve("texts" + i + ".vectors")));
        }
        float[][] vectors = Vectors.read(work.resolve("terms.vectors"));
        int[] weights = TermWeights.of(terms, vectors, teacher(encoded));
        Vectors.centre(vectors);
        for (Map.Entry<String, List<Example>> source : Corpus.bySource(labelled).entrySet()) {
            List<Example> examples = source.getValue();
            float[][] rows = means(examples.stream().map(Example::text).toList(), vectors, weights);
            Vectors.centre(rows);
            Vectors.scaleAll(rows, Vectors.meanLength(rows));
            System.out.printf(
                    "%s: %d texts, accuracy %.4f%n", source.getKey(), rows.length, Folds.accuracy(rows, examples));
        }
    }

    private SoftmaxRegression teacher(List<float[][]> encoded) {
        var batch = new WeightedExamples();
        for (int source = 0; source < TEACHER.length; source++) {
            var labelled = new WeightedExamples();
            for (int i = 0; i < encoded.get(source).length; i++) {
                if (sources.get(source).get(i).topic().isPresent()) {
                    labelled.add(encoded.get(source)[i], label(source, i), 1);
                }
            }
            batch.addBalanced(labelled, 0.5, TEACHER[source]);
        }
        return batch.fit(TEACHER_L2, TEACHER_STEPS);
    }

    private SoftmaxRegression student(List<float[][]> rows, List<float[][]> encoded, SoftmaxRegression teacher) {
        var batch = new WeightedExamples();
        for (int source = 0; source < STUDENT.length; source++) {
            var labelled = new WeightedExamples();
            for (int i = 0; i < rows.get(source).length; i++) {
                float[] target = teacher.probabilities(encoded.get(source)[i]);
                if (source == 2) {
                    // Our own sentences are right by definition; the teacher adds what else they touch.
                    target = half(target, label(source, i));
                }
                labelled.add(rows.get(source)[i], target, 1);
            }
            batch.addBalanced(labelled, 0.3, STUDENT[source]);
        }
        return batch.fit(STUDENT_L2, STUDENT_STEPS);
    }

    private float[] label(int source, int example) {
        var target = new float[Corpus.TOPICS];
        target[sources.get(source).get(example).topic().orElseThrow()] = 1;
        return target;
    }

    private static float[] half(float[] a, float[] b) {
        var mean = new float[a.length];
        for (int k = 0; k < a.length; k++) {
            mean[k] = (a[k] + b[k]) / 2;
        }
        return mean;
    }

    /** The weighted mean of the vectors of each text's terms, as the model takes it of their votes. */
    private float[][] means(List<String> texts, float[][] vectors, int[] weights) {
        var means = new float[texts.size()][Vectors.DIMENSIONS];
        for (int i = 0; i < means.length; i++) {
            double total = 0;
            for (Map.Entry<Integer, Integer> term : terms.counts(texts.get(i)).entrySet()) {
                double weight = (1 + Math.log(term.getValue())) * weights[term.getKey()];
                total += weight;
                for (int d = 0; d < Vectors.DIMENSIONS; d++) {
                    means[i][d] += (float) (weight * vectors[term.getKey()][d]);
                }
            }
            Vectors.scaleAll(new float[][] {means[i]}, total == 0 ? 1 : (float) total);
        }
        return means;
    }

    private List<String> texts(int source) {
        return sources.get(source).stream().map(Example::text).toList();
    }

    private void writeLines(String name, Collection<String> lines) throws IOException {
        var json = new ObjectMapper();
        try (var out = Files.newBufferedWriter(work.resolve(name))) {
            for (String line : lines) {
                out.write(json.writeValueAsString(line));
                out.newLine();
            }
        }
    }
}
