package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ends the article at a line that announces something else ("Related stories", "Leave a comment"), provided that most
 * of the prose stands before it. A real heading needs less before it: under a short article the other stories are longer.
 *
 * <p>Where the heading has a container of its own, and behind that prose made like the prose before goes on, the article
 * does too: the container is a box inside it, and only that is cut out.
 */
final class CutAtEndHeading implements Rule {
    private static final int LONGEST = 60;
    private static final double BEFORE = 0.6;
    private static final double BEFORE_HEADING = 0.15;

    /** Letters of running prose that are an article. */
    private static final double ARTICLE = 400;

    /** Letters of a paragraph. */
    private static final double PARAGRAPH = 60;

    /** Share of links in a paragraph: a teaser has more. */
    private static final double LINKS = 0.3;

    /** Letters of prose behind a bare heading and its list; behind a box, a paragraph is enough. */
    private static final double MUCH = 300;

    /** Blocks and letters of a teaser with its headline. */
    private static final int TEASER = 6;

    private static final int TEASER_LETTERS = 500;

    @Override
    public void apply(Draft draft) {
        double whole = draft.keptMass();
        double before = 0;
        var makings = new Makings(draft);
        int lastProse = draft.top().first() - 1;
        for (int i = draft.top().first(); i < draft.top().end(); i++) {
            Block block = draft.blocks().get(i);
            if (before > 0 && block.letters() < LONGEST && announces(block)) {
                int end = boxEnd(draft, i, lastProse, makings);
                if (end > 0) {
                    draft.drop(i, end, "box:" + block.text());
                    draft.dropForCertain(i + 1, Math.min(end, linksEnd(draft, i)), "box:" + block.text());
                    draft.boxIn(i);
                    i = end - 1;
                    continue;
                }
                boolean isHeading = block.kind() == Block.Kind.HEADING && before > ARTICLE;
                if (before > (isHeading ? BEFORE_HEADING : BEFORE) * whole) {
                    draft.drop(i, draft.top().end(), "after:" + block.text());
                    dropTeasers(draft, i);
                    return;
                }
            }
            if (isProse(block) && draft.keeps(i)) {
                lastProse = i;
            }
            before += draft.keeps(i) ? block.mass() : 0;
        }
    }

    private static boolean announces(Block block) {
        return EndHeadings.isEnd(block.text())
                || (block.kind() == Block.Kind.HEADING && DropLinkPhrases.isNothingElse(block.text()));
    }

    /** What a linked line stands above, behind such a heading, is a teaser, however well it is written. */
    private static void dropTeasers(Draft draft, int heading) {
        for (Scope scope : draft.blocks().scopes()) {
            boolean behind = scope.first() > heading && draft.top().holds(scope.first());
            int blocks = scope.end() - scope.first();
            if (behind && blocks > 1 && blocks <= TEASER && draft.blocks().letters(scope) < TEASER_LETTERS) {
                Block first = draft.blocks().get(scope.first());
                if (first.linkDensity() > 1 - LINKS && first.mass() == 0) {
                    draft.dropForCertain(scope.first(), scope.end(), "teaser");
                }
            }
        }
    }

    /** Where the box that a heading stands in ends; 0 if the article does not go on behind it. */
    private static int boxEnd(Draft draft, int heading, int lastProse, Makings makings) {
        Scope box = box(draft, heading, lastProse);
        boolean bare = box.end() - box.first() == 1;
        int links = linksEnd(draft, heading);
        int end = !bare ? box.end() : links > heading + 1 ? links : 0;
        double after = 0;
        double enough = bare ? MUCH : PARAGRAPH;
        for (int j = end; end > 0 && j < draft.top().end() && after <= enough; j++) {
            Block block = draft.blocks().get(j);
            if (bare && EndHeadings.isEnd(block.text())) {
                break;
            }
            after += draft.keeps(j) && isProse(block) && makings.standAbove(lastProse, j) ? block.mass() : 0;
        }
        return after > enough ? end : 0;
    }

    /** The outermost container of a heading that begins behind the last prose. */
    private static Scope box(Draft draft, int heading, int lastProse) {
        Scope box = draft.blocks().get(heading).scope();
        for (Optional<Scope> up = box.parent(); up.isPresent(); up = up.get().parent()) {
            if (up.get() == draft.top() || up.get().first() <= lastProse || box == draft.top()) {
                break;
            }
            box = up.get();
        }
        return box;
    }

    /** Where the list of links right behind a heading ends; the next block without one. */
    private static int linksEnd(Draft draft, int heading) {
        int end = heading + 1;
        while (end < draft.top().end() && draft.blocks().get(end).linkDensity() > 1 - LINKS) {
            end++;
        }
        return end;
    }

    private static boolean isProse(Block block) {
        return block.mass() > PARAGRAPH && block.linkDensity() < LINKS;
    }

    /** How prose is made: its own element and all that it stands in, up to the article. Found once for all headings. */
    private static final class Makings {
        private final Draft draft;
        private final Map<Long, Integer> first = new HashMap<>();

        Makings(Draft draft) {
            this.draft = draft;
        }

        /** Whether prose that is made as this block is stands at this place or above it. */
        boolean standAbove(int place, int block) {
            if (first.isEmpty()) {
                for (int i = draft.top().first(); i < draft.top().end(); i++) {
                    if (isProse(draft.blocks().get(i))) {
                        first.putIfAbsent(making(i), i);
                    }
                }
            }
            return first.getOrDefault(making(block), Integer.MAX_VALUE) <= place;
        }

        /** A number: text of it would be as long as a page cares to make it. */
        private long making(int index) {
            Block block = draft.blocks().get(index);
            long making = block.kind().code();
            Optional<Scope> at = Optional.of(block.scope());
            while (at.isPresent() && at.get() != draft.top()) {
                making = making * 1_000_003 + at.get().tag().hashCode();
                making = making * 1_000_003 + at.get().names().hashCode();
                at = at.get().parent();
            }
            return making;
        }
    }
}
