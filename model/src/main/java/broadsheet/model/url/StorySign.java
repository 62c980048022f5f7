package broadsheet.model.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How much an address looks like that of one story, from nothing to a headline's words or a number in it. */
public enum StorySign {
    /** The front page of the site or of one of its languages. */
    NONE,
    /** Words as sections have them. */
    SECTION,
    /** A name with a digit, or of three words. */
    NAME,
    /** A number as stories have them, a date with something behind it, or a headline's words. */
    STORY;

    private static final int WORDS_OF_A_HEADLINE = 4;
    private static final int WORDS_OF_A_NAME = 3;
    /** In scripts without spaces. */
    private static final int LETTERS_OF_A_HEADLINE = 8;

    private static final Pattern NUMBER = Pattern.compile("\\d{4}");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5}");
    private static final Pattern YEAR_OR_MONTH = Pattern.compile("(19|20)\\d\\d|[01]?\\d|(19|20)\\d\\d-?[01]\\d");
    private static final Pattern DATED = Pattern.compile("/(19|20)\\d\\d[/-][01]?\\d([/-][0-3]?\\d)?/[^/]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[-_+ ]++");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    /** Letters and digits in turn, as identifiers made by machines have them. */
    private static final Pattern TOKEN = Pattern.compile("(?=.*\\d)(?=.*[a-zA-Z])[0-9a-zA-Z]{10,64}");

    private static final Pattern IDEOGRAPHS = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}([-_][a-z]{2,4})?");
    private static final Pattern FRONT = Pattern.compile("(index|home|default|homepage|start)(\\.\\w{1,5})?");
    private static final Pattern ENDING = Pattern.compile("\\.[a-z]{3,5}$");
    private static final Set<String> IDS =
            Set.of("id", "p", "article", "articleid", "article_id", "aid", "cid", "nid", "newsid", "news_id", "story");
    private static final int LONGEST = 300;

    /** What an address in its one spelling shows. */
    static StorySign of(Url url) {
        String path = url.fragment().isEmpty() ? url.path() : Route.path(url.fragment());
        StorySign byPath = ofPath(Percent.decode(path));
        if (byPath == STORY || !url.fragment().isEmpty()) {
            return byPath;
        }
        StorySign byQuery = ofQuery(url.query());
        return byQuery.compareTo(byPath) > 0 ? byQuery : byPath;
    }

    /** What the path alone shows. */
    static StorySign ofPath(String path) {
        List<String> names = names(path);
        if (names.isEmpty()
                || (names.size() == 1 && LANGUAGE.matcher(names.get(0)).matches())) {
            return NONE;
        }
        String last = ENDING.matcher(names.get(names.size() - 1)).replaceFirst("");
        if (YEAR_OR_MONTH.matcher(last).matches() && !(names.size() > 1 && last.length() < 4)) {
            return SECTION;
        }
        boolean numbered = names.stream()
                .limit(names.size() - 1L)
                .anyMatch(name -> LONG_NUMBER.matcher(name).find());
        return numbered || DATED.matcher("/" + String.join("/", names)).find() ? STORY : ofName(last);
    }

    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        for (String segment : path.split("/", 64)) {
            if (!segment.isBlank()) {
                names.add(segment.substring(0, Math.min(segment.length(), LONGEST)));
            }
        }
        while (!names.isEmpty()
                && FRONT.matcher(names.get(names.size() - 1).toLowerCase(Locale.ROOT))
                        .matches()) {
            names.remove(names.size() - 1);
        }
        return names;
    }

    private static StorySign ofName(String name) {
        int words = BETWEEN_WORDS.split(name, 0).length;
        if (NUMBER.matcher(name).find()
                || words >= WORDS_OF_A_HEADLINE
                || TOKEN.matcher(name).matches()
                || IDEOGRAPHS
                                .matcher(name)
                                .results()
                                .limit(LETTERS_OF_A_HEADLINE)
                                .count()
                        == LETTERS_OF_A_HEADLINE) {
            return STORY;
        }
        return words >= WORDS_OF_A_NAME || DIGIT.matcher(name).find() ? NAME : SECTION;
    }

    private static StorySign ofQuery(String query) {
        StorySign most = NONE;
        for (String parameter : query.split("&", 64)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? "" : parameter.substring(0, equals).toLowerCase(Locale.ROOT);
            String value = parameter.substring(equals + 1);
            StorySign sign = IDS.contains(name) && DIGIT.matcher(value).find() ? STORY : ofValue(name, value);
            most = sign.compareTo(most) > 0 ? sign : most;
        }
        return most;
    }

    private static StorySign ofValue(String name, String value) {
        if (value.isBlank() || Parameters.isPage(name)) {
            return NONE;
        }
        String plain = Percent.decode(value.substring(0, Math.min(value.length(), LONGEST)));
        StorySign sign = ofName(plain.substring(plain.lastIndexOf('/') + 1));
        return sign == STORY ? STORY : SECTION;
    }
}
