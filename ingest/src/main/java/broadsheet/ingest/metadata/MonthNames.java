package broadsheet.ingest.metadata;

import broadsheet.ingest.html.AnyOf;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of months, whole and short, as CLDR has them: in the page's own language first, for
 * {@code listopad} is October in Croatian and November in Polish, then in those in which most news is written. Months of
 * the Persian and the Ethiopian calendar, which CLDR has but the JDK leaves out, are listed here.
 */
final class MonthNames {
    /** The lines of the languages in which most news is written, by their tags. */
    private static final Map<String, String> LISTED = listed();

    private static final List<String> PERSIAN = List.of(
            "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
            "فروردين ارديبهشت خرداد تير امرداد شهريور مهر ابان اذر دي بهمن اسفند",
            "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
            "وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب");
    private static final List<String> ETHIOPIAN = List.of(
            "መስከረም ጥቅምት ኅዳር ታኅሣሥ ጥር የካቲት መጋቢት ሚያዝያ ግንቦት ሰኔ ሐምሌ ነሐሴ ጳጉሜን",
            "መስከረም ጥቅምቲ ሕዳር ታህሳስ ጥሪ ለካቲት መጋቢት ሚያዚያ ጉንበት ሰነ ሓምለ ነሓሰ ጳጉሜ");
    private static final List<String> HIJRI = List.of(
            "محرم صفر ربيع‌الأول ربيع‌الثاني جمادى‌الأولى جمادى‌الآخرة رجب شعبان رمضان شوال ذو‌القعدة ذو‌الحجة");

    /** Letters of a name behind which an ending may follow: "Juniyada", "kesäkuuta", "ekainaren". */
    private static final int ROOT = 5;

    private static final int ENDING = 4;
    private static final int SHORTEST = 3;
    private static final int MOST = 30;

    /** Hebrew writes "in" and the month as one word, Khmer and Thai "month" and its name. */
    private static final List<String> PREFIXES = List.of("ב", "ខែ", "เดือน");

    private static final Map<String, MonthName> COMMON = common();
    private static final AnyOf COMMON_STARTS = starts(COMMON.keySet().stream());
    /** The first words of names that are two: "تشرين الأول", "зургаадугаар сар". */
    private static final Set<String> FIRST_WORDS = COMMON.keySet().stream()
            .filter(name -> name.indexOf(' ') > 0)
            .map(name -> name.substring(0, name.indexOf(' ')))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());
    private static final Map<String, MonthNames> OWN = new ConcurrentHashMap<>();
    private static final MonthNames NO_OWN = new MonthNames(Map.of());

    private final Map<String, MonthName> own;
    /** The first two letters of these and the common names. */
    private final AnyOf starts;

    private MonthNames(Map<String, MonthName> own) {
        this.own = own;
        boolean common = COMMON.keySet().containsAll(own.keySet());
        starts = common ? COMMON_STARTS : starts(Stream.concat(own.keySet().stream(), COMMON.keySet().stream()));
    }

    private static AnyOf starts(Stream<String> names) {
        return new AnyOf(names.filter(name -> name.length() > 1)
                .map(name -> name.substring(0, 2))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** @param language tag of the page's language, blank if unknown */
    static MonthNames of(String language) {
        String code = Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
        return KNOWN.contains(code) ? OWN.computeIfAbsent(code, known -> new MonthNames(names(known))) : NO_OWN;
    }

    /** Those of the languages that are listed. */
    static Map<String, Map<String, MonthName>> ofLists() {
        Map<String, Map<String, MonthName>> names = new LinkedHashMap<>();
        LISTED.forEach((language, line) -> names.put(language, read(line)));
        return names;
    }

    /** Whether names of two words begin with this one. */
    static boolean isFirstWord(String word) {
        return FIRST_WORDS.contains(word);
    }

    /** The month that a word names, in lower case and without dots; with an ending of its case too. Empty for any other. */
    Optional<MonthName> find(String word) {
        if (word.length() < 2 || word.length() > MOST || !mayBe(word)) {
            return Optional.empty();
        }
        Optional<MonthName> whole = exactly(word);
        if (whole.isPresent()) {
            return whole;
        }
        for (String prefix : PREFIXES) {
            if (word.startsWith(prefix)
                    && exactly(word.substring(prefix.length())).isPresent()) {
                return exactly(word.substring(prefix.length()));
            }
        }
        int root = word.charAt(0) > '\u0900' ? SHORTEST : ROOT;
        for (int end = word.length() - 1; end >= Math.max(root, word.length() - ENDING); end--) {
            Optional<MonthName> stem = exactly(word.substring(0, end));
            if (stem.isPresent()) {
                return stem;
            }
        }
        return Optional.empty();
    }

    /** Whether a name of a month begins as the word does: nearly all words are ruled out by their first two letters. */
    private boolean mayBe(String word) {
        return word.charAt(0) >= 0x80 || starts.begins(word);
    }

    private Optional<MonthName> exactly(String word) {
        MonthName name = own.get(word);
        return Optional.ofNullable(name == null ? COMMON.get(word) : name);
    }

    private static Map<String, MonthName> common() {
        Map<String, MonthName> names = new HashMap<>();
        LISTED.values().forEach(line -> read(line).forEach(names::putIfAbsent));
        names.put("sept", new MonthName(Reckoning.GREGORIAN, 9));
        names.put("jänner", new MonthName(Reckoning.GREGORIAN, 1));
        names.put("märz", new MonthName(Reckoning.GREGORIAN, 3));
        PERSIAN.forEach(list -> listed(list, Reckoning.PERSIAN, names));
        ETHIOPIAN.forEach(list -> listed(list, Reckoning.ETHIOPIAN, names));
        HIJRI.forEach(list -> listed(list, Reckoning.HIJRI, names));
        return Map.copyOf(names);
    }

    private static void listed(String list, Reckoning calendar, Map<String, MonthName> names) {
        String[] words = list.split(" ", 0);
        for (int i = 0; i < words.length; i++) {
            names.putIfAbsent(words[i], new MonthName(calendar, i + 1));
        }
    }

    private static Map<String, MonthName> names(String language) {
        String line = LISTED.get(language);
        return line == null ? ofJdk(language) : read(line);
    }

    private static Map<String, String> listed() {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : WordLists.lines("month-names.txt")) {
            int colon = line.indexOf(':');
            lines.put(line.substring(0, colon), line.substring(colon + 1));
        }
        return lines;
    }

    private static Map<String, MonthName> read(String line) {
        Map<String, MonthName> names = new HashMap<>();
        String[] months = line.split(";", -1);
        for (int i = 0; i < months.length; i++) {
            for (String name : months[i].split(",", 0)) {
                if (!name.isBlank()) {
                    names.put(name.strip(), new MonthName(Reckoning.GREGORIAN, i + 1));
                }
            }
        }
        return names;
    }

    /** The names in a language by the JDK's own data. */
    static Map<String, MonthName> ofJdk(String language) {
        Map<String, MonthName> names = new HashMap<>();
        Locale locale = Locale.forLanguageTag(language);
        for (Month month : Month.values()) {
            for (TextStyle style :
                    List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                String name = month.getDisplayName(style, locale)
                        .toLowerCase(Locale.ROOT)
                        .replace(".", "");
                boolean named = name.length() >= (name.isEmpty() || name.charAt(0) > '\u0900' ? 2 : SHORTEST)
                        && name.chars().noneMatch(Character::isDigit);
                if (named) {
                    names.putIfAbsent(name, new MonthName(Reckoning.GREGORIAN, month.getValue()));
                }
            }
        }
        return names;
    }
}
