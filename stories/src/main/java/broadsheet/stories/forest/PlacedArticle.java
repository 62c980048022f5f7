package broadsheet.stories.forest;

import broadsheet.stories.likeness.ComparedArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An article in the forest: what it is found by, whom it could hang on, and whom it hangs on. Mutable, and not shared. */
final class PlacedArticle implements Comparable<PlacedArticle> {

    /** An earlier article that this one may hang on. */
    record Tie(PlacedArticle earlier, double likeness) {}

    private final String id;
    private final ComparedArticle article;
    private final SearchKeys keys;
    private final List<PlacedArticle> followers = new ArrayList<>(0);
    private List<Tie> ties = List.of();
    /** Who is not more alike by the keys of the search is none of those that were looked at closely. */
    private float leastSought;

    private boolean sought;
    private boolean placed;
    private PlacedArticle root = this;
    private @Nullable Tie parent;

    PlacedArticle(String id, ComparedArticle article) {
        this.id = id;
        this.article = article;
        this.keys = SearchKeys.of(article.traits());
    }

    String id() {
        return id;
    }

    ComparedArticle article() {
        return article;
    }

    Instant time() {
        return article.time();
    }

    SearchKeys keys() {
        return keys;
    }

    List<Tie> ties() {
        return ties;
    }

    /** Takes what a search found, in place of what an earlier one did. */
    void found(List<Tie> found, float least) {
        letGo();
        ties = found;
        leastSought = least;
        sought = true;
        found.forEach(tie -> tie.earlier.followers.add(this));
    }

    /** It is to be searched for anew. */
    void lose() {
        sought = false;
    }

    boolean isSought() {
        return sought;
    }

    /** Whether a search would look at an article, if it came upon it, so closely that another result could come of it. */
    boolean wouldLookAt(PlacedArticle other) {
        return keys.likeness(other.keys) >= leastSought;
    }

    /** Those that have it among their ties. */
    List<PlacedArticle> followers() {
        return followers;
    }

    /** Lets go of all that it is tied to. */
    void leave() {
        letGo();
    }

    private void letGo() {
        ties.forEach(tie -> tie.earlier.followers.remove(this));
        ties = List.of();
    }

    PlacedArticle root() {
        return root;
    }

    /** Where it is; empty before it was placed. */
    Optional<StoryPlacement> placement() {
        return placed
                ? Optional.of(new StoryPlacement(
                        id,
                        root.id,
                        Optional.ofNullable(parent).map(tie -> tie.earlier.id),
                        parent == null ? 1 : parent.likeness))
                : Optional.empty();
    }

    /** Hangs it on an article, or makes it a root; returns whether that changed its story. */
    boolean hang(@Nullable Tie on) {
        PlacedArticle before = root;
        placed = true;
        parent = on;
        root = on == null ? this : on.earlier.root;
        return !root.equals(before);
    }

    /** The one order of all articles: content time, then id. */
    @Override
    public int compareTo(PlacedArticle other) {
        int byTime = time().compareTo(other.time());
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }
}
