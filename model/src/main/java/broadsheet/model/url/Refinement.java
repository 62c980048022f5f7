package broadsheet.model.url;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether an address that a page calls its own may stand for the one from which it was fetched. It must be as much a
 * story's address: never a front page, a section, a page above the story, the first page for the second, or the script
 * of a site without the route. A page that says too little is known by where it was fetched; two stories that become one
 * are lost.
 */
final class Refinement {
    private static final Pattern NUMBERED_PAGE =
            Pattern.compile("/?(?:(?:page|seite|pagina|pag|p|strona|sivu)[-/]?)?\\d{1,3}");

    private Refinement() {}

    static boolean isOne(Url own, Url fetched) {
        StorySign sign = StorySign.of(own);
        if (sign == StorySign.NONE || sign.compareTo(StorySign.of(fetched)) < 0 || !keepsThePage(own, fetched)) {
            return false;
        }
        String path = trimmed(own);
        String other = trimmed(fetched);
        if (path.equals(other)) {
            return own.fragment().equals(fetched.fragment()) && keepsTheIds(own, fetched);
        }
        if (other.startsWith(path + "/")) {
            return sign == StorySign.STORY && isBesides(other.substring(path.length()));
        }
        return sign != StorySign.SECTION || last(path).equals(last(other));
    }

    /** Whether what lies below a story is a part of it that tells nothing: its comments, its pictures. */
    private static boolean isBesides(String rest) {
        return !NUMBERED_PAGE.matcher(rest).matches()
                && StorySign.ofPath("/-" + rest).compareTo(StorySign.NAME) < 0;
    }

    private static boolean keepsThePage(Url own, Url fetched) {
        Map<String, String> owns = parameters(own);
        return parameters(fetched).entrySet().stream()
                .filter(parameter -> Parameters.isPage(parameter.getKey()))
                .allMatch(parameter -> parameter.getValue().equals(owns.getOrDefault(parameter.getKey(), "1"))
                        || parameter.getValue().equals("0"));
    }

    /** Under one path: no parameter has another value, and what may be an id stays where the path alone tells nothing. */
    private static boolean keepsTheIds(Url own, Url fetched) {
        Map<String, String> owns = parameters(own);
        boolean told = StorySign.ofPath(Percent.decode(own.path())).compareTo(StorySign.NAME) >= 0;
        return parameters(fetched).entrySet().stream().allMatch(parameter -> {
            String value = owns.get(parameter.getKey());
            return value == null
                    ? told || !Parameters.canBeAnId("=" + parameter.getValue())
                    : value.equals(parameter.getValue());
        });
    }

    private static Map<String, String> parameters(Url url) {
        return Arrays.stream(url.query().split("&", 64))
                .filter(parameter -> !parameter.isEmpty())
                .collect(
                        Collectors.toMap(Parameters::name, Parameters::value, (first, second) -> first + "&" + second));
    }

    private static String trimmed(Url url) {
        return url.path().endsWith("/") ? url.path().substring(0, url.path().length() - 1) : url.path();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
