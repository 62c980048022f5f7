package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Scope;
import java.util.Set;

/**
 * Drops windows that ask for consent: they are prose, and on a page with a short article most of it. Only where the
 * headline is not inside, for an article about cookies may be named for its category.
 */
final class DropConsent implements Rule {
    private static final Set<String> CERTAIN =
            Set.of("consent", "gdpr", "cookielaw", "cookiebanner", "cookieconsent", "cookiebot", "onetrust", "cli");
    private static final Set<String> COOKIES = Set.of("cookie", "cookies");
    private static final Set<String> WINDOWS = Set.of(
            "law", "notice", "banner", "bar", "popup", "modal", "dialog", "overlay", "info", "policy", "settings");

    @Override
    public void apply(Draft draft) {
        for (Scope scope : draft.blocks().scopes()) {
            boolean named = scope.isNamed(CERTAIN) || (scope.isNamed(COOKIES) && scope.isNamed(WINDOWS));
            if (named && scope.depth() > 0 && scope.end() > scope.first() && !holdsHeadline(scope, draft)) {
                draft.dropForCertain(scope.first(), scope.end(), "consent");
            }
        }
    }

    private static boolean holdsHeadline(Scope scope, Draft draft) {
        for (int i = scope.first(); i < scope.end(); i++) {
            Block block = draft.blocks().get(i);
            if (block.kind() == Block.Kind.HEADING && DropLead.isHeadline(block, draft.headline())) {
                return true;
            }
        }
        return false;
    }
}
