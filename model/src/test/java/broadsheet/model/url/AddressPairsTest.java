package broadsheet.model.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two thousand pairs of addresses that are one article's, and two thousand that are not, each made by a rule. */
@DisplayName("of two addresses made by rule")
class AddressPairsTest {
    private static final long SEED = 20261130;
    private static final int PAIRS = 2_000;

    private static final List<String> WORDS = List.of(
            "ferry",
            "harbour",
            "council",
            "ward",
            "closes",
            "caf\u00e9",
            "bridge",
            "stra\u00dfe",
            "\u043c\u043e\u0441\u0442",
            "vote",
            "\u6e2f",
            "night",
            "market",
            "strike",
            "terminal",
            "budget");
    private static final List<String> HOSTS = List.of(
            "courier.example",
            "karsund-post.co.uk",
            "echo.jor.br",
            "tramline.blogspot.com",
            "m\u00fcnchner-bote.example",
            "my_blog.echo.example",
            "203.0.113.7",
            "desk.post.example");

    private final Random random = new Random(SEED);

    /** An address in parts, of one story. */
    private record Story(String host, String path, String query) {
        String url() {
            return "https://" + host + path + (query.isEmpty() ? "" : "?" + query);
        }

        String url(String scheme, String otherHost, String otherPath, String more) {
            String all = query.isEmpty() ? more : more.isEmpty() ? query : query + "&" + more;
            return scheme + "://" + otherHost + otherPath + (all.isEmpty() ? "" : "?" + all);
        }
    }

    private interface Rule {
        String of(Story story);
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String slug() {
        return String.join("-", any(WORDS), any(WORDS), any(WORDS), any(WORDS));
    }

    private Story story() {
        int number = 10_000 + random.nextInt(80_000);
        return switch (random.nextInt(5)) {
            case 0 -> new Story(any(HOSTS), "/" + any(WORDS) + "/" + slug() + "-" + number, "");
            case 1 -> new Story(any(HOSTS), "/2026/0" + (1 + random.nextInt(9)) + "/" + slug(), "");
            case 2 -> new Story(any(HOSTS), "/show.php", "id=" + number);
            case 3 -> new Story(any(HOSTS), "/" + any(WORDS), "article=" + number + "&lang=en");
            default -> new Story(any(HOSTS), "/a/" + number + "/" + slug() + ".html", "");
        };
    }

    private static String percent(String text, boolean capitals) {
        var out = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            out.append(
                    each >= 0
                            ? String.valueOf((char) each)
                            : String.format(capitals ? "%%%02X" : "%%%02x", each & 0xff));
        }
        return out.toString();
    }

    private List<Rule> same() {
        return List.of(
                story -> story.url("http", story.host(), story.path(), ""),
                story -> story.url("https", "user:pass@" + story.host(), story.path(), ""),
                story -> story.url("https", story.host() + ":443", story.path(), ""),
                story -> story.url(
                        "HTTPS", story.host().toUpperCase(Locale.ROOT).replace("SS", "\u1e9e"), story.path(), ""),
                story -> story.url("https", story.host() + ".", story.path(), ""),
                story -> story.url("https", story.host(), percent(story.path(), true), ""),
                story -> story.url("https", story.host(), percent(story.path(), false), ""),
                story -> story.url(
                        "https", story.host(), story.path().replace("a", "%61").replace("-", "%2D"), ""),
                story -> story.url("https", story.host(), "/x/.." + story.path(), ""),
                story -> story.url("https", story.host(), "/x/%2e%2E" + story.path(), ""),
                story -> story.url("https", story.host(), story.path() + "/", ""),
                story -> story.url("https", story.host(), story.path().replace("/", "\\"), ""),
                story -> story.url("https", story.host(), "/" + story.path(), ""),
                story -> " " + story.url() + "\n",
                story -> story.url() + "#comments",
                story -> story.url("https", story.host(), story.path(), "utm_source=a&utm_medium=b"),
                story -> story.url("https", story.host(), story.path(), "fbclid=Iw" + random.nextInt(9999)),
                story -> story.url("https", story.host(), story.path(), "PHPSESSID=" + random.nextInt(99999)),
                story -> story.url("https", story.host(), story.path(), "ref=home" + random.nextInt(99)),
                story -> story.url("https", story.host(), story.path(), "cid=social_" + random.nextInt(99999)),
                story -> story.url("https", story.host(), story.path() + ";jsessionid=" + random.nextInt(99999), ""),
                story -> story.url("https", story.host(), story.path(), "outputType=amp"),
                story -> story.url("https", story.host(), story.path(), "print=1"),
                story -> story.url("https", isNumber(story) ? story.host() : "www." + story.host(), story.path(), ""),
                story -> story.url("https", isNumber(story) ? story.host() : "m." + story.host(), story.path(), ""),
                story -> story.url("https", isNumber(story) ? story.host() : "amp." + story.host(), story.path(), ""),
                story -> story.url("https", story.host(), "/amp" + story.path(), ""),
                story -> "https://web.archive.org/web/2026" + random.nextInt(99) + "/" + story.url(),
                story -> "https://x.cdn.ampproject.org/c/s/" + story.url().substring("https://".length()),
                story -> "https://archive.ph/20260303/" + story.url());
    }

