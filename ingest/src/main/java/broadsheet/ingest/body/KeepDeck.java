package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.WordSet;

/**
 * Keeps the deck, the sentence or two below the headline with which an editor sums up the article. It often stands in a
 * header of its own, far from the prose, and looks like any teaser there; what tells it is its name, or that the
 * publisher gives the same words as the page's description.
 */
final class KeepDeck implements Rule {
    /** Blocks between the headline and the deck: a by-line, a day, a section. */
    private static final int NEAR = 3;

    /** Letters; a shorter one is a label or the name of a series. */
    private static final int SHORTEST = 60;

    private static final double LINK = 0.1;

    private static final WordSet NAMES = WordSet.of(
            "deck",
            "dek",
            "standfirst",
            "intro",
            "excerpt",
            "abstract",
            "bajada",
            "copete",
            "entradilla",
            "chapo",
            "vorspann");

    @Override
    public void apply(Draft draft) {
        String description = Block.plain(draft.description());
        int headline = draft.headings().first();
        if (headline < 0) {
            return;
        }
        int end = Math.min(draft.blocks().size(), headline + 1 + NEAR);
        for (int i = headline + 1; i < end; i++) {
            Block block = draft.blocks().get(i);
            if (block.letters() >= SHORTEST && block.linkDensity() < LINK && isDeck(block, description)) {
                if (isSaidOnce(block, draft)) {
                    draft.keepForCertain(i);
                }
                return;
            }
        }
    }

    private static boolean isDeck(Block block, String description) {
        boolean isNamed = block.scope().isNamed(NAMES)
                || block.scope()
                        .parent()
                        .filter(parent -> parent.isNamed(NAMES))
                        .isPresent();
        return isNamed || (description.length() >= SHORTEST && says(block, description));
    }

    /** Descriptions are cut off, and decks go on: either may be the longer one. */
    private static boolean says(Block block, String description) {
        String plain = Block.plain(block.text());
        return description.startsWith(plain) || plain.startsWith(description);
    }

    /** Where the article itself says it again, the deck would say it twice. */
    private static boolean isSaidOnce(Block deck, Draft draft) {
        return draft.blocks().all().stream()
                .noneMatch(block -> block.index() != deck.index()
                        && draft.keeps(block.index())
                        && block.text().equals(deck.text()));
    }
}
