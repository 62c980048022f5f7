package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drops a gallery that stands inside an article, however much its captions say: what is counted through ("3/12"), picture by
 * picture, in one container. An article that is nothing but such a row keeps it.
 */
final class DropGalleries implements Rule {
    private static final Pattern COUNT =
            Pattern.compile("^\\D{0,12}(\\d{1,3})\\s?(?:/|of|von|de|sur|di|van|av|z|из|з)\\s?(\\d{1,3})(?!\\d)");

    private static final int FEWEST = 4;

    /** Letters of prose outside: less is a lead of a gallery. */
    private static final double ARTICLE = 400;

    /** Characters of a line that begins with a count. */
    private static final int LONGEST = 200;

    @Override
    public void apply(Draft draft) {
        Blocks blocks = draft.blocks();
        for (int i = draft.top().first(); i < draft.top().end(); i++) {
            int total = total(blocks.get(i));
            if (total < FEWEST) {
                continue;
            }
            Counted counted = counted(draft, i, total);
            if (counted.isGallery()) {
                Scope row = common(draft, i, counted.last());
                int end = Math.max(counted.last() + 1, row.end());
                double outside = blocks.mass(draft.top().first(), row.first())
                        + blocks.mass(end, draft.top().end());
                if (outside >= ARTICLE) {
                    draft.dropForCertain(row.first(), end, "gallery");
                }
            }
            // What is too few from here on is too few from any later one of them.
            i = counted.last();
        }
    }

    /** How many are counted, if a block begins with such a count; else 0. */
    private static int total(Block block) {
        String text = block.text();
        if (block.letters() > LONGEST || text.isEmpty()) {
            return 0;
        }
        Matcher count = COUNT.matcher(text);
        return count.lookingAt() ? Integer.parseInt(count.group(2)) : 0;
    }

    /**
     * Blocks near each other with a count to the same number.
     *
     * @param last of them
     * @param isGallery whether most of what is counted is there
     */
    private record Counted(int last, boolean isGallery) {}

    private static Counted counted(Draft draft, int first, int total) {
        Set<String> seen = new HashSet<>();
        int last = first;
        for (int i = first; i < draft.top().end() && i - last < 12; i++) {
            Block block = draft.blocks().get(i);
            if (total(block) == total) {
                seen.add(block.text().substring(0, Math.min(16, block.text().length())));
                last = i;
            }
        }
        return new Counted(last, last > first && seen.size() >= Math.max(FEWEST, total * 6 / 10));
    }

    private static Scope common(Draft draft, int first, int last) {
        Scope at = draft.blocks().get(first).scope();
        for (Optional<Scope> up = at.parent();
                up.isPresent() && !at.holds(last) && up.get() != draft.top();
                up = up.get().parent()) {
            at = up.get();
        }
        return at;
    }
}
