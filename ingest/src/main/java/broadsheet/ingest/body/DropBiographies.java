package broadsheet.ingest.body;

import broadsheet.ingest.html.Scope;
import broadsheet.ingest.html.WordSet;
import java.util.List;

/**
 * Drops the box below the article that says who wrote it. Only what is named for both, an author and a box, and stands
 * below most of the prose: sites name an article's container for its author too.
 */
final class DropBiographies implements Rule {
    private static final WordSet CERTAIN = WordSet.of("authorbox", "authorbio", "saboxplugin");
    private static final WordSet AUTHORS = WordSet.of("author", "authors", "autor", "auteur", "autore");
    private static final WordSet BOXES =
            WordSet.of("box", "block", "card", "bio", "biography", "profile", "about", "desc", "description");

    /** The author's part of a post, as themes call it: neither word alone would tell. */
    private static final List<String> PARTS = List.of("post-author", "author-content", "entry-author");

    /** Share of the prose that stands above it, and share that it holds at most. */
    private static final double ABOVE = 0.5;

    private static final double SMALL = 0.25;

    @Override
    public void apply(Draft draft) {
        double whole = draft.keptMass();
        MassAbove above = draft.massAbove();
        int end = 0;
        for (Scope scope : draft.blocks().scopes()) {
            if (scope.end() <= end) {
                continue;
            }
            boolean named = scope.isNamed(CERTAIN) || (scope.isNamed(AUTHORS) && isBox(scope));
            if (named
                    && scope.end() > scope.first()
                    && above.of(scope.first()) >= ABOVE * whole
                    && draft.blocks().mass(scope) <= SMALL * whole) {
                draft.dropForCertain(scope.first(), scope.end(), "biography");
                end = scope.end();
            }
        }
    }

    private static boolean isBox(Scope scope) {
        return scope.isNamed(BOXES) || PARTS.stream().anyMatch(scope.names()::contains);
    }
}
