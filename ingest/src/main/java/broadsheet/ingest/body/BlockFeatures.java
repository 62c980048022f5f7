package broadsheet.ingest.body;

import broadsheet.ingest.html.AnyOf;
import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Writing;
import broadsheet.ingest.limits.WordEdges;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the second scorer sees of a block's own text: its size and shape, its marks, and whether it has the form of a by-line, a date or a notice. */
final class BlockFeatures {
    static final int ENDS_SENTENCE = 12;
    static final int ANNOUNCES = 18;
    private static final int COUNT = 30;
    private static final Pattern DATE = Pattern.compile(
            WordEdges.near("\\b(19|20)\\d{2}\\b|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}:\\d{2}|\\b\\d{1,9}"
                    + " (?:min|hours?|days?|weeks?|months?) (read|ago)\\b"));
    private static final AnyOf BYLINE = new AnyOf("by|von|par|por|di|door|written"
            + " by|text|photo|photos|foto|fotos|image|credit|source|posted|published|updated|last"
            + " updated|reviewed|edited|medically|bild|bilder|bildquelle|titelbild|abbildung|quelle|stand|aktualisiert|veröffentlicht|erstellt|autor|autorin|crédit|crédits|publié|mis"
            + " à jour|fuente|imagen|publicado|actualizado|fonte|pubblicato|aggiornato|ultima"
            + " modifica|bron|zdjęcie|źródło");
    private static final Pattern ACCOUNT = Pattern.compile("@\\w");
    private static final AnyOf NOTICE = new AnyOf(
            "copyright|all rights reserved|alle rechte|cookie|privacy|terms of|newsletter|subscri|sign up|abonn|log"
                    + " in|download|follow us|affiliate|commission|sponsor|click"
                    + " here|contact|email|e-mail|comment|share|facebook|twitter|whatsapp|instagram|linkedin|advert|anzeige|werbung|registrier|anmelden|kommentar|folgen"
                    + " sie|folge"
                    + " uns|rabatt|gutschein|klicken|publicidad|suscr|guenos|comentario|cliquez|publicit|commentaire|inscri|iscriv|condivid|pubblicit|commenti|publicidade|assine|compartilh|reklam");
    /** Without one of these {@link #PERSON} cannot match, and looking for them costs a tenth of it. */
    private static final AnyOf ROLE = new AnyOf(
            "writer|reporter|editor|journalist|author|correspondent|freelance|professor|founder|columnist|producer|contributor|redakteur|autor");

    private static final Pattern PERSON = Pattern.compile(
            WordEdges.near(
                    "\\b(?:is an?|is the|was an?) (?:[\\w-]{1,40}"
                            + " ){0,4}(?:writer|reporter|editor|journalist|author|correspondent|freelance|professor|founder|columnist|producer|contributor)\\b|\\b(redakteur|autorin|autor|journalist)\\b"),
            Pattern.CASE_INSENSITIVE);

    private BlockFeatures() {}

    static float[] of(Block block) {
        String text = block.text();
        String head = text.length() > 240 ? text.substring(0, 240) : text;
        Signs signs = Signs.of(text);
        float[] f = new float[COUNT];
        int at = 0;
        f[at++] = block.kind().code();
        f[at++] = block.level();
        f[at++] = block.letters();
        f[at++] = (float) block.linkDensity();
        f[at++] = block.links();
        f[at++] = block.stops();
        f[at++] = (float) block.mass();
        f[at++] = (float) block.emphasis() / Math.max(1, block.letters());
        f[at++] = (float) block.stops() / Math.max(1, block.letters());
        f[at++] = (float) signs.capitals / Math.max(1, block.letters());
        f[at++] = (float) signs.digits / Math.max(1, block.letters());
        f[at++] = signs.spaces + 1;
        f[at++] = endsSentence(block) ? 1 : 0;
        f[at++] = text.endsWith(":") ? 1 : text.endsWith("…") || text.endsWith("...") ? 2 : text.endsWith("?") ? 3 : 0;
        f[at++] = Character.isLowerCase(text.codePointAt(0))
                ? 1
                : Character.isDigit(text.codePointAt(0)) ? 2 : Character.isLetter(text.codePointAt(0)) ? 0 : 3;
        f[at++] = signs.breaks;
        f[at++] = signs.bars;
        f[at++] = head.length() < 120 && isDate(head, signs.digits) ? 1 : 0;
        f[at++] = block.letters() < 80 && EndHeadings.isEnd(text) ? 1 : 0;
        f[at++] = block.letters() < 300 && DropLinkPhrases.points(text) ? 1 : 0;
        f[at++] = head.length() < 160 && BYLINE.isFirstWordOf(head) ? 1 : 0;
        f[at++] = block.letters() < 800 && isNotice(text) ? 1 : 0;
        f[at++] =
                block.letters() < 800 && ROLE.isIn(text) && PERSON.matcher(text).find() ? 1 : 0;
        f[at++] = text.indexOf('"') >= 0 || text.indexOf('“') >= 0 || text.indexOf('„') >= 0 ? 1 : 0;
        f[at++] = titleCase(head);
        f[at++] = text.indexOf('@') >= 0 ? 1 : 0;
        f[at++] = isUpperCase(head) ? 1 : 0;
        f[at++] = block.scope().position();
        f[at++] = block.scope().parent().map(parent -> parent.children()).orElse(0);
        f[at] = (float) block.letters() / (signs.spaces + 1);
        return f;
    }

