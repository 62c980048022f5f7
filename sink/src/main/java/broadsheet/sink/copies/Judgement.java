package broadsheet.sink.copies;

import java.util.List;
import java.util.Optional;

/**
 * What an article turns out to be among the originals before it.
 *
 * <p>A digest ("top stories at this hour") holds much of several articles that have nothing to do with each other. It is
 * a copy of none of them, and none is a copy of it; but a digest can be a copy of another digest. A whole article of which
 * two excerpts came before is no digest: much of it is the one or the other.
 *
 * @param original whose copy it is; empty if it is an original
 * @param match how alike they are; empty if it is an original
 * @param sources for a digest two originals that it quotes; else empty
 */
record Judgement(Optional<JudgedArticle> original, Optional<Verdict.Match> match, List<JudgedArticle> sources) {

    private static final Judgement ORIGINAL = new Judgement(Optional.empty(), Optional.empty(), List.of());

    /**
     * Judges an article.
     *
     * @param before originals that come before it in the one order and are not out of question, the earliest first
     */
    static Judgement of(JudgedArticle article, List<JudgedArticle> before) {
        Judgement part = ORIGINAL;
        List<JudgedArticle> sources = List.of();
        for (JudgedArticle candidate : before) {
            Likeness likeness = Likeness.of(candidate, article);
            if (likeness.isQuotation()) {
                sources = withSource(sources, candidate);
            }
            if (part.original.isEmpty() && isCopy(candidate, likeness)) {
                part = new Judgement(Optional.of(candidate), Optional.of(likeness.match()), List.of());
                if (!likeness.isPart() || likeness.isMuch()) {
                    return part;
                }
            }
        }
        return sources.size() < 2 ? part : new Judgement(Optional.empty(), Optional.empty(), sources);
    }

    /** Takes the first source, and then the first that is unlike it. */
    private static List<JudgedArticle> withSource(List<JudgedArticle> sources, JudgedArticle candidate) {
        if (sources.isEmpty()) {
            return List.of(candidate);
        }
        return sources.size() == 1 && Likeness.areUnlike(sources.get(0), candidate)
                ? List.of(sources.get(0), candidate)
                : sources;
    }

    private static boolean isCopy(JudgedArticle candidate, Likeness likeness) {
        return likeness.isCopy() && !(candidate.isDigest() && likeness.isWhole());
    }

    /** Whether a new original can change what a later article turns out to be. */
    static boolean concerns(JudgedArticle original, JudgedArticle later) {
        if (Likeness.isOutOfQuestion(original, later)) {
            return false;
        }
        Likeness likeness = Likeness.of(original, later);
        return likeness.isQuotation() || likeness.isCopy();
    }
}
