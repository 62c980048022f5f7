package broadsheet.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of the fetch ledger: what became of one request. Each request has exactly one.
 *
 * @param task the request's task, which is the key too
 * @param url what was asked for
 * @param request the request's record, {@code partition@offset} on its topic
 * @param kind what was expected there
 * @param why what had led to the request
 * @param outcome what became of it
 * @param detail what there is to say about it, for a person
 * @param at when it was asked, or decided not to ask, UTC
 * @param milliseconds until the answer was complete; 0 if nothing was asked
 * @param bytes of the answer's body as transferred
 * @param status of the HTTP response; empty if there was none
 * @param etag of a full answer that could be read, byte for byte
 * @param lastModified likewise
 * @param bodyHash likewise
 * @param notBefore before when the publisher does not want to be asked again, UTC
 * @param minutes how often to ask at most, by what the answer itself says
 * @param quietHours hours of the day, 0 to 23 UTC, in which the feed does not want to be read
 * @param quietDays days of the week, {@code Monday} to {@code Sunday}, in which it does not
 * @param via what led here by redirection, in order
 * @param depth how many sitemap indexes lie above it
 * @param entries what it names that was not known, or is not as it was known
 * @param size how many entries it has in all
 * @param turnedOver whether none of its entries was known although others were: some may have come and gone unseen
 * @param hub the hub that the feed names, or what a hub has said
 */
public record Fetch(
        String task,
        String url,
        String request,
        FetchRequest.Kind kind,
        FetchRequest.Why why,
        Outcome outcome,
        Optional<String> detail,
        Instant at,
        int milliseconds,
        int bytes,
        Optional<Integer> status,
        Optional<String> etag,
        Optional<String> lastModified,
        Optional<String> bodyHash,
        Optional<Instant> notBefore,
        Optional<Integer> minutes,
        List<Integer> quietHours,
        List<String> quietDays,
        List<FetchRequest.Hop> via,
        int depth,
        List<Entry> entries,
        int size,
        boolean turnedOver,
        Optional<Hub> hub) {

    /** What can become of a request. */
    public enum Outcome {
        /** Read, and new or not as it was. */
        FETCHED,
        /** As it was: the server says so, or the body is the same. */
        UNCHANGED,
        /** Elsewhere; another request asks there. */
        REDIRECTED,
        /** Not carried out: this kind of address is never asked. */
        REFUSED,
        /** Not carried out, or not passed on: the site's robots.txt or X-Robots-Tag forbids it. */
        ROBOTS,
        /** Not carried out: the host wants to be left alone for now. */
        BACKING_OFF,
        /** Not carried out: it had waited too long. */
        EXPIRED,
        /** The server says that there is nothing: 404. */
        NOT_FOUND,
        /** The server says that there is nothing any more: 410. */
        GONE,
        /** Another status that is no success. */
        HTTP_ERROR,
        /** No connection, no answer, or none in time. */
        UNREACHABLE,
        /** More than is read. */
        TOO_LARGE,
        /** Not what was expected there: empty, damaged, or something else. */
        UNREADABLE,
        /** Not a request to carry out, but a word from a hub. */
        NOTED;

        /** Whether an answer came that says how things are there now. */
        public boolean isGood() {
            return this == FETCHED || this == UNCHANGED;
        }
    }

    /**
     * What a feed or sitemap names.
     *
     * @param id of the entry: a hash of its guid, else its link, else its title and date
     * @param version a hash of that and of what can change: its title, its date of change, its full text
     * @param link address of its page, absolute
     * @param title as the feed has it
     * @param published as written
     * @param full whether the feed carries its full text
     */
    public record Entry(
            String id,
            String version,
            Optional<String> link,
            Optional<String> title,
            Optional<String> published,
            boolean full) {}

    public Fetch {
        quietHours = List.copyOf(quietHours);
        quietDays = List.copyOf(quietDays);
        via = List.copyOf(via);
        entries = List.copyOf(entries);
    }
}
