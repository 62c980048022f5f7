package broadsheet.sink.copies;

import broadsheet.model.CopyOf;
import broadsheet.model.url.Site;

/** What a copy is to its original, besides being like it. */
final class CopyRelation {

    private CopyRelation() {}

    /** Whether one site published both. */
    static boolean isOfOneSite(JudgedArticle original, JudgedArticle later) {
        return !later.host().isBlank() && Site.of(later.host()).equals(Site.of(original.host()));
    }

    /** What the later one is to the original. */
    static CopyOf.Kind kind(JudgedArticle original, JudgedArticle later) {
        if (later.firstSeen() == original.firstSeen()) {
            return CopyOf.Kind.COPY;
        }
        return switch (later.fingerprint().notice()) {
            case CORRECTION -> CopyOf.Kind.CORRECTION;
            case UPDATE -> CopyOf.Kind.UPDATE;
            case NONE -> hasOtherFigures(original, later) ? CopyOf.Kind.CORRECTION : CopyOf.Kind.COPY;
        };
    }

    private static boolean hasOtherFigures(JudgedArticle original, JudgedArticle later) {
        return OtherFigures.between(original.fingerprint(), original.mask(), later.fingerprint(), later.mask());
    }
}
