package broadsheet.fetch.plan;

import broadsheet.fetch.http.Redirects;
import broadsheet.fetch.http.WebAddress;
import broadsheet.model.Fetch;
import java.net.URI;
import java.util.Optional;

/**
 * Where a subscription is said to have moved for good. It is believed when it was said three times in a row, and the
 * target could be read as what is expected there; one slip in a server's configuration moves nothing.
 *
 * @param to where
 * @param times how often in a row
 */
public record Move(String to, int times) {

    private static final int BELIEVED = 3;

    /** Whether it was said often enough. */
    boolean isBelieved() {
        return times >= BELIEVED;
    }

    /** What an answer says, after what the ones before it said. */
    static Optional<Move> after(Optional<Move> before, Fetch fetch) {
        if (!fetch.outcome().isGood()) {
            return before;
        }
        if (!Redirects.isPermanent(fetch.via()) || !isBelievable(fetch)) {
            return Optional.empty();
        }
        int times = before.filter(move -> move.to().equals(fetch.url()))
                .map(Move::times)
                .orElse(0);
        return Optional.of(new Move(fetch.url(), times + 1));
    }

    private static boolean isBelievable(Fetch fetch) {
        Optional<URI> from = WebAddress.parse(fetch.via().get(0).url());
        Optional<URI> to = WebAddress.parse(fetch.url());
        return from.isPresent() && to.isPresent() && Redirects.isBelievable(from.get(), to.get());
    }
}
