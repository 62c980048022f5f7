package broadsheet.fetch.plan;

import broadsheet.fetch.http.WebAddress;
import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.Hub;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is agreed with the hub of a feed. A hub is believed from its first word on, and the feed is then read rarely unless
 * the hub says that there is something new. When something new is found without its word, it is not believed any more, and
 * the feed is read at its pace again until it speaks.
 *
 * @param hub where to ask it
 * @param topic what it calls the feed
 * @param ask when to ask it for its word, or ask again
 * @param until when what it has granted ends; empty if it has confirmed nothing
 * @param believed whether its word is relied on
 * @param pinged whether it has spoken since the feed was read
 */
public record Push(String hub, String topic, Instant ask, Optional<Instant> until, boolean believed, boolean pinged) {

    /** How often a feed is read whose hub is believed. */
    static final Duration RARELY = Duration.ofHours(1);

    /** However often a hub speaks, the publisher is not asked more often. */
    static final Duration SHORTEST = Duration.ofSeconds(30);

    private static final Duration UNANSWERED = Duration.ofDays(1);

    /** What is agreed after the feed was read once more: a hub that is new is to be asked. */
    static Optional<Push> after(Optional<Push> before, Fetch fetch, int strangers, Instant now) {
        if (fetch.outcome() == Fetch.Outcome.UNCHANGED && fetch.hub().isEmpty()) {
            return before;
        }
        Optional<Hub> named = fetch.hub()
                .filter(found -> found.url().flatMap(WebAddress::parse).isPresent());
        return named.map(found -> before.filter(push -> push.isOf(found))
                .map(push -> push.read(fetch, strangers))
                .orElseGet(
                        () -> new Push(found.url().orElseThrow(), found.topic(), now, Optional.empty(), false, false)));
    }

    private boolean isOf(Hub found) {
        return found.url().filter(hub::equals).isPresent() && found.topic().equals(topic);
    }

    private Push read(Fetch fetch, int strangers) {
        boolean silent = strangers > 0 && fetch.why() == FetchRequest.Why.DUE;
        return new Push(hub, topic, ask, until, believed && !silent, pinged);
    }

    /** Whether the hub is to be asked by now. */
    boolean isDue(Instant now) {
        return !now.isBefore(ask);
    }

    /** It was asked. */
    Push asked(Instant now) {
        return new Push(hub, topic, now.plus(UNANSWERED), until, believed, pinged);
    }

    /** It confirms: at half of the time that it grants it is asked again. */
    Push verified(Instant end, Instant now) {
        Duration half = Duration.between(now, end).dividedBy(2);
        return new Push(hub, topic, now.plus(half), Optional.of(end), believed, pinged);
    }

    /** It says that there is something new. */
    Push spoken() {
        return new Push(hub, topic, ask, until, true, true);
    }

    /** The feed is being read for it. */
    Push heeded() {
        return new Push(hub, topic, ask, until, believed, false);
    }

    /** Whether its word is relied on, and what it has granted has not ended. */
    boolean holds(Instant now) {
        return believed && until.filter(now::isBefore).isPresent();
    }
}
