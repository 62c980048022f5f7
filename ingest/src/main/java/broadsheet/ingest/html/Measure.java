package broadsheet.ingest.html;

import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.TooMuch;

/** Counts what would keep the parser of markup busy, before it is let at it. */
final class Measure {
    /** The JDK copies a name for each of these letters to write it in lower case. */
    private static final char DOTTED = '\u0130';

    private static final int MOST_DOTTED = 100;

    private int tags;
    private int attributes;
    private boolean inTag;
    private char quote;
    private int dotted;

    /** @throws TooMuch if there is more than is read */
    static void of(String markup) {
        var measure = new Measure();
        for (int i = 0; i < markup.length(); i++) {
            measure.read(markup.charAt(i));
        }
        TooMuch.check(measure.tags, "tags", Limits.TAGS);
        TooMuch.check(measure.attributes, "attributes", Limits.ATTRIBUTES);
    }

    private void read(char c) {
        if (c == '<') {
            tags++;
            startTag();
        } else if (c == '=') {
            attributes++;
        } else if (inTag) {
            readInTag(c);
        }
    }

    private void startTag() {
        if (quote == 0) {
            inTag = true;
            dotted = 0;
        }
    }

    private void readInTag(char c) {
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            inTag = false;
        } else if (c == DOTTED) {
            TooMuch.check(++dotted, "letters U+0130 in the names of one tag", MOST_DOTTED);
        }
    }
}
