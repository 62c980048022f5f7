package broadsheet.enrich.entities;

import broadsheet.enrich.tagging.Lexicon;
import broadsheet.enrich.tagging.NameKind;
import broadsheet.model.Entity;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in English text that their form alone gives away, whatever the tagger made of them:
 *
 * <ol>
 *   <li>towns with small words between hyphens: {@code Stratford-upon-Avon};
 *   <li>people with particles: {@code Hendrik van der Lohe}. Where the particle is used in names of places too
 *       ({@code da}, {@code del}), the word before it must be a given name, or the tagger have seen a person;
 *   <li>Korean and Chinese names: {@code Park Min-seo};
 *   <li>judges: {@code Mr Justice Haverford};
 *   <li>companies of letters around an ampersand: {@code H&M}, unless the letters are a common abbreviation
 *       ({@code R&D}).
 * </ol>
 *
 * <p>A longer name that holds one of them stays ({@code Stratford-upon-Avon Town Council}). Linear in the text.
 */
final class NameForms {
    private static final String WORD = "\\p{Lu}[\\p{L}'’-]{1,30}+";
    private static final Pattern TOWN =
            Pattern.compile("(?<![\\p{L}-])\\p{Lu}[\\p{L}'’]{1,30}+-(upon|super|sur|sous|under"
                    + "|en|le|la|les|lès|lez|am|ob|der|du|del|di|da|sub|juxta|cum|près|aux|on|by|over|next|an|im|in|de|do|the|of|au)"
                    + "(?:-(?:the|la|le|les|der|l))?+-\\p{Lu}[\\p{L}'’]{1,30}+(?![\\p{L}-])");
    /** Between hyphens these make other things as well: Editor-in-Chief. */
    private static final Set<String> COMMON_LINKS = Set.of("on", "by", "an", "im", "in", "de", "do", "the", "of", "au");

    private static final Pattern SURE_PARTICLES = Pattern.compile("(?<!\\p{L})(?:(" + WORD + ") )?(" + WORD
            + ") (?:van der|van den|van’t|von der|von|ter|ten|dos) " + WORD + "(?: " + WORD + ")?+");
    private static final Pattern PARTICLES = Pattern.compile("(?<!\\p{L})(?:(" + WORD + ") )?(" + WORD
            + ") (?:van de|van|da|do|di|del|della|de la|bin|ibn|bint|af|du) " + WORD + "(?: " + WORD + ")?+");
    private static final Set<String> FAMILIES =
            Set.of("""
        Kim Lee Yi Park Pak Choi Choe Jung Jeong Chung Kang Cho Jo Yoon Yun Jang Chang Lim Im Han Oh Seo Suh
        Shin Sin Kwon Hwang Ahn An Song Ryu Yoo Yu Hong Moon Mun Bae Baek Paik Heo Nam Noh Roh Ha Kwak Cha
        Joo Ju Woo Koo Ku Min Jin Na Ji Eom Um Byun Byeon Pyo Gong Kong Seong Sung Ban
        Tsai Lai Chen Lin Huang Wang Wu Liu Hsu Hung Chu Ko Su Cheng Hsieh Kuo Yang Yeh Chou Hou Wong Leung
        Chan Lam Tam Ng Cheung Kwok Lau Ho Tang Ma Mak Chow
        """.strip().replace('\n', ' ').split(" ", 0));
    private static final Pattern GIVEN_WITH_HYPHEN =
            Pattern.compile("(?<![\\p{L}-])(\\p{Lu}\\p{Ll}{1,6}+) \\p{Lu}\\p{Ll}{1,6}+-\\p{Ll}{1,6}+(?![\\p{L}-])");
    private static final Pattern JUDGE = Pattern.compile(
            "(?<!\\p{L})(?:Mr|Mrs|Ms|Lord|Lady|Dame)\\.? (?:Chief )?+Justice (" + WORD + "(?: " + WORD + "){0,2}+)");
    private static final Pattern AMPERSAND =
            Pattern.compile("(?<![\\p{L}\\p{N}&])(\\p{Lu}{1,4}+&\\p{Lu}{1,4}+)(?![\\p{L}\\p{N}&])");
    private static final Set<String> COMMON_PAIRS = Set.of(
            "R&D", "Q&A", "M&A", "B&B", "R&B", "A&E", "D&D", "P&L", "D&C", "S&M", "T&C", "E&P", "F&B", "H&S", "L&D");

    private final String text;
    private final Lexicon lexicon;
    private final SmallWords smallWords;
    private final Marked marked;

    NameForms(String text, Lexicon lexicon, SmallWords smallWords, Marked marked) {
        this.text = text;
        this.lexicon = lexicon;
        this.smallWords = smallWords;
        this.marked = marked;
    }

    /** Adds them to what is marked. */
    void mark() {
        if (text.indexOf('-') >= 0) {
            towns();
            givenWithHyphen();
        }
        people(SURE_PARTICLES, false);
        people(PARTICLES, true);
        for (Matcher found = JUDGE.matcher(text); found.find(); ) {
            // what the title is part of goes too
            marked.put(new Span(found.start(), found.end(), Entity.Type.PERSON));
            marked.put(new Span(found.start(1), found.end(1), Entity.Type.PERSON));
        }
        for (Matcher found = AMPERSAND.matcher(text); found.find(); ) {
            if (!COMMON_PAIRS.contains(found.group(1))) {
                marked.putUnlessWithin(new Span(found.start(1), found.end(1), Entity.Type.ORGANIZATION));
            }
        }
    }

    private void towns() {
        for (Matcher found = TOWN.matcher(text); found.find(); ) {
            boolean seen = marked.over(found.start(), found.end()).stream()
                    .anyMatch(span -> span.type() == Entity.Type.LOCATION);
            if (seen || !COMMON_LINKS.contains(found.group(1))) {
                marked.putUnlessWithin(new Span(found.start(), found.end(), Entity.Type.LOCATION));
            }
        }
    }

    private void givenWithHyphen() {
        for (Matcher found = GIVEN_WITH_HYPHEN.matcher(text); found.find(); ) {
            if (FAMILIES.contains(found.group(1))) {
                marked.putUnlessWithin(new Span(found.start(), found.end(), Entity.Type.PERSON));
            }
        }
    }

    private void people(Pattern pattern, boolean asksForGivenName) {
        for (Matcher found = pattern.matcher(text); found.find(); ) {
            boolean hasFirst = found.start(1) >= 0 && !smallWords.has(found.group(1));
            int start = hasFirst ? found.start(1) : found.start(2);
            String given = hasFirst ? found.group(1) : found.group(2);
            boolean isGiven = (lexicon.kinds(given) & NameKind.PERSONAL_NAME.bit()) != 0;
            List<Span> over = marked.over(start, found.end());
            boolean seen = over.stream().anyMatch(span -> span.type() == Entity.Type.PERSON);
            if (seen || !asksForGivenName || (isGiven && over.isEmpty())) {
                marked.putUnlessWithin(new Span(start, found.end(), Entity.Type.PERSON));
            }
        }
    }
}
