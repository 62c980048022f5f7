package broadsheet.ingest.metadata;

/** A text without elements, and with one space for each run of blanks, in one pass. */
final class PlainText {
    /** Characters of an element; what is longer only looks like one. */
    private static final int LONGEST_ELEMENT = 200;

    private PlainText() {}

    static String of(String text) {
        var plain = new StringBuilder(text.length());
        int closing = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                // Where the next element ends is looked for once, not for each of a thousand that begin.
                closing = closing > i ? closing : next(text, i);
                if (closing > i + 1 && closing - i - 1 <= LONGEST_ELEMENT) {
                    space(plain);
                    i = closing;
                    continue;
                }
            }
            if (isBlank(c)) {
                space(plain);
            } else {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }

    private static int next(String text, int start) {
        int closing = text.indexOf('>', start);
        return closing < 0 ? Integer.MAX_VALUE : closing;
    }

    private static void space(StringBuilder plain) {
        if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u00a0';
    }
}
