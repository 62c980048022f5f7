package broadsheet.fetch.host;

import broadsheet.fetch.http.WebAddress;
import broadsheet.fetch.plan.FeedPlan;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Why;
import broadsheet.model.Hub;
import broadsheet.runtime.endpoint.Answer;
import broadsheet.runtime.endpoint.Delivery;
import broadsheet.runtime.endpoint.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Where hubs speak to us. What they say is put under its host like any request, so that the planner hears of it in the
 * fetch ledger. Of what they send only that it came counts: the feed itself is read then, as always.
 */
public final class HubDoor {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int LONGEST_CHALLENGE = 2_000;

    private final Hubs hubs;
    private final InstantSource clock;
    private final Consumer<FetchRequest> requests;

    /**
     * A door.
     *
     * @param requests takes what is to be told the planner, and returns when it is written
     */
    public HubDoor(Hubs hubs, InstantSource clock, Consumer<FetchRequest> requests) {
        this.hubs = hubs;
        this.clock = clock;
        this.requests = requests;
    }

    /** A hub asks whether it was us who asked: only what we asked is confirmed, and nothing is ever taken back by a hub. */
    public Answer confirm(Question question) {
        String feed = question.value("feed").orElse("");
        String topic = question.value("topic").orElse("");
        Optional<String> challenge = question.value("hub.challenge").filter(text -> text.length() <= LONGEST_CHALLENGE);
        boolean asked = hubs.isOurs(feed, topic, question.value("key").orElse(""))
                && question.value("hub.mode").filter("subscribe"::equals).isPresent()
                && question.value("hub.topic").filter(topic::equals).isPresent();
        if (!asked || challenge.isEmpty()) {
            return Answer.problem(404, "nothing like that was asked of a hub");
        }
        Instant now = clock.instant();
        Duration lease = question.value("hub.lease_seconds")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .filter(length -> length.compareTo(LONGEST) < 0)
                .orElse(LONGEST);
        say(feed, Why.VERIFIED, new Hub(topic, Optional.empty(), Optional.of(now.plus(lease))), now);
        return new Answer(
                200, challenge.get(), Map.of("Content-Type", "text/plain", "X-Content-Type-Options", "nosniff"));
    }

    /** Why nothing is taken from the sender; empty if it may be a hub that was asked. */
    public Optional<Answer> refusal(Delivery delivery) {
        return hubs.isOurs(
                        feed(delivery), topic(delivery), delivery.value("key").orElse(""))
                ? Optional.empty()
                : Optional.of(Answer.problem(404, "nothing like that was asked of a hub"));
    }

    private static String feed(Delivery delivery) {
        return delivery.value("feed").orElse("");
    }

    private static String topic(Delivery delivery) {
        return delivery.value("topic").orElse("");
    }

    /** A hub sends what is new. What is not signed is passed over without a word, as WebSub asks. */
    public Answer take(Delivery delivery) {
        String feed = feed(delivery);
        String topic = topic(delivery);
        if (hubs.isSigned(feed, topic, delivery.body(), delivery.header("x-hub-signature"))) {
            say(feed, Why.PING, new Hub(topic, Optional.empty(), Optional.empty()), clock.instant());
        }
        return Answer.of(Map.of()).with(202);
    }

    private void say(String feed, Why why, Hub hub, Instant now) {
        if (WebAddress.parse(feed).isPresent()) {
            requests.accept(FeedPlan.ofHub(feed, feed, why, hub, now));
        }
    }
}
