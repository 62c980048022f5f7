package broadsheet.ledger;

import broadsheet.model.Outcome.Kind;
import broadsheet.model.StageName;
import java.util.List;

/**
 * What the ledger keeps of one input, in 31 bits: the last word of the stage furthest down that said one, which stages
 * have spoken, and how long it has been waited for. There are very many of these; so they are numbers and no objects.
 *
 * <pre>
 *   0–3   kind of the last word, plus one; 0 if nobody has spoken
 *   4–5   the stage that said it, from ingest on
 *   6–8   stages that have spoken
 *   9–11  stages whose word was voided by REDRIVEN
 *   12    one stage has said two things
 *   13    there is no such record
 *   14–16 age: how many times what lay before its next stage has been worked off since it came there
 *   17–30 the reason, as the ledger numbers them
 * </pre>
 */
final class Cell {

    static final int SILENT = 0;
    static final int OLDEST = 7;
    static final int MOST_REASONS = 1 << 14;

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int KIND = 0xf;
    private static final int STAGE = 4;
    private static final int SAID = 6;
    private static final int VOIDED = 9;
    private static final int DOUBLE = 1 << 12;
    private static final int HOLE = 1 << 13;
    private static final int AGE = 14;
    private static final int REASON = 17;

    private Cell() {}

    /** The cell after another word. */
    static int add(int cell, StageName stage, Kind kind, int reason) {
        int said = said(stage);
        int voided = voided(stage);
        boolean isVoid = kind == Kind.REDRIVEN;
        int next = cell & ~(HOLE | (OLDEST << AGE));
        if ((cell & said) != 0 && (cell & voided) == 0 && !isVoid) {
            next |= DOUBLE;
        }
        next = isVoid ? (next | said | voided) : ((next | said) & ~voided);
        if (isSilent(cell) || number(stage) >= ((cell >> STAGE) & 3)) {
            next &= ~(KIND | (3 << STAGE) | (-1 << REASON));
            next |= (KINDS.indexOf(kind) + 1) | (number(stage) << STAGE) | (reason << REASON);
        }
        return next;
    }

    private static int said(StageName stage) {
        return 1 << (SAID + number(stage));
    }

    private static int voided(StageName stage) {
        return 1 << (VOIDED + number(stage));
    }

    private static int number(StageName stage) {
        return StageName.OF_PAGES.indexOf(stage);
    }

    /** Whether no stage has said anything. */
    static boolean isSilent(int cell) {
        return (cell & KIND) == 0;
    }

    /** The last word; there must be one. */
    static Kind kind(int cell) {
        return KINDS.get((cell & KIND) - 1);
    }

    /** Who said it. */
    static StageName stage(int cell) {
        return StageName.OF_PAGES.get((cell >> STAGE) & 3);
    }

    static int reason(int cell) {
        return cell >>> REASON;
    }

    static boolean hasSaid(int cell, StageName stage) {
        return (cell & said(stage)) != 0;
    }

    static boolean isVoided(int cell, StageName stage) {
        return (cell & voided(stage)) != 0;
    }

    static boolean isDouble(int cell) {
        return (cell & DOUBLE) != 0;
    }

    static int hole(int cell) {
        return cell | HOLE;
    }

    static boolean isHole(int cell) {
        return (cell & HOLE) != 0;
    }

    static int age(int cell) {
        return (cell >> AGE) & OLDEST;
    }

    static int withAge(int cell, int age) {
        return (cell & ~(OLDEST << AGE)) | (Math.min(age, OLDEST) << AGE);
    }

    /** Whether a stage still has to speak; an expanded one is spoken of by its entries. */
    static boolean isOpen(int cell) {
        return isSilent(cell) ? !isHole(cell) : !kind(cell).isFinal() && kind(cell) != Kind.EXPANDED;
    }

    /** Whose turn it is, for one that is open. */
    static StageName next(int cell) {
        if (isSilent(cell)) {
            return StageName.INGEST;
        }
        return switch (kind(cell)) {
            case PARSED -> StageName.ENRICH;
            case ENRICHED -> StageName.SINK;
            default -> stage(cell);
        };
    }
}