    /** Fewer than three digits are a date only where they say how long ago, or how long to read. */
    private static boolean isDate(String text, int digits) {
        boolean canBe = digits > 2 || (digits > 0 && (text.contains(" ago") || text.contains(" read")));
        return canBe && DATE.matcher(text).find();
    }

    private static boolean isNotice(String text) {
        return NOTICE.isIn(text)
                || text.indexOf('©') >= 0
                || (text.indexOf('@') >= 0 && ACCOUNT.matcher(text).find());
    }

    /** Whether there is no small letter; a script that has no capitals has none of them either, and does not shout. */
    private static boolean isUpperCase(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 128 && Character.getType(c) == Character.OTHER_LETTER)) {
                return false;
            }
        }
        return text.toUpperCase(Locale.ROOT).equals(text);
    }

    /** Letters that stand for a word where no space does. */
    private static final int LETTERS_OF_A_WORD = 5;

    /** How many of some signs a text has, counted in one pass. */
    private record Signs(int capitals, int digits, int spaces, int breaks, int bars) {
        static Signs of(String text) {
            int capitals = 0;
            int digits = 0;
            int spaces = 0;
            int breaks = 0;
            int bars = 0;
            int unspaced = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= 'a' && c <= 'z') {
                    continue;
                }
                if (c < 128) {
                    capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
                    digits += c >= '0' && c <= '9' ? 1 : 0;
                    spaces += c == ' ' ? 1 : 0;
                    breaks += c == '\n' ? 1 : 0;
                    bars += c == '|' ? 1 : 0;
                } else {
                    capitals += Character.isUpperCase(c) ? 1 : 0;
                    digits += Character.isDigit(c) ? 1 : 0;
                    unspaced += Writing.isUnspaced(c) ? 1 : 0;
                }
            }
            return new Signs(capitals, digits, spaces + unspaced / LETTERS_OF_A_WORD, breaks, bars);
        }
    }

    /** Letters of a block in a script whose sentences end without a mark; a label is shorter. */
    private static final int UNMARKED_SENTENCE = 60;

    private static boolean endsSentence(Block block) {
        String text = block.text();
        for (int i = text.length() - 1; i >= 0 && i > text.length() - 4; i--) {
            int c = Character.isLowSurrogate(text.charAt(i)) ? text.codePointBefore(i + 1) : text.charAt(i);
            if (Writing.endsSentence(c)) {
                return true;
            }
            if (Writing.isUnspaced(c)) {
                return block.letters() >= UNMARKED_SENTENCE;
            }
            if (Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return false;
    }

    private static float titleCase(String text) {
        int words = 0;
        int capitals = 0;
        boolean start = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 ? Writing.weight(c) > 0 && (c < '0' || c > '9') : Character.isLetter(c)) {
                if (start) {
                    words++;
                    capitals += Character.isUpperCase(c) ? 1 : 0;
                }
                start = false;
            } else if (c == ' ') {
                start = true;
            }
        }
        return words == 0 ? 0 : (float) capitals / words;
    }
}
