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

    void append(String words, boolean inLink, boolean emphasised, boolean preformatted) {
        for (int i = 0; i < words.length() && text.length() < Limits.BLOCK; i++) {
            char c = words.charAt(i);
            if (c == '\u00ad' || c == '\u200b' || c == '\ufeff') {
                continue;
            }
            if (c <= ' ' || c == '\u00a0' || Character.isSpaceChar(c)) {
                space(preformatted && c == '\n' ? '\n' : ' ');
                continue;
            }
            text.append(c);
            brokeLine = false;
            count(c, inLink, emphasised);
        }
    }

    private void count(char c, boolean inLink, boolean emphasised) {
        int weight = weight(c);
        letters += weight;
        if (inLink) {
            linkLetters += weight;
        }
        if (emphasised) {
            emphasis += weight;
        }
        if (weight == 0 && isStop(c)) {
            stops++;
        }
    }

    private void space(char space) {
        int length = text.length();
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
        brokeLine = false;
    }

    private void trim() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        text.setLength(end);
    }

    private static int weight(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? 1 : 0;
        }
        if (c >= 0x2e80 && c <= 0xd7a3) {
            return Character.isLetter(c) ? 2 : 0;
        }
        return Character.isLetterOrDigit(c) ? 1 : 0;
    }

    private static boolean isStop(char c) {
        return switch (c) {
            case '.', ',', '!', '?', ';', ':', '。', '、', '，', '！', '？', '；', '：', '…', '।', '؟', '،', '۔' -> true;
            default -> false;
        };
    }
}
