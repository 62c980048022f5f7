package broadsheet.enrich.tagging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A trained model that labels the tokens of a document. Immutable and safe for use by many threads; about 60 MB for English,
 * and 5 MB more for each other language.
 *
 * <pre>{@code
 * Tagger tagger = Tagger.read(in);
 * List<List<Token>> sentences = tagger.sentences(text);
 * List<int[]> labels = tagger.label(sentences);
 * }</pre>
 */
public final class Tagger {
    private static final float[] OUTSIDE = outside();

    private final Lexicon lexicon;
    private final Weights weights;

    Tagger(Lexicon lexicon, Weights weights) {
        this.lexicon = lexicon;
        this.weights = weights;
    }

    /**
     * Makes a model of trained weights.
     *
     * @param bits the table has two to the power of {@code bits} rows
     * @param table a weight for each row and label, {@link #stride()} numbers a row
     * @param transitions a weight for each label after each other label
     * @param least weights that are closer to zero are left out: a smaller file
     */
    public static Tagger of(Lexicon lexicon, int bits, float[] table, float[][] transitions, float least) {
        return new Tagger(lexicon, Weights.quantized(bits, table, transitions, least));
    }

    /** Numbers per row of the table given to {@link #of}. */
    public static int stride() {
        return Weights.STRIDE;
    }

    /** Reads the model file of English. */
    public static Tagger read(InputStream in) throws IOException {
        return ModelFile.read(in);
    }

    /** Reads the model file of another language; clusters and gazetteer are those of this one. */
    public Tagger read(InputStream in, Orthography other) throws IOException {
        return ModelFile.read(in, lexicon, other);
    }

    /** Writes a model file, the same bytes for the same model. */
    public void write(OutputStream out) throws IOException {
        ModelFile.write(this, out);
    }

    /** The sentences of a text, cut as the language is written. */
    public List<List<Token>> sentences(String text) {
        return Sentences.of(text, lexicon.orthography());
    }

    /** The {@link Label} of each token of each sentence. */
    public List<int[]> label(List<List<Token>> document) {
        TokenFeatures features = new TokenFeatures(weights.bits(), lexicon);
        List<int[]> labels = new ArrayList<>(document.size());
        for (List<Clues> sentence : Encoder.clues(document, lexicon)) {
            labels.add(Viterbi.best(scores(features, sentence), weights.transitions()));
        }
        return labels;
    }

    /** What the model knows before training. */
    public Lexicon lexicon() {
        return lexicon;
    }

    Weights weights() {
        return weights;
    }

    private float[][] scores(TokenFeatures features, List<Clues> sentence) {
        float[][] scores = new float[sentence.size()][];
        for (int at = 0; at < scores.length; at++) {
            if (TokenFeatures.mayBeName(sentence, at)) {
                features.extract(sentence, at);
                scores[at] = new float[Label.COUNT];
                weights.score(features.rows(), features.count(), scores[at]);
            } else {
                scores[at] = OUTSIDE;
            }
        }
        return scores;
    }

    private static float[] outside() {
        float[] scores = new float[Label.COUNT];
        Arrays.fill(scores, -1e6f);
        scores[Label.OUTSIDE] = 0;
        return scores;
    }
}
