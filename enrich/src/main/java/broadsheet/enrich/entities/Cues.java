package broadsheet.enrich.entities;

import broadsheet.enrich.tagging.Lexicon;
import broadsheet.enrich.tagging.NameKind;
import broadsheet.model.Entity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the English words beside a name say of its type, where they leave no doubt:
 *
 * <ol>
 *   <li>one works at, and holds shares in, a company: "analysts at J.P. Morgan";
 *   <li>only people have wives and elbows: "at Birte Solvang's side";
 *   <li>a token of capitals and digits that is joined to a company, or says something, is one: "H&M and 3M";
 *   <li>a name of two words joined by a hyphen that the gazetteer has as a company is one ("Mercedes-Benz"); so is one
 *       that the tagger takes for a person, unless a person with a given name bears it or it is made of given names.
 * </ol>
 */
final class Cues {
    private static final int NEAR = 30;
    private static final Pattern WORKPLACE =
            Pattern.compile("(?:[Aa]nalysts?+|[Ee]conomists?+|[Bb]ankers?+|[Ss]trategists?+"
                    + "|[Bb]rokers?+|[Tt]raders?+|[Ee]ngineers?+|[Ee]mployees?+|[Ee]xecutives?+|[Ww]orkers|[Ss]hares|[Ss]taff|[Ss]hareholders?+)"
                    + " (?:at|in|with|from) \\z");
    private static final Pattern TRADED =
            Pattern.compile("\\A(?:['’]s)? (?:shares|stock|plc|Inc|Ltd|analysts?|economists?|strategists?)\\b");
    private static final Pattern KIN =
            Pattern.compile("\\A['’]s? (?:side|wife|husband|mother|father|parents|son|daughter|brother"
                    + "|sister|widow|widower|face|voice|hand|hands|shoulder|eyes|lawyer|fiancée?|colleagues?|friends?|boyfriend"
                    + "|girlfriend)\\b");
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![\\p{L}\\p{N}&.,$€£-])(?:\\d{1,3}+\\p{Lu}{1,3}+|\\p{Lu}{1,3}+\\d{1,2}+\\p{Lu}{1,3}+)(?![\\p{L}\\p{N}&-])");
    private static final Pattern SAYS = Pattern.compile("\\A(?: said| says| announced| reported| plans| declined|['’]s"
            + " (?:shares|chief|boss|profit|sales|head|board))\\b");
    private static final Pattern JOIN = Pattern.compile("(?:,| and| or|, and) ");
    private static final Pattern PAIR =
            Pattern.compile("(?<![\\p{L}-])(\\p{Lu}\\p{Ll}{1,20}+)-(\\p{Lu}\\p{Ll}{1,20}+)(?![\\p{L}-])");

    private final String text;
    private final Lexicon lexicon;
    private final Marked marked;

    Cues(String text, Lexicon lexicon, Marked marked) {
        this.text = text;
        this.lexicon = lexicon;
        this.marked = marked;
    }

    /** Gives the marked names the types that the words beside them say. */
    void apply() {
        for (Span span : marked.spans()) {
            if (span.type() == Entity.Type.PERSON && isWorkplace(span)) {
                marked.put(span.as(Entity.Type.ORGANIZATION));
            } else if (span.type() != Entity.Type.PERSON && isPerson(span)) {
                marked.put(span.as(Entity.Type.PERSON));
            }
        }
        digits();
        pairs();
    }

    private boolean isWorkplace(Span span) {
        return WORKPLACE.matcher(before(span.start())).find()
                || TRADED.matcher(after(span.end())).find();
    }

    private boolean isPerson(Span span) {
        return text.substring(span.start(), span.end()).indexOf(' ') > 0
                && KIN.matcher(after(span.end())).find();
    }

    private void digits() {
        for (Matcher found = DIGITS.matcher(text); found.find(); ) {
            if (marked.over(found.start(), found.end()).isEmpty()
                    && (SAYS.matcher(after(found.end())).find() || isJoined(found.start(), found.end()))) {
                marked.put(new Span(found.start(), found.end(), Entity.Type.ORGANIZATION));
            }
        }
    }

    /** Whether a company stands on the other side of a comma or an "and". */
    private boolean isJoined(int start, int end) {
        return marked.over(Math.max(0, start - NEAR), Math.min(text.length(), end + NEAR)).stream()
                .filter(span -> span.type() == Entity.Type.ORGANIZATION)
                .anyMatch(span -> span.end() <= start
                        ? JOIN.matcher(text.substring(span.end(), start)).matches()
                        : JOIN.matcher(text.substring(end, span.start())).matches());
    }

    private void pairs() {
        Set<String> people = wordsOfPeople();
        for (Matcher found = PAIR.matcher(text); found.find(); ) {
            boolean company = (lexicon.kinds(found.group()) & NameKind.ORGANIZATION.bit()) != 0;
            List<Span> over = marked.over(found.start(), found.end());
            boolean whole = over.stream().allMatch(span -> span.start() >= found.start() && span.end() <= found.end());
            boolean alone = over.size() == 1 && over.get(0).equals(person(found));
            if (whole && (company || (alone && !people.contains(found.group()) && !isGiven(found)))) {
                marked.put(new Span(found.start(), found.end(), Entity.Type.ORGANIZATION));
            }
        }
    }

    private static Span person(Matcher found) {
        return new Span(found.start(), found.end(), Entity.Type.PERSON);
    }

    private boolean isGiven(Matcher found) {
        int both = lexicon.kinds(found.group(1)) & lexicon.kinds(found.group(2));
        return (both & NameKind.PERSONAL_NAME.bit()) != 0;
    }

    /** The words of the people that are named by several. */
    private Set<String> wordsOfPeople() {
        Set<String> words = new HashSet<>();
        for (Span span : marked.spans()) {
            String[] name = text.substring(span.start(), span.end()).split(" ", -1);
            if (span.type() == Entity.Type.PERSON && name.length > 1) {
                words.addAll(List.of(name));
            }
        }
        return words;
    }

    private String before(int end) {
        return text.substring(Math.max(0, end - NEAR), end);
    }

    private String after(int start) {
        return text.substring(start, Math.min(text.length(), start + NEAR));
    }
}
