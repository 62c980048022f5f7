package broadsheet.console.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/**
 * How a text becomes words: split by Unicode's rules (UAX 29), in lower case, without accents. At the place of each word
 * stands also its stem by the rules of the article's language, marked with that language, so that all languages share one
 * field: {@code bridges} of an English text is {@code bridges} and {@code en#bridg}. Who searches without naming a language
 * is answered by the stems of each language that there is; a phrase is compared with the words themselves. Thread-safe.
 *
 * <p>Rejected: a field for each language, which a search without a language would have to ask one by one; stop words, without
 * which a phrase is not what it says.
 */
final class WordAnalysis {

    /** Longer words are cut in pieces of that length. */
    private static final int LONGEST_WORD = 100;

    /** Between two values of one field, so that no phrase reaches from one into the other. */
    private static final int GAP = 100;

    private static final Map<String, Supplier<SnowballStemmer>> STEMMERS = new TreeMap<>();

    static {
        STEMMERS.put("ar", ArabicStemmer::new);
        STEMMERS.put("ca", CatalanStemmer::new);
        STEMMERS.put("da", DanishStemmer::new);
        STEMMERS.put("de", GermanStemmer::new);
        STEMMERS.put("el", GreekStemmer::new);
        STEMMERS.put("en", EnglishStemmer::new);
        STEMMERS.put("es", SpanishStemmer::new);
        STEMMERS.put("et", EstonianStemmer::new);
        STEMMERS.put("eu", BasqueStemmer::new);
        STEMMERS.put("fi", FinnishStemmer::new);
        STEMMERS.put("fr", FrenchStemmer::new);
        STEMMERS.put("ga", IrishStemmer::new);
        STEMMERS.put("hi", HindiStemmer::new);
        STEMMERS.put("hu", HungarianStemmer::new);
        STEMMERS.put("hy", ArmenianStemmer::new);
        STEMMERS.put("id", IndonesianStemmer::new);
        STEMMERS.put("it", ItalianStemmer::new);
        STEMMERS.put("lt", LithuanianStemmer::new);
        STEMMERS.put("nb", NorwegianStemmer::new);
        STEMMERS.put("ne", NepaliStemmer::new);
        STEMMERS.put("nl", DutchStemmer::new);
        STEMMERS.put("nn", NorwegianStemmer::new);
        STEMMERS.put("no", NorwegianStemmer::new);
        STEMMERS.put("pt", PortugueseStemmer::new);
        STEMMERS.put("ro", RomanianStemmer::new);
        STEMMERS.put("ru", RussianStemmer::new);
        STEMMERS.put("sr", SerbianStemmer::new);
        STEMMERS.put("sv", SwedishStemmer::new);
        STEMMERS.put("ta", TamilStemmer::new);
        STEMMERS.put("tr", TurkishStemmer::new);
        STEMMERS.put("yi", YiddishStemmer::new);
    }

    private final Analyzer plain = new Splitting();
    private final Map<String, Analyzer> stemming = new TreeMap<>();

    WordAnalysis() {
        STEMMERS.forEach((language, stemmer) -> stemming.put(language, new Stemming(language, stemmer)));
    }

    private static class Splitting extends Analyzer {

        Splitting() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            words.setMaxTokenLength(LONGEST_WORD);
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(stems(new LowerCaseFilter(words))));
        }

        TokenStream stems(TokenStream words) {
            return words;
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }

    private static final class Stemming extends Splitting {

        private final String language;
        private final Supplier<SnowballStemmer> stemmer;

        Stemming(String language, Supplier<SnowballStemmer> stemmer) {
            this.language = language;
            this.stemmer = stemmer;
        }

        @Override
        TokenStream stems(TokenStream words) {
            return new MarkStems(new SnowballFilter(new KeywordRepeatFilter(words), stemmer.get()), language);
        }
    }

    /** For fields that have no language. */
    Analyzer plain() {
        return plain;
    }

    /** The language's part of a tag: {@code en} of {@code en-GB}. */
    static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /**
     * A text's words and stems. To be read to its end before the same place is asked for again in the same thread.
     *
     * @param place which text of an article it is
     */
    TokenStream stream(String language, String place, String text) {
        return stemming.getOrDefault(primary(language), plain).tokenStream(place, text);
    }

    /** The words of what is asked. */
    List<String> words(String asked) {
        return terms(plain, asked);
    }

    /** A word's stems in these languages, marked. */
    Set<String> stems(String word, Set<String> languages) {
        Set<String> stems = new LinkedHashSet<>();
        for (String language : languages) {
            if (stemming.containsKey(language)) {
                terms(stemming.get(language), word).stream()
                        .filter(term -> term.startsWith(language + MarkStems.MARK))
                        .forEach(stems::add);
            }
        }
        return stems;
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("asked", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
