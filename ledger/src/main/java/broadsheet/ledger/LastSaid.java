package broadsheet.ledger;

import broadsheet.model.Origin;
import broadsheet.model.Outcome;

/** Who hears of each input what was said of it last. */
interface LastSaid {

    /**
     * Hears it.
     *
     * @param article hash of the id of the article that it became; 0 if it became none
     */
    void take(Origin origin, Outcome.Kind kind, long article);
}
