package broadsheet.ingest.kind;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rows of stories, and little prose that is not their teasers. A URL like that of a story speaks against it, one like
 * that of a tag, an author or an archive for it.
 */
final class ListingSign implements Sign {
    private static final int ROWS = 5;
    private static final int POSTS = 3;
    private static final int LITTLE = 500;
    private static final int FEW = 600;
    private static final Pattern ADDRESS = Pattern.compile(
            "/(tags?|categor(y|ies)|topics?|authors?|sections?|archives?|kategorie|schlagwort|thema|themen|dossiers?|tagi|page)/[^/]{1,300}/?(page/\\d{1,9}/?)?$",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<String> on(Seen page) {
        if (page.isTypedArticle()) {
            return Optional.empty();
        }
        boolean placed = ADDRESS.matcher(page.url()).find();
        if (!placed && page.isStorysAddress()) {
            return Optional.empty();
        }
        int posts = placed ? Posts.count(page.blocks()) : 0;
        if (posts >= POSTS) {
            return Optional.of(posts + " whole stories, each with a link to its own");
        }
        if (page.words() > FEW) {
            return Optional.empty();
        }
        Stories stories = page.stories();
        if (stories.count() < ROWS) {
            return Optional.empty();
        }
        boolean shared = page.sharedAs().equals("article");
        boolean teasers = stories.free() < LITTLE && stories.teased() > stories.free();
        boolean headlines = stories.free() < LITTLE / 2 && !page.url().isBlank();
        return teasers || (!shared && (headlines || (placed && stories.free() < LITTLE)))
                ? Optional.of("a list of " + stories.count() + " linked headlines")
                : Optional.empty();
    }
}
