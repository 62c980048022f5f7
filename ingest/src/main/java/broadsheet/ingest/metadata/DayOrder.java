package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.limits.Lower;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether 2/3/2026 is in March or in February. Asked in this order: what the page's other dates show (25/3/2026 has the day
 * first); the country of its host's domain; the country of its language tag; the language, as CLDR has it. A page that
 * names none of them is read as its words are: month first in English, day first in any other language.
 */
enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern SLASHED =
            Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(?:\\d{4}|\\d{2})(?![\\d/])");
    /** Letters of a line whose date is looked at. */
    private static final int SHORT = 200;

    private static final int MOST_LINES = 2000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    /** Of the places with a known language and country, which the JDK takes long to look up; there are not many. */
    private static final Map<Locale, DayOrder> BY_PLACE = new ConcurrentHashMap<>();
    /** Domains of countries that are sold to everyone. */
    private static final Set<String> SOLD = Set.of(
            "co", "io", "tv", "me", "ai", "fm", "am", "ly", "cc", "ws", "to", "gg", "ag", "bz", "la", "sc", "so", "st",
            "vc", "cx", "gl", "nu", "tk", "ml", "ga", "cf", "pw", "tl", "sh", "ac", "is", "im", "li", "mu", "ms", "vg",
            "dj", "eu");
    /** Domains of institutions of the United States. */
    private static final Set<String> AMERICAN = Set.of("gov", "mil", "edu");
    /** The words that most of English is made of. */
    private static final Set<String> ENGLISH =
            Set.of("the", "of", "and", "to", "in", "that", "for", "is", "was", "with");

    private static final int ENOUGH_WORDS = 40;
    private static final double ENGLISH_SHARE = 0.12;

    /** The order of a page. */
    static DayOrder of(String language, String host, Blocks blocks) {
        return shown(blocks).or(() -> byPlace(language, host)).orElseGet(() -> byWords(blocks));
    }

    /** The order of a text of which only the language is known; day first without one. */
    static DayOrder of(String language) {
        return byPlace(language, "").orElse(DAY_FIRST);
    }

    private static Optional<DayOrder> byPlace(String language, String host) {
        Locale named = Locale.forLanguageTag(language.replace('_', '-'));
        String country = country(host).orElse(named.getCountry());
        if (named.getLanguage().isEmpty() && country.isEmpty()) {
            return Optional.empty();
        }
        String spoken = named.getLanguage().isEmpty() ? "en" : named.getLanguage();
        Locale place = new Locale(spoken, country);
        boolean known = LANGUAGES.contains(spoken) && (country.isEmpty() || COUNTRIES.contains(country));
        return Optional.of(known ? BY_PLACE.computeIfAbsent(place, DayOrder::inWriting) : inWriting(place));
    }

    private static DayOrder inWriting(Locale place) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, place);
        int month = pattern.indexOf('M');
        return month < pattern.indexOf('d') && month < pattern.indexOf('y') ? MONTH_FIRST : DAY_FIRST;
    }

    /** The country of a host, by the last part of its name; empty if that is no country's. */
    private static Optional<String> country(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (AMERICAN.contains(last)) {
            return Optional.of("US");
        }
        String code = last.equals("uk") ? "GB" : last.toUpperCase(Locale.ROOT);
        return Optional.of(code).filter(each -> COUNTRIES.contains(each) && !SOLD.contains(last));
    }

    /** The order that short lines show by a number above twelve; empty if none does, or some contradict others. */
    private static Optional<DayOrder> shown(Blocks blocks) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (Block block : blocks.all().subList(0, Math.min(MOST_LINES, blocks.size()))) {
            if (block.letters() < SHORT && block.text().indexOf('/') >= 0) {
                for (Matcher date = SLASHED.matcher(block.text()); date.find(); ) {
                    int first = Integer.parseInt(date.group(1));
                    int second = Integer.parseInt(date.group(2));
                    dayFirst |= first > 12 && first < 32 && second <= 12;
                    monthFirst |= second > 12 && second < 32 && first <= 12;
                }
            }
        }
        return dayFirst == monthFirst ? Optional.empty() : Optional.of(dayFirst ? DAY_FIRST : MONTH_FIRST);
    }

    private static DayOrder byWords(Blocks blocks) {
        int words = 0;
        int english = 0;
        for (Block block : blocks.all().subList(0, Math.min(MOST_LINES, blocks.size()))) {
            if (block.mass() > 0 && words < 300) {
                String start =
                        block.text().substring(0, Math.min(1000, block.text().length()));
                for (String word : NO_LETTERS.split(Lower.of(start), 0)) {
                    words++;
                    english += ENGLISH.contains(word) ? 1 : 0;
                }
            }
        }
        return words < ENOUGH_WORDS || english < ENGLISH_SHARE * words ? DAY_FIRST : MONTH_FIRST;
    }
}
