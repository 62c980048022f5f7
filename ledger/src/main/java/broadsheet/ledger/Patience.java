package broadsheet.ledger;

import broadsheet.model.StageName;
import java.util.Map;
import java.util.Set;

/**
 * When an input that is open counts as missed. An input that waits for a stage grows a look older each time when what lay
 * before that stage has been worked off; it is missed when that has happened for each topic on its way through the stage,
 * and twice more: a transaction becomes visible partition by partition, and for a moment a record can be neither here nor
 * there.
 *
 * @param workedOff stages of which what lay before them at the last mark is done
 * @param ways how many topics a record passes in each stage, the one before it included
 * @param isRest whether nothing lies before any stage, and did not the time before: then all that is open is missed
 */
record Patience(Set<StageName> workedOff, Map<StageName, Integer> ways, boolean isRest) {

    /** While nothing is known. */
    static final Patience ENDLESS = new Patience(Set.of(), Map.of(), false);

    /** At rest. */
    static final Patience NONE = new Patience(Set.of(), Map.of(), true);

    private static final int SLACK = 2;

    Patience {
        workedOff = Set.copyOf(workedOff);
        ways = Map.copyOf(ways);
    }

    /** How old an input becomes that waits for that stage. */
    int older(StageName stage, int age) {
        return workedOff.contains(stage) && age < Cell.OLDEST - 1 ? age + 1 : age;
    }

    boolean isOver(StageName stage, int age) {
        return isRest || age >= Math.min(ways.getOrDefault(stage, Cell.OLDEST) + SLACK, Cell.OLDEST - 1);
    }
}
