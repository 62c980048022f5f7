package broadsheet.ingest.body;

import java.util.List;

/**
 * The text of an article as found on a page.
 *
 * @param text blocks separated by a blank line; empty if the page has no text
 * @param confidence how sure it is that this is the article and nothing else, from 0 to 1
 * @param verdicts what became of each block of the page, in its order
 */
public record Extracted(String text, double confidence, List<Verdict> verdicts) {
    public Extracted {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * What became of a block.
     *
     * @param text the block
     * @param kept whether it is part of the article
     * @param rule the rule that dropped it, or how it was kept
     */
    public record Verdict(String text, boolean kept, String rule) {}
}
