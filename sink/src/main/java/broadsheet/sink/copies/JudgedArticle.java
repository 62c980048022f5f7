package broadsheet.sink.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One article in the judge's memory, with its present verdict. */
final class JudgedArticle extends ComparedText {

    private @Nullable JudgedArticle original;
    private Verdict.@Nullable Match match;
    private int foundIn;
    private long turn;
    private boolean placed;
    private boolean gone;
    private boolean letGo;
    // Few articles have any of these, and memory is what bounds a shard: there is a list only where there is something.
    private List<JudgedArticle> sources = List.of();
    private @Nullable List<JudgedArticle> copies;
    private @Nullable List<JudgedArticle> extensions;
    private @Nullable List<JudgedArticle> digests;
    private @Nullable CopyGroup group;

    JudgedArticle(ArticleToJudge input, LanguageShard home) {
        super(input, home);
    }

    /** Whether it has a verdict that stands. */
    boolean isPlaced() {
        return placed;
    }

    boolean isOriginal() {
        return placed && match == null;
    }

    /** For a digest two earlier originals that it quotes and that have nothing to do with each other; else empty. */
    List<JudgedArticle> sources() {
        return sources;
    }

    boolean isDigest() {
        return !sources.isEmpty();
    }

    /** The digests that have it among their {@link #sources}. */
    List<JudgedArticle> digests() {
        return orNone(digests);
    }

    /** Whether it was found before in this round of a search; from now on it was. */
    boolean wasFoundIn(int round) {
        boolean before = foundIn == round;
        foundIn = round;
        return before;
    }

    boolean isGone() {
        return gone;
    }

    void leave() {
        gone = true;
    }

    /** Says that its epoch is forgotten, and that it will be when its turn comes. */
    void beLetGo() {
        letGo = true;
    }

    boolean isLetGo() {
        return letGo;
    }

    /** Leaves; its copies keep their verdict without it. */
    void beForgotten() {
        gone = true;
        copies().forEach(copy -> copy.original = null);
        copies = null;
        extensions = null;
        leaveOriginal();
    }

    Optional<Verdict.Match> match() {
        return Optional.ofNullable(match);
    }

    /** The article of its original; empty for an original, and for a copy whose original is no longer remembered. */
    Optional<JudgedArticle> original() {
        return Optional.ofNullable(original);
    }

    List<JudgedArticle> copies() {
        return orNone(copies);
    }

    /** The copies that are much longer, and may turn out to be digests. */
    List<JudgedArticle> extensions() {
        return orNone(extensions);
    }

    private static List<JudgedArticle> orNone(@Nullable List<JudgedArticle> articles) {
        return articles == null ? List.of() : articles;
    }

    private static List<JudgedArticle> with(@Nullable List<JudgedArticle> articles, JudgedArticle article) {
        List<JudgedArticle> extended = articles == null ? new ArrayList<>(1) : articles;
        extended.add(article);
        return extended;
    }

    /** What stands for its copies in the index. */
    CopyGroup group() {
        if (group == null) {
            group = new CopyGroup(this);
        }
        return group;
    }

    /** Looks which copies are much longer, after the mask became another. */
    void sortOutExtensions() {
        extensions = null;
        for (JudgedArticle copy : copies()) {
            noteIfExtension(copy);
        }
    }

    void placeAsOriginal(List<JudgedArticle> quoted) {
        placed = true;
        original = null;
        match = null;
        sources = quoted;
        quoted.forEach(source -> source.digests = with(source.digests, this));
    }

    void placeAsCopy(JudgedArticle of, Verdict.Match found) {
        placed = true;
        original = of;
        match = found;
        of.copies = with(of.copies, this);
        of.noteIfExtension(this);
    }

    private void noteIfExtension(JudgedArticle copy) {
        if (Likeness.isPart(this, copy)) {
            extensions = with(extensions, copy);
        }
    }

    /** Sets a verdict that was found before, of an original that is not remembered, or not yet. */
    void placeAsCopy(Verdict.Match found) {
        placed = true;
        original = null;
        match = found;
    }

    /** Takes the verdict away until the next one; returns those that had it as their original. */
    List<JudgedArticle> displace() {
        placed = false;
        leaveOriginal();
        match = null;
        leaveSources();
        List<JudgedArticle> orphans = copies();
        copies = null;
        extensions = null;
        orphans.forEach(JudgedArticle::beOrphaned);
        return orphans;
    }

    /** Has no original any more, and keeps its verdict until it is judged. */
    void beOrphaned() {
        original = null;
        placed = false;
    }

    /** Notes at which input it got its place. */
    void judgedAt(long number) {
        turn = number;
    }

    /** Number of the input at which it got its place: what it was a copy of before an original had its place, it is not. */
    long turn() {
        return turn;
    }

    /** Is no digest any more; returns the originals that it quoted. */
    List<JudgedArticle> leaveSources() {
        List<JudgedArticle> before = sources;
        before.forEach(source -> source.digests().remove(this));
        sources = List.of();
        return before;
    }

    private void leaveOriginal() {
        if (original != null) {
            // The last is the likeliest: verdicts fall from the latest on.
            original.copies().remove(original.copies().lastIndexOf(this));
            if (original.extensions != null) {
                original.extensions.remove(this);
            }
        }
        original = null;
    }
}
