package broadsheet.ingest.body;

import broadsheet.ingest.html.Scope;
import broadsheet.ingest.html.WordSet;

/**
 * Drops what readers have written below the article, however long it is: under a short article it is most of the page's
 * prose, and well written. Only what is named for comments and stands below some prose, for sites name the article itself
 * {@code has-comments}.
 */
final class DropComments implements Rule {
    private static final WordSet NAMES = WordSet.of(
            "comments",
            "commentlist",
            "commentarea",
            "disqus",
            "respond",
            "replies",
            "kommentare",
            "comentarios",
            "commentaires",
            "commenti",
            "reacties",
            "komentarze");

    /** Letters of running prose above the comments: an article of a sentence or two has no less. */
    private static final double ABOVE = 150;

    @Override
    public void apply(Draft draft) {
        MassAbove above = draft.massAbove();
        int end = 0;
        for (Scope scope : draft.blocks().scopes()) {
            boolean named = scope.depth() > 0 && scope.first() >= end && scope.isNamed(NAMES);
            if (named && scope.end() > scope.first() && above.of(scope.first()) >= ABOVE) {
                draft.dropForCertain(scope.first(), scope.end(), "comments");
                end = scope.end();
            }
        }
    }
}
