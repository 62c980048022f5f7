package broadsheet.fetch.host;

import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.HostState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a request; all of it is written in one transaction.
 *
 * @param fetch its line in the fetch ledger
 * @param page the raw page, if there is one to take in
 * @param next requests that it leads to
 * @param host what is to be remembered of the host
 * @param lost whether a page that was taken in once is gone
 */
record Result(Fetch fetch, Optional<RawPage> page, List<FetchRequest> next, HostState host, boolean lost) {

    Result {
        next = List.copyOf(next);
    }

    /**
     * A raw page.
     *
     * @param bytes as they were before they were packed for the way; not to be changed
     * @param facts its headers
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    record RawPage(byte[] bytes, Map<String, String> facts) {}
}
