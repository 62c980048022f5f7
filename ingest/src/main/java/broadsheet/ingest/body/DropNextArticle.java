package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Scope;
import java.util.Optional;

/**
 * Drops other articles that a page shows whole below its own, as those do that go on when one scrolls. Another article has
 * a headline of its own: a heading made like the page's, in a container that does not hold the page's article and is not held
 * by it. The posts of a live blog stand inside the container of its headline, and stay.
 */
final class DropNextArticle implements Rule {
    /** Letters of running prose of the page's own article above, and of another one. */
    private static final double OWN = 400;

    private static final double OTHER = 200;

    @Override
    public void apply(Draft draft) {
        int headline = draft.headings().first();
        if (headline < 0) {
            return;
        }
        Block own = draft.blocks().get(headline);
        Scope article = article(draft, own);
        if (draft.blocks().mass(article) < OWN) {
            return;
        }
        for (int i = article.end(); i < draft.blocks().size(); i++) {
            Block block = draft.blocks().get(i);
            if (block.kind() == Block.Kind.HEADING && !draft.headings().contain(i) && isMadeLike(block, own)) {
                Scope other = other(block, article);
                if (other.holds(i) && draft.blocks().mass(i, other.end()) >= OTHER && isArticle(other, article)) {
                    draft.dropForCertain(other.first(), other.end(), "next-article");
                    i = other.end() - 1;
                }
            }
        }
    }

    /** The innermost container that the headline shares with prose below it. */
    private static Scope article(Draft draft, Block headline) {
        Scope at = headline.scope();
        for (Optional<Scope> up = at.parent(); up.isPresent(); up = up.get().parent()) {
            at = up.get();
            if (draft.blocks().mass(headline.index(), at.end()) >= OWN) {
                return at;
            }
        }
        return at;
    }

    /** The outermost container of a heading that holds nothing of the page's own article. */
    private static Scope other(Block heading, Scope article) {
        Scope at = heading.scope();
        for (Optional<Scope> up = at.parent(); up.isPresent(); up = up.get().parent()) {
            if (up.get().first() < article.end()) {
                break;
            }
            at = up.get();
        }
        return at;
    }

    private static boolean isMadeLike(Block heading, Block headline) {
        Scope one = heading.scope();
        Scope other = headline.scope();
        boolean sameNames = one.names().equals(other.names());
        return one.tag().equals("h1")
                || (sameNames && (!one.names().isEmpty() || one.tag().equals(other.tag())));
    }

    /** A part of a page, not the whole rest of it that lies beside: called an article, or made as the page's own is. */
    private static boolean isArticle(Scope other, Scope article) {
        return other.tag().equals("article")
                || !other.tag().equals("section")
                || (!other.names().isEmpty() && other.names().equals(article.names()));
    }
}
