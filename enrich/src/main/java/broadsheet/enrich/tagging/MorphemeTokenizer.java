package broadsheet.enrich.tagging;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts Japanese and Korean into morphemes by the dictionaries that come with Lucene (IPADIC, mecab-ko-dic): particles come off, and
 * each piece has its part of speech, which often says that it is a name.
 *
 * <p>Lucene looks at no more than some thousand characters at once; time is linear.
 */
final class MorphemeTokenizer implements Tokenizer {
    private final org.apache.lucene.analysis.Tokenizer morphemes;
    private final OffsetAttribute offsets;
    private final Supplier<String> sort;

    private MorphemeTokenizer(org.apache.lucene.analysis.Tokenizer morphemes, Supplier<String> sort) {
        this.morphemes = morphemes;
        this.offsets = morphemes.getAttribute(OffsetAttribute.class);
        this.sort = sort;
    }

    static MorphemeTokenizer japanese() {
        var morphemes = new JapaneseTokenizer(null, false, true, JapaneseTokenizer.Mode.SEARCH);
        var speech = morphemes.getAttribute(org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute.class);
        return new MorphemeTokenizer(morphemes, () -> named(speech.getPartOfSpeech()));
    }

    static MorphemeTokenizer korean() {
        var morphemes = new KoreanTokenizer(
                KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
                null,
                KoreanTokenizer.DecompoundMode.DISCARD,
                false,
                false);
        var speech = morphemes.getAttribute(org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute.class);
        return new MorphemeTokenizer(morphemes, () -> String.valueOf(speech.getLeftPOS()));
    }

    private static String named(@org.jspecify.annotations.Nullable String sort) {
        return sort == null ? "" : sort;
    }

    @Override
    public List<Token> tokens(CharSequence text, int start, int end) {
        List<Token> tokens = new ArrayList<>((end - start) / 2 + 1);
        try {
            morphemes.setReader(new StringReader(text.subSequence(start, end).toString()));
            morphemes.reset();
            int last = start;
            while (morphemes.incrementToken()) {
                int from = Math.max(last, start + offsets.startOffset());
                int to = start + offsets.endOffset();
                if (from < to && !isBlank(text, from, to)) {
                    String seen = Tokenizer.seen(text, from, to);
                    tokens.add(new Token(from, to, seen, from == last && from > start, sort.get(), seen));
                    last = to;
                }
            }
            morphemes.end();
            morphemes.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return tokens;
    }

    private static boolean isBlank(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && Tokenizer.isSpace(text.charAt(at))) {
            at++;
        }
        return at == to;
    }
}
