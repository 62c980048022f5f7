package broadsheet.ingest.body;

import broadsheet.ingest.html.Scope;
import broadsheet.ingest.html.WordSet;

/**
 * Drops windows that ask for consent: they are prose, and on a page with a short article most of it. Only where the
 * headline is not inside, for an article about cookies may be named for its category.
 */
final class DropConsent implements Rule {
    private static final WordSet CERTAIN =
            WordSet.of("consent", "gdpr", "cookielaw", "cookiebanner", "cookieconsent", "cookiebot", "onetrust", "cli");
    private static final WordSet COOKIES = WordSet.of("cookie", "cookies");
    private static final WordSet WINDOWS = WordSet.of(
            "law", "notice", "banner", "bar", "popup", "modal", "dialog", "overlay", "info", "policy", "settings");

    @Override
    public void apply(Draft draft) {
        int end = 0;
        for (Scope scope : draft.blocks().scopes()) {
            if (scope.end() <= end) {
                continue;
            }
            boolean named = scope.isNamed(CERTAIN) || (scope.isNamed(COOKIES) && scope.isNamed(WINDOWS));
            if (named
                    && scope.depth() > 0
                    && scope.end() > scope.first()
                    && !draft.headings().standIn(scope.first(), scope.end())) {
                draft.dropForCertain(scope.first(), scope.end(), "consent");
                end = scope.end();
            }
        }
    }
}
