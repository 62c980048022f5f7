package broadsheet.sink.publication;

import broadsheet.sink.copies.Verdict;
import java.util.Optional;

/**
 * What the judge of copies says of an article, on its way back to where the article is kept.
 *
 * @param home key under which the article is kept
 * @param id article id
 * @param round number of the question that it answers
 * @param match the original; empty if the article is one
 * @param originalHome key under which the original is kept; empty if the article is one
 * @param pending the line of the ledger that waited for it; empty if it comes unasked
 */
public record Ruling(String home, String id, long round, Optional<Verdict.Match> match, Optional<String> originalHome, Optional<Pending> pending) {}
