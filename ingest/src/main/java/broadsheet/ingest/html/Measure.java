package broadsheet.ingest.html;

import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.TooMuch;

/** Counts what would keep the parser of markup busy, before it is let at it. */
final class Measure {
    /** The JDK copies a name for each of these letters to write it in lower case. */
    private static final char DOTTED = '\u0130';

    private static final int MOST_DOTTED = 100;

    /** Characters of an element's name: the parser puts a longer one together again for each thousand of them. */
    private static final int LONGEST_NAME = 10_000;

    /** What blanks and slashes part in tags: attributes that need no equals sign. */
    private int names;

    private boolean parted;
    private boolean inTag;
    private char quote;
    private int dotted;

    /** @throws TooMuch if there is more than is read */
    static void of(String markup) {
        // A page of fewer characters has no more of them.
        if (markup.length() > Limits.TAGS) {
            TooMuch.check(count('<', markup), "tags", Limits.TAGS);
        }
        if (markup.length() > Limits.ATTRIBUTES) {
            TooMuch.check(count('=', markup), "attributes", Limits.ATTRIBUTES);
        }
        checkNames(markup);
        // Blanks part names from each other, so that a page of fewer characters, as most are, has no more of them.
        if (markup.length() > 2 * Limits.ATTRIBUTES || markup.indexOf(DOTTED) >= 0) {
            new Measure().read(markup);
        }
    }

    /** A name beyond the limit covers a place at a multiple of it, so that only the names at those are looked at. */
    private static void checkNames(String markup) {
        int end = 0;
        for (int place = LONGEST_NAME; place < markup.length(); place += LONGEST_NAME) {
            int start = place;
            int first = Math.max(end, place - LONGEST_NAME);
            while (start > first && isOfName(markup.charAt(start))) {
                start--;
            }
            if (markup.charAt(start) == '<') {
                end = nameEnd(markup, start + 1);
                TooMuch.check(end - start - 1L, "characters or more of an element's name", LONGEST_NAME);
            }
        }
    }

    private static int nameEnd(String markup, int start) {
        int end = start;
        while (end < markup.length() && isOfName(markup.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int count(char sign, String markup) {
        int count = 0;
        for (int at = markup.indexOf(sign); at >= 0; at = markup.indexOf(sign, at + 1)) {
            count++;
        }
        return count;
    }

    private static boolean isOfName(char c) {
        return c > ' ' && c != '>' && c != '/' && c != '<';
    }

    private void read(String markup) {
        for (int i = 0; i < markup.length(); i++) {
            char c = markup.charAt(i);
            if (c == '<') {
                startTag();
            } else if (inTag && c != '=') {
                readInTag(c);
            }
        }
        TooMuch.check(names, "attributes", Limits.ATTRIBUTES);
    }

    private void startTag() {
        if (quote == 0) {
            inTag = true;
            dotted = 0;
        }
    }

    private void readInTag(char c) {
        boolean parts = quote == 0 && (c <= ' ' || c == '/');
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            inTag = false;
        } else if (parts) {
            names += parted ? 0 : 1;
        } else if (c == DOTTED) {
            TooMuch.check(++dotted, "letters U+0130 in the names of one tag", MOST_DOTTED);
        }
        parted = parts;
    }
}
