package broadsheet.fetch.host;

import broadsheet.model.FetchRequest;

/**
 * A request that was taken from its topic.
 *
 * @param partition where it stands
 * @param offset likewise
 * @param request what it asks for
 */
record Job(int partition, long offset, FetchRequest request) {

    /** By which the fetch ledger names it. */
    String name() {
        return partition + "@" + offset;
    }
}