    private static boolean isNumber(Story story) {
        return story.host().startsWith("203");
    }

    private List<Rule> different() {
        List<Rule> rules = new ArrayList<>(List.of(
                story -> story.url("https", story.host(), story.path() + "-b", ""),
                story -> story.url("https", story.host(), story.path() + "/b", ""),
                story -> story.url("https", story.host(), "/b" + story.path(), ""),
                story -> story.url("https", story.host() + ":8443", story.path(), ""),
                story -> story.url("https", story.host() + ".echo.example", story.path(), ""),
                story -> story.url("https", story.host() + "@echo.example", story.path(), ""),
                story -> story.url("https", "echo.example", story.path(), ""),
                story -> story.url("https", story.host(), story.path(), "page=" + (2 + random.nextInt(9))),
                story -> story.url("https", story.host(), story.path(), "p=" + random.nextInt(9999)),
                story -> story.url("https", story.host(), story.path(), "newsid=" + random.nextInt(9999)),
                story -> story.url() + "#!/story/" + random.nextInt(9999),
                story -> story.url() + "#/story/" + random.nextInt(9999),
                story -> story.url("https", story.host(), story.path() + "%2Fb", ""),
                story -> story.url("https", story.host(), story.path() + "%3Fb", ""),
                story -> "https://web.archive.example/web/2026/" + story.url(),
                story -> "https://echo.example/amp/s/" + story.host() + story.path(),
                story -> "https://echo.example/" + story.url(),
                story -> story.url(
                        "https",
                        story.host(),
                        swapped(story.path()),
                        story.query().isEmpty() ? "" : "id=1"),
                story -> isNumber(story)
                        ? story.url("https", "203.0.113.8", story.path(), "")
                        : story.url("https", "desk-b." + story.host(), story.path(), "")));
        rules.add(story -> story().url());
        return rules;
    }

    /** The same path with other capitals, or another number. */
    private static String swapped(String path) {
        return path.equals(path.toUpperCase(Locale.ROOT)) ? path + "1" : path.toUpperCase(Locale.ROOT);
    }

    private static String key(String url) {
        return ArticleUrl.of(url).map(ArticleUrl::key).orElse("none: " + url);
    }

    @Test
    void thoseOfOneArticleHaveOneKey() {
        List<Rule> rules = same();
        for (int i = 0; i < PAIRS; i++) {
            Story story = story();
            String other = rules.get(i % rules.size()).of(story);
            assertThat(key(other))
                    .as("seed %d, pair %d: %s and %s", SEED, i, story.url(), other)
                    .isEqualTo(key(story.url()));
        }
    }

    @Test
    void thoseOfTwoArticlesHaveTwo() {
        List<Rule> rules = different();
        for (int i = 0; i < PAIRS; i++) {
            Story story = story();
            String other = rules.get(i % rules.size()).of(story);
            assertThat(key(other))
                    .as("seed %d, pair %d: %s and %s", SEED, i, story.url(), other)
                    .isNotEqualTo(key(story.url()));
        }
    }
}
