package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** What the second scorer sees of a block's own text: its size and shape, its marks, and whether it has the form of a by-line, a date or a notice. */
final class BlockFeatures {
    static final int ENDS_SENTENCE = 12;
    static final int ANNOUNCES = 18;
    private static final int COUNT = 30;
    private static final Pattern DATE = Pattern.compile(
            "\\b(19|20)\\d{2}\\b|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}:\\d{2}|\\b\\d+ (min|hours?|days?|weeks?|months?) (read|ago)\\b");
    private static final Pattern BYLINE = Pattern.compile(
            "(by|von|par|por|di|door|written by|text|photo|photos|foto|image|credit|source|posted|published|updated|last updated|reviewed|edited|medically)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCOUNT = Pattern.compile("@\\w");
    private static final AnyOf NOTICE = new AnyOf(
            "©|copyright|all rights reserved|alle rechte|cookie|privacy|terms of|newsletter|subscri|sign up|abonn|log in|download|follow us|affiliate|commission|sponsor|click here|contact|email|e-mail|comment|share|facebook|twitter|whatsapp|instagram|linkedin|advert|anzeige|werbung|registrier|anmelden");
    /** Without one of these {@link #PERSON} cannot match, and looking for them costs a tenth of it. */
    private static final AnyOf ROLE = new AnyOf(
            "writer|reporter|editor|journalist|author|correspondent|freelance|professor|founder|columnist|producer|contributor|redakteur|autor");

    private static final Pattern PERSON = Pattern.compile(
            "\\b(is an?|is the|was an?) ([\\w-]+ ){0,4}(writer|reporter|editor|journalist|author|correspondent|freelance|professor|founder|columnist|producer|contributor)\\b|\\b(redakteur|autorin|autor|journalist)\\b",
            Pattern.CASE_INSENSITIVE);

    private BlockFeatures() {}

    static float[] of(Block block) {
        String text = block.text();
        String head = text.length() > 240 ? text.substring(0, 240) : text;
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
        f[at++] = share(text, Character::isUpperCase, block.letters());
        f[at++] = share(text, Character::isDigit, block.letters());
        f[at++] = count(text, ' ') + 1;
        f[at++] = endsSentence(text) ? 1 : 0;
        f[at++] = text.endsWith(":") ? 1 : text.endsWith("…") || text.endsWith("...") ? 2 : text.endsWith("?") ? 3 : 0;
        f[at++] = Character.isLowerCase(text.codePointAt(0))
                ? 1
                : Character.isDigit(text.codePointAt(0)) ? 2 : Character.isLetter(text.codePointAt(0)) ? 0 : 3;
        f[at++] = count(text, '\n');
        f[at++] = count(text, '|');
        f[at++] = head.length() < 120 && DATE.matcher(head).find() ? 1 : 0;
        f[at++] = block.letters() < 80 && EndHeadings.isEnd(text) ? 1 : 0;
        f[at++] = block.letters() < 300 && DropLinkPhrases.points(text) ? 1 : 0;
        f[at++] = head.length() < 160 && BYLINE.matcher(head).lookingAt() ? 1 : 0;
        f[at++] = block.letters() < 800 && isNotice(text) ? 1 : 0;
        f[at++] =
                block.letters() < 800 && ROLE.isIn(text) && PERSON.matcher(text).find() ? 1 : 0;
        f[at++] = text.indexOf('"') >= 0 || text.indexOf('“') >= 0 || text.indexOf('„') >= 0 ? 1 : 0;
        f[at++] = titleCase(head);
        f[at++] = text.indexOf('@') >= 0 ? 1 : 0;
        f[at++] = isUpperCase(head) ? 1 : 0;
        f[at++] = block.scope().position();
        f[at++] = block.scope().parent().map(parent -> parent.children()).orElse(0);
        f[at] = (float) block.letters() / (count(text, ' ') + 1);
        return f;
    }

    private static boolean isNotice(String text) {
        return NOTICE.isIn(text)
                || (text.indexOf('@') >= 0 && ACCOUNT.matcher(text).find());
    }

    private static boolean isUpperCase(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
                return false;
            }
        }
        return text.toUpperCase(Locale.ROOT).equals(text);
    }

    private static float share(String text, IntPredicate wanted, int letters) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += wanted.test(text.charAt(i)) ? 1 : 0;
        }
        return (float) count / Math.max(1, letters);
    }

    private static int count(String text, char wanted) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }

    static boolean endsSentence(String text) {
        for (int i = text.length() - 1; i >= 0 && i > text.length() - 4; i--) {
            char c = text.charAt(i);
            if (c == '.' || c == '!' || c == '?' || c == '。' || c == '！' || c == '？' || c == '…') {
                return true;
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
            if (Character.isLetter(c)) {
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
