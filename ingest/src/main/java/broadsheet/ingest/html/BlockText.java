package broadsheet.ingest.html;

import broadsheet.ingest.limits.Limits;
import java.util.Optional;

/** Gathers the text of the block that is being read, and counts while it does. */
final class BlockText {
    private final StringBuilder text = new StringBuilder();
    private int letters;
    private int linkLetters;
    private int links;
    private int stops;
    private int emphasis;
    private int pictures;
    private boolean brokeLine;
    private final Clauses clauses = new Clauses();

    void append(String words, boolean inLink, boolean emphasised, boolean preformatted) {
        for (int i = 0; i < words.length() && text.length() < Limits.BLOCK; i++) {
            char c = words.charAt(i);
            if (c > ' ' && c < 0x7f) {
                text.append(c);
                brokeLine = false;
                count(c, inLink, emphasised);
                continue;
            }
            if (c == '\u00ad' || c == '\u200b' || c == '\ufeff') {
                continue;
            }
            if (c <= ' ' || c == '\u00a0' || Character.isSpaceChar(c)) {
                space(preformatted && c == '\n' ? '\n' : ' ');
                continue;
            }
            text.append(c);
            brokeLine = false;
            if (Character.isSurrogate(c)) {
                count(pair(words, i), inLink, emphasised);
            } else {
                count(c, inLink, emphasised);
            }
        }
    }

    /** The character that ends with this half; 0 for a half that ends none. */
    private static int pair(String words, int i) {
        return i > 0 && Character.isSurrogatePair(words.charAt(i - 1), words.charAt(i))
                ? words.codePointBefore(i + 1)
                : 0;
    }

    private void count(int c, boolean inLink, boolean emphasised) {
        int weight = Writing.weight(c);
        letters += weight;
        if (inLink) {
            linkLetters += weight;
        }
        if (emphasised) {
            emphasis += weight;
        }
        boolean clause = weight > 0 ? c >= 0x80 && Writing.isUnspaced(c) && clauses.letter() : Writing.isStop(c);
        if (clause) {
            stops++;
        }
    }

    private void space(char space) {
        int length = text.length();
        clauses.space();
        if (length > 0 && text.charAt(length - 1) > ' ') {
            text.append(space);
        }
    }

    /** Notes a picture or a player; it counts for the next block. */
    void picture() {
        pictures++;
    }

    void link() {
        links++;
    }

    /** Separates two cells of a row. */
    void cell() {
        if (text.length() > 0) {
            text.append(" | ");
        }
    }

    /**
     * Notes a line break.
     *
     * @return whether it is the second in a row, which stands for the end of a paragraph
     */
    boolean lineBreak() {
        if (brokeLine) {
            return true;
        }
        if (text.length() > 0) {
            trim();
            text.append('\n');
        }
        brokeLine = true;
        return false;
    }

    /** The block as gathered, and an empty start for the next; nothing if it holds no letter. */
    Optional<Block> take(int index, Block.Kind kind, int level, Scope scope) {
        trim();
        Optional<Block> block = letters == 0
                ? Optional.empty()
                : Optional.of(new Block(
                        index,
                        kind,
                        level,
                        scope,
                        text.toString(),
                        letters,
                        linkLetters,
                        links,
                        stops,
                        emphasis,
                        pictures));
        reset();
        pictures = 0;
        return block;
    }

    /** Whether nothing was gathered that could be a block. */
    boolean isBlank() {
        return letters == 0;
    }

    /** Forgets what was gathered. */
    void reset() {
        text.setLength(0);
        letters = 0;
        linkLetters = 0;
        links = 0;
        stops = 0;
        emphasis = 0;
        clauses.reset();
        brokeLine = false;
    }

    private void trim() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        text.setLength(end);
    }
}
