package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Lower;
import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words about the numbers of a date: those that join them, the days of the week, morning and afternoon. */
final class DateWords {
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f]+");
    /** Languages whose joints, weekdays and halves of the day are taken from the JDK's CLDR data. */
    private static final List<String> LANGUAGES = List.of(
            ("en de fr es it pt nl pl cs sk ru uk sv da nb fi tr id ro hu el bg hr sr ca lt lv et sl ar he hi bn ms sq mk be eu"
                            + " gl is az kk uz ka hy ta th fa vi ko ja zh ur am my km")
                    .split(" ", 0));

    /** What is said for days, years and times and is not in the patterns of CLDR. */
    private static final Set<String> OTHERS = Set.copyOf(List.of(
            ("st nd rd th er ème º ª of the del den le les el ta d de di da a m g y e ye r t año an any ano year"
                            + " gada gads dienos d oj ko ren eko en an год года году г гг р рік року оны он сарын сар"
                            + " жылы жылғы жылдың жыл ж il ildə ili yil yilning yili goda godine godina leta roku rok évi év tháng thg"
                            + " hónap năm ngày พศ คศ ปี วันที่ เดือน วัน ที่ น ວັນທີ ປີ ខែ ឆ្នាំ ថ្ងៃទី ថ្ងៃ ရက် ရက်နေ့ ခုနှစ် လ"
                            + " ዓም ዓ ም ቀን at um uhr kl klo klockan ob om à às a las os la alle ore ora saat pukul jam"
                            + " в во у о об час h hrs hs u lúc vào زمان ساعت ساعة الساعة عند في من ه م هـ")
                    .split(" ", 0)));

    private static final Set<String> JOINTS = joints();
    private static final Map<String, Boolean> HALVES = halves();

    private DateWords() {}

    /** Whether a word, in lower case and without dots, may stand between the parts of a date. */
    static boolean isJoint(String word) {
        return JOINTS.contains(word);
    }

    /** Whether a word means the afternoon, or the morning; empty for any other. */
    static Optional<Boolean> afternoon(String word) {
        return Optional.ofNullable(HALVES.get(word));
    }

    private static Set<String> joints() {
        Set<String> joints = new HashSet<>(OTHERS);
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (FormatStyle style : FormatStyle.values()) {
                String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        style, null, IsoChronology.INSTANCE, locale);
                boolean quoted = false;
                for (String part : pattern.split("'", -1)) {
                    if (quoted && !part.isBlank()) {
                        joints.add(plain(part));
                    }
                    quoted = !quoted;
                }
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                joints.add(plain(day.getDisplayName(TextStyle.FULL, locale)));
                joints.add(plain(day.getDisplayName(TextStyle.SHORT, locale)));
            }
        }
        return Set.copyOf(joints);
    }

    private static Map<String, Boolean> halves() {
        Map<String, Boolean> halves = new HashMap<>(Map.of("am", false, "pm", true));
        for (String language : LANGUAGES) {
            String[] written = DateFormatSymbols.getInstance(Locale.forLanguageTag(language))
                    .getAmPmStrings();
            halves.putIfAbsent(plain(written[0]), false);
            halves.putIfAbsent(plain(written[1]), true);
        }
        halves.remove("");
        return Map.copyOf(halves);
    }

    private static String plain(String text) {
        return BLANKS.matcher(Lower.of(text).replace(".", "")).replaceAll("");
    }
}
