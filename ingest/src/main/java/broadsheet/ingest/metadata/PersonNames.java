package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells names of people in by-lines: it parts them, cuts off what follows, and refuses roles, addresses and the site. */
final class PersonNames {
    private static final Pattern BY = Pattern.compile(
            "^(?:(?:posted|written|published|story|words|text|reported|reviewed|article|report|geschrieben|verfasst|escrito|écrit|scritto)\\s{1,9})?"
                    + "(?:by|von|par|por|di|door|av|af|przez|автор|author|autor|autorin|auteur|autore|text)\\b[\\s:]{0,100}+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s?(?:,|;|&|\\||/|•|·|\\+|\\band\\b|\\bAnd\\b|\\bAND\\b|\\bund\\b|\\bet\\b|\\by\\b|\\be\\b)\\s{1,9}|\\n");
    /** Months and weekdays as dates have them: only before digits, for May and April are names of people too. */
    private static final String CALENDAR =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?"
                    + "|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";

    private static final Pattern AFTER_NAME = Pattern.compile(
            "\\s{0,2}(?:\\||•|·|\\s[–—-]\\s|(?:\\b" + CALENDAR
                    + "[.,]?\\s{1,2}){1,3}+\\d|(?<![\\p{L}\\d])\\d|\\bon\\b|\\bam\\b|\\bin\\b|\\bfor\\b|\\bvom\\b|\\bvor \\d|\\bpublished\\b|(?:\\blast\\s{1,2})?\\bupdated\\b|\\bsays\\b|\\bsagt\\b|\\n)",
            Pattern.CASE_INSENSITIVE);
    /** What stands after a comma behind a name and is none. */
    private static final Set<String> TITLES = Set.of(
            "phd", "md", "ms", "ma", "rd", "rdn", "ld", "mph", "mba", "dvm", "jd", "cpa", "facp", "do", "rn", "msc",
            "bsc", "dds", "esq", "jr", "sr", "lmft", "cfp", "cpt");

    private static final Set<String> ROLES =
            Set.of(("staff editor editors editorial reporter correspondent writer contributor"
                            + " admin administrator team desk redaktion redaction redacción redacao redação redazione newsroom"
                            + " news guest author authors press agency service media director manager ceo founder webmaster user"
                            + " unknown anonymous publisher magazine online wire reuters ap afp dpa cnn associated more view learn sign"
                            + " follow share subscribe read posts bio comments twitter facebook artikel beiträge alles")
                    .split(" ", 0));

    /** Roles that a name may stand before; a team or a desk has none. */
    private static final Set<String> OFFICES = Set.of(
            "editor",
            "reporter",
            "correspondent",
            "writer",
            "contributor",
            "director",
            "manager",
            "ceo",
            "founder",
            "author",
            "executive",
            "twitter",
            "facebook");

    private static final Pattern ADDRESS = Pattern.compile("\\S{1,60}\\.\\p{L}{2,4}");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s.]{1,60}");
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 6;

    private final Optional<String> site;
    private final boolean ownSite;

    private PersonNames(Optional<String> site, boolean ownSite) {
        this.site = site;
        this.ownSite = ownSite;
    }

    /** @param site the publisher's name, which is nobody's */
    static PersonNames notOf(Optional<String> site) {
        return new PersonNames(site, false);
    }

    /** A site of one's own goes by one's name, and two words cannot be told from that: they count as a person's. */
    PersonNames orOwner() {
        return new PersonNames(site, true);
    }

    /** Whether a line begins as by-lines do. */
    static boolean isByline(String line) {
        return BY.matcher(line).find();
    }

    /** What stands before the date, the role and the buttons that follow a name. */
    static String beforeTrimmings(String byline) {
        String line = Clip.to(Limits.LINE, byline.strip());
        return AFTER_NAME.split(BY.matcher(line).replaceFirst(""), 2)[0];
    }

    /** The names of people in by-lines, in order, each once; empty if there is none. */
    Optional<List<String>> in(List<String> bylines) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String byline : bylines) {
            String line = BY.matcher(JsonLd.clean(Clip.to(Limits.LINE, byline)).orElse(""))
                    .replaceFirst("");
            for (String part : BETWEEN.split(line, 0)) {
                String name = withoutOffice(withoutTail(part.strip()));
                if (names.size() < Limits.AUTHORS && isName(name)) {
                    names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
                }
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(names.values()));
    }

    private static String withoutTail(String name) {
        int end = name.length();
        while (end > 0 && (",;:".indexOf(name.charAt(end - 1)) >= 0 || name.charAt(end - 1) <= ' ')) {
            end--;
        }
        return name.substring(0, end);
    }

    /** "Oliver Simpson Senior Editor": the words of an office behind two that are a name. */
    private static String withoutOffice(String name) {
        String[] words = name.split(" ", 0);
        boolean office = words.length > 2
                && words.length < MOST_WORDS
                && OFFICES.contains(words[words.length - 1].toLowerCase(Locale.ROOT));
        return office ? words[0] + " " + words[1] : name;
    }

    private boolean isName(String name) {
        if (name.length() < 3 || name.length() > LONGEST) {
            return false;
        }
        String[] words = BETWEEN_WORDS.split(name.toLowerCase(Locale.ROOT), 0);
        return words.length <= MOST_WORDS
                && !hasForeignSigns(name)
                && (words.length == 1 || !Character.isLowerCase(name.codePointAt(0)))
                && !isSite(name, words.length)
                && !TITLES.contains(name.toLowerCase(Locale.ROOT).replace(".", ""))
                && Arrays.stream(words).noneMatch(ROLES::contains);
    }

    /** Digits are in the names that people give themselves on forums and blogs, which are one word. */
    private static boolean hasForeignSigns(String name) {
        boolean digits = name.chars().anyMatch(Character::isDigit);
        boolean oneWord = name.indexOf(' ') < 0 && Character.isLetter(name.codePointAt(0));
        return (digits && !oneWord)
                || name.contains("http")
                || ADDRESS.matcher(name).matches()
                || name.chars().anyMatch(c -> "@/(:*".indexOf(c) >= 0);
    }

    private boolean isSite(String name, int words) {
        return !(ownSite && words == 2) && site.filter(name::equalsIgnoreCase).isPresent();
    }
}
