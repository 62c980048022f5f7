package broadsheet.ingest.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the by-lines of Chinese, Japanese and Korean, in which the role tells the name: 도하늘 기자, 记者 柳若川,
 * 文・山田太郎. Who edits or takes pictures is no author.
 */
final class CjkByline {
    private static final String HANGUL_NAME = "[가-힣]{2,4}";
    private static final Pattern KOREAN_BEFORE = Pattern.compile("(" + HANGUL_NAME + "(?:\\s?[·ㆍ,/、]\\s?" + HANGUL_NAME
            + "){0,5})\\s?(?:선임|수습|인턴|전문|객원|대|시민|취재|문화|정치|경제|사회|산업)?\\s?"
            + "(?:기자|특파원|논설위원|논설실장|편집위원|앵커|칼럼니스트|리포터|에디터|통신원)");
    private static final Pattern KOREAN_BEHIND =
            Pattern.compile("(?<![가-힣])(?:기자명|기자|글쓴이|작성자|글|취재)\\s?[:=|ㅣ]?\\s(" + HANGUL_NAME + ")(?![가-힣])");
    private static final Pattern KOREAN_PHOTOGRAPHER = Pattern.compile("사진\\s?(?:기자)?\\s?[=:/]?");

    private static final String HAN_NAME = "[\\p{IsHan}·]{2,4}";
    private static final String JAPANESE_NAME =
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々]{1,8}(?:[ 　][\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々]{1,8})?";
    private static final Pattern CHINESE =
            Pattern.compile("(?:记者|記者|通讯员|通訊員|作者|撰文|撰稿|撰稿人|采写|采访|特约记者|特派员|文)\\s?[:：/／|丨]?[\\s　]{0,3}(" + HAN_NAME
                    + "(?:[、，,\\s　/]{1,3}" + HAN_NAME + "){0,5})");
    private static final Pattern CHINESE_BEFORE =
            Pattern.compile("(" + HAN_NAME + ")\\s?[/／]\\s?[\\p{IsHan}]{2,6}(?:報導|報道|报道)");
    private static final Pattern JAPANESE =
            Pattern.compile("(?:取材・文|文・写真|文・構成|著者|執筆者?|ライター|筆者|文責|取材|文|著|作者|記者)\\s?[:：=＝/／・]\\s?(" + JAPANESE_NAME
                    + "(?:[、，,]" + JAPANESE_NAME + "){0,5})");
    private static final Pattern JAPANESE_BEFORE = Pattern.compile("(" + JAPANESE_NAME + ")\\s?(?:記者|編集委員|特派員)(?!会)");
    /** From here on others are named, or what is done. */
    private static final Pattern OTHERS =
            Pattern.compile("责编|責編|编辑|編輯|責任編集|责任编辑|校对|校對|审核|審核|摄影|攝影|图片|圖|报道|報導|報道|综合|电$|讯$|监制|編集[:：]|(?<!文・)写真");

    private static final Pattern BETWEEN = Pattern.compile("[·ㆍ,/、，\\s　]+");
    private static final Set<String> NOBODY = Set.of("本报", "本網", "本网", "新华社", "新華社", "中新社", "央视", "编辑", "编辑部", "通讯员");

    private CjkByline() {}

    /** The names that roles tell; empty if there is none of these roles in the line. */
    static Optional<List<String>> names(String line) {
        if (line.chars().noneMatch(c -> c >= '\u3000')) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        String korean = line;
        collect(KOREAN_BEFORE, korean, names);
        if (names.isEmpty()) {
            collect(KOREAN_BEHIND, korean, names);
        }
        if (names.isEmpty()) {
            collect(JAPANESE, untilOthers(line), names);
        }
        if (names.isEmpty()) {
            collect(CHINESE, untilOthers(line), names);
        }
        if (names.isEmpty()) {
            collect(CHINESE, line, names);
        }
        if (names.isEmpty()) {
            collect(CHINESE_BEFORE, line, names);
        }
        if (names.isEmpty()) {
            collect(JAPANESE_BEFORE, line, names);
        }
        names.removeAll(NOBODY);
        return names.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(names));
    }

    private static String untilOthers(String line) {
        Matcher others = OTHERS.matcher(line);
        return others.find(Math.min(1, line.length())) ? line.substring(0, others.start()) : line;
    }

    private static void collect(Pattern pattern, String line, Set<String> names) {
        for (Matcher found = pattern.matcher(line); found.find(); ) {
            String before = line.substring(Math.max(0, found.start() - 4), found.end());
            boolean photographer = KOREAN_PHOTOGRAPHER.matcher(before).find();
            if (!photographer) {
                names.addAll(List.of(BETWEEN.split(found.group(1).strip(), 0)));
            }
        }
    }
}
