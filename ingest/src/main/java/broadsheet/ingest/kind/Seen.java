package broadsheet.ingest.kind;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Lower;
import broadsheet.model.url.ArticleUrl;
import broadsheet.model.url.StorySign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page as the signs ask about it. Confined to one page and one thread. */
final class Seen {
    private static final int HEADINGS = 2;
    /** Of a heading that holds the rest of a broken page only the start is looked at. */
    private static final int LONGEST_LINE = 300;

    private static final Pattern ARTICLE_TYPE = Pattern.compile(
            "\"(News|Blog|Report|Opinion|Analysis|Background|Review|Tech|Scholarly|Medical)?(Article|Posting|NewsArticle)\"");

    private final Document page;
    private final Blocks blocks;
    private final String url;
    private final String headline;
    private final int words;
    private final List<String> data;
    private @Nullable List<String> lines;
    private @Nullable Boolean typedArticle;
    private Optional<StorySign> sign = Optional.empty();
    private boolean signRead;
    private @Nullable Stories stories;

    Seen(Document page, List<String> jsonLd, Blocks blocks, String url, String headline, int words) {
        this.page = page;
        this.blocks = blocks;
        this.url = url;
        this.headline = headline;
        this.words = words;
        data = jsonLd;
    }

    /** What the page is called. Looked for when first asked about: most pages are told by less. */
    private List<String> lines() {
        if (lines == null) {
            List<String> found = new ArrayList<>(
                    List.of(start(headline.strip()), start(page.title().strip())));
            blocks.all().stream()
                    .filter(block -> block.kind() == Block.Kind.HEADING && block.linkDensity() < 0.5)
                    .limit(HEADINGS)
                    .forEach(block -> found.add(start(block.text())));
            lines = found;
        }
        return lines;
    }

    private static String start(String line) {
        return line.substring(0, Math.min(line.length(), LONGEST_LINE));
    }

    Blocks blocks() {
        return blocks;
    }

    String url() {
        return url;
    }

    /** Whether its URL names nothing below its host. */
    boolean isFrontPage() {
        return sign().filter(StorySign.NONE::equals).isPresent();
    }

    /** Whether its URL looks like that of one story. */
    boolean isStorysAddress() {
        return sign().filter(StorySign.STORY::equals).isPresent();
    }

    private Optional<StorySign> sign() {
        if (!signRead) {
            sign = ArticleUrl.of(url).map(ArticleUrl::sign);
            signRead = true;
        }
        return sign;
    }

    int words() {
        return words;
    }

    /** The rows of other pages' headlines that it shows. They are looked for when first asked about: few pages need it. */
    Stories stories() {
        if (stories == null) {
            stories = Stories.of(blocks);
        }
        return stories;
    }

    /** Whether what the page is called matches: its headline, its title or one of its first headings. */
    boolean says(Pattern words) {
        return lines().stream().anyMatch(line -> words.matcher(line).find());
    }

    boolean has(String selector) {
        return page.selectFirst(selector) != null;
    }

    Stream<Element> all(String selector) {
        return page.select(selector).stream();
    }

    /** Whether its structured data has an object of this type. */
    boolean isTyped(String type) {
        return data.stream().anyMatch(script -> script.contains("\"" + type + "\""));
    }

    /** The type that it gives itself for sharing; blank without one. Many sites call every page an article. */
    String sharedAs() {
        Element meta = page.selectFirst("meta[property=og:type]");
        return meta == null ? "" : Lower.of(Clip.to(Limits.LINE, meta.attr("content")));
    }

    /** Whether its structured data calls it an article. */
    boolean isTypedArticle() {
        if (typedArticle == null) {
            typedArticle = data.stream()
                    .anyMatch(script -> ARTICLE_TYPE.matcher(script).find());
        }
        return typedArticle;
    }

    /** Whether it calls itself an article in any way. */
    boolean isDeclaredArticle() {
        return sharedAs().equals("article") || isTypedArticle();
    }
}
