package broadsheet.ingest.kind;

import java.util.Optional;

/** A URL that names nothing but the site, and rows of stories with hardly any prose between them, or several whole ones. */
final class HomeSign implements Sign {
    private static final int ROWS = 4;
    private static final int LITTLE = 600;

    @Override
    public Optional<String> on(Seen page) {
        if (page.isTypedArticle() || !page.isFrontPage()) {
            return Optional.empty();
        }
        int posts = Posts.count(page.blocks());
        if (posts > 1) {
            return Optional.of(
                    "the URL is the site's and the page " + posts + " whole stories, each with a link to its own");
        }
        Stories stories = page.stories();
        return stories.count() >= ROWS && stories.free() < Math.max(LITTLE, stories.teased() / 2)
                ? Optional.of("the URL is the site's and the page a list of " + stories.count() + " stories")
                : Optional.empty();
    }
}
