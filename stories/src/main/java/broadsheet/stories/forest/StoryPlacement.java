package broadsheet.stories.forest;

import java.util.Optional;

/**
 * In which story an article is, and why.
 *
 * @param id the article's id
 * @param story the story's id: that of its first article
 * @param parent the earlier article that it hangs on, of a copy its original; empty for the first of a story
 * @param likeness the probability that it tells of the same event as its parent; 1 for a copy, and without a parent
 */
public record StoryPlacement(String id, String story, Optional<String> parent, double likeness) {}
