package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Lower;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the names of people in by-lines: it parts them (see {@link Byline}), and refuses roles, agencies, accounts,
 * places, addresses and the site.
 */
final class PersonNames {
    private static final Pattern ADDRESS = Pattern.compile("\\S{1,60}\\.\\p{L}{2,4}");
    /** Names that systems and editors go by, and nobody else. */
    private static final Pattern ACCOUNT = Pattern.compile(
            "\\p{L}{0,12}(?:admin|webmaster|sysop|superuser)\\p{L}{0,12}\\d{0,6}"
                    + "|(?:user|author|autor|editor|editorial|redaktion|redaccion|redazione|redakcja|redactie|newsdesk|webdesk|desk|staff|team|press"
                    + "|presse|prensa|online|content|contents|info|web|wp|cms|news|import|feed|system|root|test|default|anonym|undefined|none|null|nan)(?:[-_.](?:team|desk|staff|user|editor|news|web|admin|online))?[-_.]?\\d{0,8}");

    private static final Pattern SPACE = Pattern.compile("[\\s.\u00a0]+");

    /** Words with which no name ends. */
    private static final Set<String> UNFINISHED =
            Set.of("the", "of", "a", "an", "and", "to", "in", "der", "die", "das", "le", "les", "el", "los");

    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 6;

    private final Optional<SiteNames> site;
    private final String language;
    private final boolean ownSite;
    private final Set<String> called;

    private PersonNames(Optional<SiteNames> site, String language, boolean ownSite, Set<String> called) {
        this.site = site;
        this.language = language;
        this.ownSite = ownSite;
        this.called = called;
    }

    /**
     * The names on a page.
     *
     * @param site whose name is nobody's
     * @param language tag of the page's language, blank if unknown
     */
    static PersonNames notOf(SiteNames site, String language) {
        return new PersonNames(Optional.of(site), code(language), false, Set.of());
    }

    /** The names in a text of which nothing but the language is known. */
    static PersonNames ofLanguage(String language) {
        return new PersonNames(Optional.empty(), code(language), false, Set.of());
    }

    private static String code(String language) {
        return Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
    }

    /** A site of one's own goes by one's name, and two words cannot be told from that: they count as a person's. */
    PersonNames orOwner() {
        return new PersonNames(site, language, true, called);
    }

    /** The site itself signs where its own data calls it a person; lower-case names. */
    PersonNames orCalled(Set<String> persons) {
        return new PersonNames(site, language, ownSite, persons);
    }

    /** Whether a word names a section in the page's address. */
    boolean isSection(String word) {
        return site.filter(own -> own.isSection(word)).isPresent();
    }

    /** The names of people in by-lines, in order, each once; empty if there is none. */
    Optional<List<String>> in(List<String> bylines) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String byline : bylines) {
            for (String name : names.size() < Limits.AUTHORS ? parted(byline) : List.<String>of()) {
                names.putIfAbsent(Lower.of(name), name);
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(names.values()));
    }

    private List<String> parted(String byline) {
        String line = JsonLd.cleanLines(Clip.to(Limits.LINE, byline));
        Optional<List<String>> signed = CjkByline.names(line);
        if (signed.isPresent()) {
            return signed.get();
        }
        List<String> names = new ArrayList<>();
        boolean whole = false;
        for (String each : Byline.parts(line, language)) {
            String part = each.strip();
            if (isCountry(part, !names.isEmpty())) {
                dropPlace(names);
            } else if (isName(part)) {
                names.add(part);
                whole |= part.indexOf(' ') > 0;
            }
        }
        if (whole && names.size() > 1 && line.indexOf('\n') >= 0) {
            names.removeIf(name -> name.indexOf(' ') < 0
                    && Character.UnicodeScript.of(name.codePointAt(0)) != Character.UnicodeScript.HAN);
        }
        return names;
    }

    /** Behind a place a country may be called as in any language; alone it may be a first name of another. */
    private boolean isCountry(String part, boolean behind) {
        String lower = Lower.of(part);
        boolean any = behind || language.isEmpty();
        return any ? CountryNames.contain(lower) : CountryNames.contain(lower, language);
    }

    /** Before a country stands a place in it: "Karsund, Germany". */
    private static void dropPlace(List<String> names) {
        if (!names.isEmpty() && names.get(names.size() - 1).indexOf(' ') < 0) {
            names.remove(names.size() - 1);
        }
    }

    private boolean isName(String name) {
        String lower = Lower.of(name);
        String[] words = SPACE.split(lower, 0);
        return name.length() >= SHORTEST
                && (name.length() > SHORTEST || isIdeographic(name))
                && name.length() <= LONGEST
                && words.length <= MOST_WORDS
                && !hasForeignSigns(name)
                && (words.length == 1 || !Character.isLowerCase(name.codePointAt(0)))
                && !isSite(name, words)
                && !BylineWords.TITLE.contains(lower.replace(".", ""))
                && !BylineWords.AGENCY.contains(lower)
                && !(words.length == 1 && ACCOUNT.matcher(lower).matches())
                && !BylineWords.holdsAny(words, BylineWords.ROLE)
                && !BylineWords.BY.contains(words[words.length - 1])
                && !UNFINISHED.contains(words[words.length - 1])
                && !(words.length == 1 && BylineWords.AGENCY.contains(words[0]))
                && !(isIdeographic(name) && isTeam(name));
    }

    /** Where writing has no blanks, the word for a team is a part of its name. */
    private static boolean isTeam(String name) {
        return BylineWords.ROLE.stream()
                .anyMatch(role -> role.length() > 1 && isIdeographic(role) && name.contains(role));
    }

    private static boolean isIdeographic(String name) {
        return Character.isIdeographic(name.codePointAt(0))
                || Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.HANGUL;
    }

    /** Digits are in the names that people give themselves on forums and blogs, which are one word. */
    private static boolean hasForeignSigns(String name) {
        boolean digits = name.chars().anyMatch(Character::isDigit);
        boolean oneWord = name.indexOf(' ') < 0 && Character.isLetter(name.codePointAt(0));
        return (digits && !oneWord)
                || name.contains("http")
                || ADDRESS.matcher(name).matches()
                || name.chars().anyMatch(c -> "@/(:*&{}[]<>%=".indexOf(c) >= 0);
    }

    private boolean isSite(String name, String[] words) {
        if (site.isEmpty() || called.contains(Lower.of(name))) {
            return false;
        }
        boolean paper = BylineWords.holdsAny(words, BylineWords.PRESS);
        boolean named = site.get().isNamed(name) || site.get().isHome(name);
        boolean owner = ownSite && !paper && (words.length == 2 || !site.get().isStated(name));
        return (named || (paper && site.get().isSite(name))) && !owner;
    }
}
