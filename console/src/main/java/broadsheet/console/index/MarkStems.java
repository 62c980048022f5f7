package broadsheet.console.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/** Puts the language before each stem; words themselves, which are keywords here, stay as they are. */
final class MarkStems extends TokenFilter {

    /** No word has it in it. */
    static final char MARK = '#';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute word = addAttribute(KeywordAttribute.class);
    private final String language;

    MarkStems(TokenStream stems, String language) {
        super(stems);
        this.language = language;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!word.isKeyword()) {
            String stem = term.toString();
            term.setEmpty().append(language).append(MARK).append(stem);
        }
        return true;
    }
}
