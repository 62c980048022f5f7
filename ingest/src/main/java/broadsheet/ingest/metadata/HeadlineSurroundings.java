package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import broadsheet.ingest.html.WordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The short lines about the headline, where pages put by-line and date for the eye, nearest first. */
final class HeadlineSurroundings {
    private static final int ABOVE = 5;
    private static final int BELOW = 12;
    private static final int LONGEST = 180;
    private static final WordSet ELSEWHERE =
            WordSet.of("comment", "comments", "related", "recommended", "nav", "menu", "trending", "popular", "latest");

    private HeadlineSurroundings() {}

    /** The lines about the block that says the headline; without such a block, those above the first prose. */
    static List<Block> of(Blocks blocks, String headline) {
        int anchor = anchor(blocks, headline);
        List<Block> lines = new ArrayList<>();
        int prose = 0;
        for (int i = anchor + 1; i < Math.min(blocks.size(), anchor + BELOW) && prose < 2; i++) {
            prose += blocks.get(i).mass() > 120 ? 1 : 0;
            add(blocks.get(i), lines);
        }
        for (int i = anchor; i >= Math.max(0, anchor - ABOVE); i--) {
            add(blocks.get(i), lines);
        }
        return lines;
    }

    private static void add(Block block, List<Block> lines) {
        if (block.letters() < LONGEST && !isElsewhere(block)) {
            lines.add(block);
        }
    }

    private static boolean isElsewhere(Block block) {
        for (Optional<Scope> at = Optional.of(block.scope());
                at.isPresent();
                at = at.get().parent()) {
            boolean named = at.get().depth() > 1 && at.get().isNamed(ELSEWHERE);
            if (named || at.get().tag().equals("nav")) {
                return true;
            }
        }
        return false;
    }

    private static int anchor(Blocks blocks, String headline) {
        String wanted = Block.plain(headline);
        int prose = -1;
        for (Block block : blocks.all()) {
            if (block.kind() == Block.Kind.HEADING
                    && wanted.length() > 5
                    && Block.plain(block.text()).equals(wanted)) {
                return block.index();
            }
            if (prose < 0 && block.mass() > 120) {
                prose = block.index();
            }
        }
        return Math.max(-1, prose - 1);
    }
}
