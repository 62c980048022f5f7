package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off a title what pages put around the headline: the site's name at either end behind any mark in use, and the section
 * that stands between headline and name.
 *
 * @param site whose name is taken off
 * @param sections what the page's menus and data call its sections, letters and digits alone
 */
record TitleParts(SiteNames site, Set<String> sections) {
    /** Marks between blanks, and bars, which part with blanks or without. */
    private static final Pattern MARK = Pattern.compile(
            "\\s{1,3}[|–—―·•»«›‹:/~∙・‧-]{1,3}\\s{1,3}|\\s{0,3}[|｜ㅣ│┃¦∣‖»«]{1,2}\\s{0,3}|\\s{1,3}::\\s{1,3}");

    private static final Pattern BAR = Pattern.compile("\\s{0,3}[|｜ㅣ│┃¦∣]\\s{0,3}");
    /** Marks that part without blanks only what is known to be a name, beside symbols of any kind. */
    private static final String WEAK = "-_–—:：·•|｜ㅣ/∙・‧»«›‹";

    private static final String TRIMMED = " \t\n\013\f\r|–—·•»«:/-｜ㅣ│┃¦_―：";
    private static final int MOST_CUTS = 3;
    private static final int LONGEST = 600;
    private static final int LONGEST_KICKER = 30;

    /** A title without the parts that name the site: "Headline | The Courier"; behind a bar, a short end is such. */
    String cutFrom(String title) {
        String whole = title.length() > LONGEST ? title.substring(0, LONGEST) : title;
        String cut = withoutSection(cutNameFrom(whole), !cutNameFrom(whole).equals(whole));
        int bar = lastStart(BAR, cut);
        boolean shortTail = bar > 0 && (cut.length() - bar - 1) * 3 < cut.length();
        return shortTail ? trim(cut.substring(0, bar)) : withoutKicker(withoutEcho(cut));
    }

    /** A text without first and last parts that are the site's name. */
    String cutNameFrom(String text) {
        String cut = text;
        for (int i = 0; i < MOST_CUTS; i++) {
            String before = cut;
            cut = cutOnce(before);
            if (cut.equals(before)) {
                return cut;
            }
        }
        return cut;
    }

    private String cutOnce(String text) {
        for (String heading : site.headings()) {
            if (text.length() > heading.length() + 3 && text.startsWith(heading)) {
                return trim(text.substring(heading.length()));
            }
        }
        return knownEnd(text)
                .or(() -> end(text))
                .or(() -> knownStart(text))
                .or(() -> start(text))
                .filter(cut -> !cut.isEmpty())
                .orElse(text);
    }

    /** The title before a name that is written as the page writes it, behind any mark, with blanks or without. */
    private Optional<String> knownEnd(String text) {
        for (String name : site.written()) {
            int at = text.length() - name.length();
            if (at > 1 && name.length() > 1 && text.regionMatches(true, at, name, 0, name.length())) {
                String before = text.substring(0, at).stripTrailing();
                if (!before.isEmpty() && isMark(before.charAt(before.length() - 1))) {
                    return Optional.of(trim(before));
                }
            }
        }
        return Optional.empty();
    }

    /** The title behind a name that is written as the page writes it, and any mark. */
    private Optional<String> knownStart(String text) {
        for (String name : site.written()) {
            if (name.length() > 1 && text.regionMatches(true, 0, name, 0, name.length())) {
                String behind = text.substring(name.length()).stripLeading();
                if (behind.length() > 1 && isMark(behind.charAt(0))) {
                    return Optional.of(trim(behind));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> end(String text) {
        int at = lastStart(MARK, text);
        return at > 0 && site.isSiteAtTheEnd(trim(text.substring(at)))
                ? Optional.of(trim(text.substring(0, at)))
                : Optional.empty();
    }

    private Optional<String> start(String text) {
        Matcher mark = MARK.matcher(text);
        return mark.find() && mark.start() > 0 && site.isSiteAtTheStart(text.substring(0, mark.start()))
                ? Optional.of(trim(text.substring(mark.end())))
                : Optional.empty();
    }

    private String withoutSection(String title, boolean wasNamed) {
        int at = lastStart(MARK, title);
        if (at > 0 && wasNamed && isSection(trim(title.substring(at)))) {
            return trim(title.substring(0, at));
        }
        int joint = Math.max(title.lastIndexOf('-'), title.lastIndexOf('_'));
        boolean glued = wasNamed
                && joint > 1
                && (Character.isIdeographic(title.codePointAt(joint - 1)) || isHangul(title, joint - 1))
                && title.length() - joint <= 6
                && title.indexOf(' ', joint) < 0;
        return glued ? title.substring(0, joint) : title;
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return WEAK.indexOf(c) >= 0 || type == Character.MATH_SYMBOL || type == Character.OTHER_SYMBOL;
    }

    private static boolean isHangul(String text, int at) {
        return Character.UnicodeScript.of(text.codePointAt(at)) == Character.UnicodeScript.HANGUL;
    }

    private boolean isSection(String part) {
        return sections.contains(Block.plain(part)) || site.isSection(part);
    }

    /** "GAME CHANGER | GAME CHANGER" says it once. */
    private static String withoutEcho(String title) {
        int at = lastStart(MARK, title);
        return at > 0 && trim(title.substring(at)).equals(title.substring(0, at)) ? title.substring(0, at) : title;
    }

    /** "GAME CHANGER | Council mends its quay": a few words in capitals before a bar call, and the headline follows. */
    private static String withoutKicker(String title) {
        Matcher bar = BAR.matcher(title);
        if (!bar.find() || bar.start() == 0 || bar.start() > LONGEST_KICKER) {
            return title;
        }
        String kicker = title.substring(0, bar.start());
        String rest = title.substring(bar.end());
        boolean calls = kicker.chars().anyMatch(Character::isUpperCase)
                && kicker.chars().noneMatch(Character::isLowerCase)
                && rest.chars().anyMatch(Character::isLowerCase);
        return calls && rest.length() > 2 * kicker.length() ? rest : title;
    }

    private static int lastStart(Pattern pattern, String text) {
        int start = -1;
        for (Matcher mark = pattern.matcher(text); mark.find(); ) {
            start = mark.start();
        }
        return start;
    }

    private static boolean isTrimmed(char c) {
        return TRIMMED.indexOf(c) >= 0 || "▷▶►⋆★＞>~∙・‧›‹".indexOf(c) >= 0;
    }

    /** Not a pattern: one that looks for the run at the end begins anew at each mark of a run of a hundred thousand. */
    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isTrimmed(text.charAt(start))) {
            start++;
        }
        while (end > start && isTrimmed(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
