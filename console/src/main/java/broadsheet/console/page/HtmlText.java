package broadsheet.console.page;

/**
 * Text on a page. Markup in it is shown, not obeyed. Left out are characters that are no text in HTML, and those that would
 * turn the direction of what follows (UAX 9: embeddings, overrides, isolates), which headlines have no need of: each stands
 * in an element that isolates it.
 *
 * @param text as it is to be read
 */
record HtmlText(String text) implements HtmlNode {

    @Override
    public void write(StringBuilder out) {
        escape(text, out);
    }

    static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (!isLeftOut(c)) {
                        out.append(c);
                    }
                }
            }
        }
    }

    private static boolean isLeftOut(char c) {
        boolean isControl = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return isControl || turns || c == 0xFFFE || c == 0xFFFF;
    }
}
