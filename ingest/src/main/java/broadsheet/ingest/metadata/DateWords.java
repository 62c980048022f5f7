package broadsheet.ingest.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the words about the numbers of a date mean: those that join them, the days of the week, morning and afternoon. */
final class DateWords {
    private static final WordLists LISTS = WordLists.read("date-words.txt");

    /** What is said for days, years and times and is not in the patterns of CLDR. */
    private static final Set<String> OTHERS = Set.copyOf(List.of(
            ("st nd rd th er ème º ª of the del den le les el ta d de di da a m g y e ye r t año an any ano year"
                            + " gada gads dienos d oj ko ren eko en an год года году г гг р рік року оны он сарын сар"
                            + " жылы жылғы жылдың жыл ж il ildə ili yil yilning yili goda godine godina leta roku rok évi év tháng thg"
                            + " hónap năm ngày พศ คศ ปี วันที่ เดือน วัน ที่ น ວັນທີ ປີ ខែ ឆ្នាំ ថ្ងៃទី ថ្ងៃ ရက် ရက်နေ့ ခုနှစ် လ"
                            + " ዓም ዓ ም ቀን at um uhr kl klo klockan ob om à às a las os la alle ore ora saat pukul jam"
                            + " в во у о об час h hrs hs u lúc vào زمان ساعت ساعة الساعة عند في من ه م هـ")
                    .split(" ", 0)));

    private static final Map<String, DateWord> MEANINGS = meanings();

    private DateWords() {}

    /** What a word, in lower case and without dots, means by a date. */
    static DateWord of(String word) {
        return MEANINGS.getOrDefault(word, DateWord.NONE);
    }

    private static Map<String, DateWord> meanings() {
        Map<String, DateWord> meanings = new HashMap<>();
        LISTS.under("mornings").forEach(word -> meanings.put(word, DateWord.MORNING));
        LISTS.under("afternoons").forEach(word -> meanings.putIfAbsent(word, DateWord.AFTERNOON));
        LISTS.under("joints").forEach(word -> meanings.putIfAbsent(word, DateWord.JOINT));
        OTHERS.forEach(word -> meanings.putIfAbsent(word, DateWord.JOINT));
        return Map.copyOf(meanings);
    }
}
