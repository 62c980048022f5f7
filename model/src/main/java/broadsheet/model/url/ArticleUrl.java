package broadsheet.model.url;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of an article in one spelling. Gone is what makes no other article: the {@linkplain Mirrors cache or
 * archive} around it, the {@linkplain Variants form} for phones or printers, {@linkplain Parameters tracking and
 * sessions}, doubled slashes, a fragment. What can tell two articles apart stays: {@code ?p=123}, {@code #!/story/123},
 * the case of the path, a port. Two addresses are one article's if their {@linkplain #key keys} are the same; identity,
 * takedowns and explanations all ask here.
 */
public final class ArticleUrl {
    private static final int DEEPEST_MIRROR = 3;
    private static final Pattern SLASHES = Pattern.compile("/{2,}+");
    private static final String WWW = "www.";

    private final Url url;

    private ArticleUrl(Url url) {
        this.url = url;
    }

    /** The address of the article at a URL; empty if it is no http or https URL. */
    public static Optional<ArticleUrl> of(String text) {
        return Url.parse(text).map(ArticleUrl::of);
    }

    /** The address that a page states; empty if it is none, or a template that nobody filled in. */
    public static Optional<ArticleUrl> stated(String text) {
        return Templates.isUnfilled(text) ? Optional.empty() : of(text);
    }

    /** The address of the article at a URL. */
    public static ArticleUrl of(Url fetched) {
        Url url = fetched;
        for (int depth = 0; depth < DEEPEST_MIRROR; depth++) {
            Optional<Url> inside = Mirrors.inside(url);
            if (inside.isEmpty()) {
                break;
            }
            url = inside.get();
        }
        Url once = url.at(SLASHES.matcher(url.path()).replaceAll("/"), url.query(), Route.of(url));
        return new ArticleUrl(Parameters.drop(Variants.plain(once)));
    }

    /** The URL in its one spelling. */
    public String text() {
        return url.toString();
    }

    Url url() {
        return url;
    }

    /**
     * What is the same for all addresses of the article: without scheme, {@code www.} and a slash at the end of the
     * path.
     */
    public String key() {
        String port = url.authority().substring(url.host().length());
        return domain()
                + port
                + withoutSlash(url.path())
                + (url.query().isEmpty() ? "" : "?" + url.query())
                + (url.fragment().isEmpty() ? "" : "#" + url.fragment());
    }

    /** A slash at the end makes no difference. */
    static String withoutSlash(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }

    /** The host without {@code www.}. */
    public String domain() {
        return domain(url);
    }

    /** The host of a URL as it is, without {@code www.}. */
    public static String domain(Url url) {
        return withoutWww(url.host());
    }

    /** A host in its one spelling without {@code www.}, where that is not itself what was registered. */
    static String withoutWww(String host) {
        String rest = host.startsWith(WWW) ? host.substring(WWW.length()) : "";
        return rest.indexOf('.') > 0 ? rest : host;
    }

    /** Who answers for what stands there. */
    public String site() {
        return Site.of(url.host());
    }

    /** How much the address looks like that of one story. */
    public StorySign sign() {
        return StorySign.of(url);
    }

    /** Whether it may stand for an address of its site from which its page was fetched. */
    public boolean isAsTellingAs(ArticleUrl fetched) {
        return Refinement.isOne(url, fetched.url);
    }

    /** Whether it names nothing below its host, or only a language. */
    public boolean isFrontPage() {
        return sign() == StorySign.NONE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArticleUrl that && url.equals(that.url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
