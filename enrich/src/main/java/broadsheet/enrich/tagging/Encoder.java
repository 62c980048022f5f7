package broadsheet.enrich.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns a document into what a trainer learns from: for each token the rows of the weight table that speak of it. */
public final class Encoder {
    private static final int[] NONE = {};

    private final Lexicon lexicon;
    private final int bits;

    /** @param bits the weight table has two to the power of {@code bits} rows */
    public Encoder(Lexicon lexicon, int bits) {
        this.lexicon = lexicon;
        this.bits = bits;
    }

    /** How the language is written. */
    public Orthography orthography() {
        return lexicon.orthography();
    }

    /** For each sentence, for each token its rows; no rows for a token that is outside any name by definition. */
    public List<int[][]> encode(List<List<Token>> document) {
        TokenFeatures features = new TokenFeatures(bits, lexicon);
        List<int[][]> encoded = new ArrayList<>(document.size());
        for (List<Clues> sentence : clues(document, lexicon)) {
            int[][] rows = new int[sentence.size()][];
            for (int at = 0; at < rows.length; at++) {
                rows[at] = TokenFeatures.mayBeName(sentence, at) ? rows(features, sentence, at) : NONE;
            }
            encoded.add(rows);
        }
        return encoded;
    }

    static List<List<Clues>> clues(List<List<Token>> document, Lexicon lexicon) {
        List<List<Clues>> clues = new ArrayList<>(document.size());
        for (List<Token> sentence : document) {
            clues.add(Clues.of(sentence, lexicon));
        }
        DocumentContext.fill(clues);
        return clues;
    }

    private static int[] rows(TokenFeatures features, List<Clues> sentence, int at) {
        features.extract(sentence, at);
        return Arrays.copyOf(features.rows(), features.count());
    }
}
