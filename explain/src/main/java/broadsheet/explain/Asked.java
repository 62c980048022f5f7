package broadsheet.explain;

import broadsheet.ingest.identity.ArticleId;
import broadsheet.model.Article;
import broadsheet.model.Origin;
import broadsheet.model.url.ArticleUrl;
import broadsheet.model.url.Url;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is to be explained: one of the three.
 *
 * @param text as it was asked
 * @param id article id; of a URL, the one that an article there has unless its page names another URL
 * @param origin an input
 * @param isUrl whether it was a URL
 */
public record Asked(String text, Optional<String> id, Optional<Origin> origin, boolean isUrl) {

    /** No producer's URL is longer. */
    private static final int LONGEST = 4096;

    private static final Pattern ORIGIN = Pattern.compile("\\d{1,9}@\\d{1,18}(#\\d{1,9})?");

    /**
     * Tells which it is.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static Asked of(String text) {
        String asked = text.strip();
        if (asked.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters, so no URL that is read");
        }
        if (Article.isId(asked)) {
            return new Asked(asked, Optional.of(asked), Optional.empty(), false);
        }
        if (ORIGIN.matcher(asked).matches()) {
            return new Asked(asked, Optional.empty(), Optional.of(Origin.parse(asked)), false);
        }
        return new Asked(
                asked,
                Optional.of(idOf(asked)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "neither a URL, nor an article id of 32 hexadecimal digits, nor an input like 2@17: "
                                        + asked))),
                Optional.empty(),
                true);
    }

    /** Whether that is the URL that was asked about, in whatever spelling. */
    boolean isUrl(Optional<String> url) {
        return isUrl
                && url.filter(text::equals)
                        .or(() -> url.flatMap(Asked::idOf).filter(id.orElse("")::equals))
                        .isPresent();
    }

    private static Optional<String> idOf(String url) {
        // A lone number would be read as an address of four numbers.
        return Optional.of(url)
                .filter(text -> text.indexOf('.') >= 0)
                .flatMap(Url::parseTyped)
                .filter(asked -> asked.host().indexOf('.') >= 0)
                .map(ArticleUrl::of)
                .map(ArticleId::of);
    }
}
