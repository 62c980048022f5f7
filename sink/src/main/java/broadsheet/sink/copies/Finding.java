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
record Finding(Optional<Entry> original, Optional<Verdict.Match> match, List<Entry> sources) {

    private static final Finding ORIGINAL = new Finding(Optional.empty(), Optional.empty(), List.of());

    /**
     * Judges an article.
     *
     * @param before originals that come before it in the one order and are not out of question, the earliest first
     */
    static Finding of(Entry entry, List<Entry> before) {
        Finding part = ORIGINAL;
        List<Entry> sources = List.of();
        for (Entry candidate : before) {
            Likeness likeness = Likeness.of(candidate, entry);
            if (likeness.isQuotation()) {
                sources = withSource(sources, candidate);
            }
            if (part.original.isEmpty() && isCopy(candidate, likeness)) {
                part = new Finding(Optional.of(candidate), Optional.of(likeness.match()), List.of());
                if (!likeness.isPart() || likeness.isMuch()) {
                    return part;
                }
            }
        }
        return sources.size() < 2 ? part : new Finding(Optional.empty(), Optional.empty(), sources);
    }

    /** Takes the first source, and then the first that is unlike it. */
    private static List<Entry> withSource(List<Entry> sources, Entry candidate) {
        if (sources.isEmpty()) {
            return List.of(candidate);
        }
        return sources.size() == 1 && Likeness.areUnlike(sources.get(0), candidate)
                ? List.of(sources.get(0), candidate)
                : sources;
    }

    private static boolean isCopy(Entry candidate, Likeness likeness) {
        return likeness.isCopy() && !(candidate.isDigest() && likeness.isWhole());
    }

    /** Whether a new original can change what a later article turns out to be. */
    static boolean concerns(Entry original, Entry later) {
        if (Likeness.isOutOfQuestion(original, later)) {
            return false;
        }
        Likeness likeness = Likeness.of(original, later);
        return likeness.isQuotation() || likeness.isCopy();
    }
}
