package broadsheet.enrich.entities;

import broadsheet.enrich.tagging.Token;
import broadsheet.model.Entity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends what the tagger gets wrong and a plain rule gets right, in this order:
 *
 * <ol>
 *   <li>a phrase that the document also writes in small letters ("Science and Technology" in a title, "science and
 *       technology" below it) is no organisation; people and places are let be, since chat writes them small;
 *   <li>what the tagger takes for an organisation is a place if its last word says so ("Liberation Monument"), or if it
 *       is the abbreviation of a country ("DPRK");
 *   <li>an organisation of two places ("France-Ghana Trade Council") is one name, where the tagger cut it at the hyphen;
 *   <li>a house of worship or a monument named after something ("Church of the Holy Cross", "Miners Monument") is a
 *       place, if the tagger saw nothing there.
 * </ol>
 *
 * <p>Linear in the text. The model card says what each rule changed on the development texts.
 */
final class Corrections {
    private static final Set<String> PLACE_WORDS = Set.of(
            "Monument Memorial Stadium Airport Bridge Palace Square Avenue Street Road River Harbour".split(" "));
    private static final Set<String> COUNTRIES = Set.of("DPRK ROK PRC USSR UAE DRC CAR PNG KSA".split(" "));
    private static final Pattern NAMED_AFTER = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])\\p{Lu}\\p{L}{1,30} (?:Monument|Memorial|Cathedral|Basilica)(?![\\p{L}\\p{N}_])"
                    + "|(?<![\\p{L}\\p{N}_])(?:Church|Cathedral|Basilica|Chapel|Monastery|Temple|Shrine|Mosque|Monument|Statue|Tomb)"
                    + " (?:of|to) (?:the |Our |St\\.? )?\\p{Lu}[\\p{L}'’]{1,30}"
                    + "(?:[ -](?:of (?:the )?)?\\p{Lu}[\\p{L}'’]{1,30}){0,5}");

    private Corrections() {}

    /** The spans as they should be, in order and apart from each other. */
    static List<Span> of(String text, List<List<Token>> sentences, List<Span> spans) {
        Set<String> common = commonPairs(sentences);
        List<Span> kept = new ArrayList<>();
        for (Span span : spans) {
            String name = text.substring(span.start(), span.end());
            if (span.type() != Entity.Type.ORGANIZATION || !isCommon(name, common)) {
                kept.add(isPlace(span, name) ? span.as(Entity.Type.LOCATION) : span);
            }
        }
        return withNamedAfter(text, ofTwoPlaces(text, kept));
    }

    /** Joins a place to the organisation behind its hyphen, if that begins with a name which is a place elsewhere. */
    private static List<Span> ofTwoPlaces(String text, List<Span> spans) {
        Set<String> places = new HashSet<>();
        spans.stream()
                .filter(span -> span.type() == Entity.Type.LOCATION)
                .forEach(span -> places.add(text.substring(span.start(), span.end())));
        List<Span> joined = new ArrayList<>(spans.size());
        for (Span span : spans) {
            int last = joined.size() - 1;
            if (last >= 0 && isCutAtHyphen(text, joined.get(last), span, places)) {
                joined.set(last, new Span(joined.get(last).start(), span.end(), Entity.Type.ORGANIZATION));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static boolean isCutAtHyphen(String text, Span place, Span organisation, Set<String> places) {
        int space = text.substring(organisation.start(), organisation.end()).indexOf(' ');
        return place.type() == Entity.Type.LOCATION
                && organisation.type() == Entity.Type.ORGANIZATION
                && text.substring(place.end(), organisation.start()).equals("-")
                && space > 0
                && places.contains(text.substring(organisation.start(), organisation.start() + space));
    }

    /** Two words that follow each other, both in small letters. */
    private static Set<String> commonPairs(List<List<Token>> sentences) {
        Set<String> pairs = new HashSet<>();
        for (List<Token> sentence : sentences) {
            for (int i = 1; i < sentence.size(); i++) {
                String first = sentence.get(i - 1).text();
                String second = sentence.get(i).text();
                if (isSmall(first) && isSmall(second)) {
                    pairs.add(first + ' ' + second);
                }
            }
        }
        return pairs;
    }

    private static boolean isSmall(String word) {
        return Character.isLowerCase(word.charAt(0));
    }

    private static boolean isCommon(String name, Set<String> pairs) {
        String[] words = name.toLowerCase(Locale.ROOT).split(" ", -1);
        for (int i = 1; i < words.length; i++) {
            if (!pairs.contains(words[i - 1] + ' ' + words[i])) {
                return false;
            }
        }
        return words.length > 1;
    }

    private static boolean isPlace(Span span, String name) {
        int last = name.lastIndexOf(' ');
        return span.type() == Entity.Type.ORGANIZATION
                && (last < 0 ? COUNTRIES.contains(name) : PLACE_WORDS.contains(name.substring(last + 1)));
    }

    private static List<Span> withNamedAfter(String text, List<Span> spans) {
        List<Span> all = new ArrayList<>(spans.size());
        int next = 0;
        Matcher found = NAMED_AFTER.matcher(text);
        while (found.find()) {
            while (next < spans.size() && spans.get(next).end() <= found.start()) {
                all.add(spans.get(next++));
            }
            if (next == spans.size() || spans.get(next).start() >= found.end()) {
                all.add(new Span(found.start(), found.end(), Entity.Type.LOCATION));
            }
        }
        all.addAll(spans.subList(next, spans.size()));
        return all;
    }
}
