package broadsheet.fetch.host;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.http.Web;
import broadsheet.fetch.plan.FeedPlan;
import broadsheet.fetch.robots.RobotsGate;
import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Why;
import broadsheet.model.Subscription;
import broadsheet.runtime.endpoint.Answer;
import broadsheet.runtime.endpoint.Delivery;
import broadsheet.runtime.endpoint.Question;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A feed, its hub and us: plan, lanes and door as they are, in virtual time. */
@DisplayName("behaviour 24, WebSub")
class WebSubTest {

    private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");
    private static final String FEED = "https://courier.example/feed";
    private static final String HUB = "https://hub.example/";
    private static final byte[] NEWS = "<feed/>".getBytes(StandardCharsets.UTF_8);

    private final VirtualClock clock = new VirtualClock(START);
    private final Hubs hubs = new Hubs(URI.create("https://desk.example/broadsheet/"), "a key that only we have");
    private final List<FetchRequest> requests = new ArrayList<>();
    private final HubDoor door = new HubDoor(hubs, clock, requests::add);
    private final Lanes lanes = new Lanes(Duration.ofSeconds(1));
    private final Hub hub = new Hub();
    private final Errands errands = new Errands(
            hub,
            new Gate(new RobotsGate("broadsheet")),
            new Reading("broadsheet", 1 << 20),
            clock,
            Runnable::run,
            Duration.ofSeconds(1),
            10,
            java.util.Optional.of(hubs));
    private FeedPlan plan = FeedPlan.start(FEED, Subscription.of(Subscription.Kind.FEED, START), START);
    private int entries = 3;
    private int polls;

    /** The feed's server and its hub. */
    private final class Hub implements Web {

        private final Map<String, String> form = new HashMap<>();
        private int asked;
        private int answer = 202;

        @Override
        public CompletableFuture<Response> get(URI url, Map<String, String> headers, int limit) {
            if (url.getPath().equals("/robots.txt")) {
                return answer(404, "");
            }
            polls++;
            var feed = new StringBuilder("<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>Courier</title>"
                    + "<atom:link rel='hub' href='" + HUB + "'/><atom:link rel='self' href='" + FEED + "'/>");
            for (int i = 0; i < entries; i++) {
                feed.append("<item><guid>").append(i).append("</guid><title>Story</title></item>");
            }
            return answer(200, feed.append("</channel></rss>").toString());
        }

        @Override
        public CompletableFuture<Response> post(URI url, Map<String, String> headers, String body, int limit) {
            assertThat(url).hasToString(HUB);
            asked++;
            form.clear();
            for (String pair : body.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            return answer(answer, "");
        }

        private CompletableFuture<Response> answer(int status, String body) {
            return CompletableFuture.completedFuture(
                    new Response.Answered(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() {
        lanes.open(0, Map.of());
    }

    /** Lets time pass as the planner and the fetcher would. */
    private void run(Duration length) {
        Instant until = clock.instant().plus(length);
        while (clock.instant().isBefore(until)) {
            clock.advance(Duration.ofSeconds(1));
            Instant now = clock.instant();
            if (plan.due().filter(at -> !at.isAfter(now)).isPresent()) {
                requests.add(plan.request(FEED, now));
                plan = plan.asked(now);
                plan.hubRequest(FEED, now).ifPresent(request -> {
                    requests.add(request);
                    plan = plan.hubAsked(now);
                });
            }
            requests.forEach(request -> lanes.add(URI.create(request.url()).getHost(), new Job(0, 0, request)));
            requests.clear();
            errands.send(lanes);
            for (Errands.Done done : errands.collect()) {
                Fetch fetch = done.result().fetch();
                plan = plan.answered(FEED, fetch, now).plan();
            }
        }
    }

    private Map<String, String> callback() {
        Map<String, String> values = new HashMap<>();
        for (String pair :
                URI.create(hub.form.get("hub.callback")).getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private Answer confirm(String mode, String topic, Duration lease) {
        Map<String, String> values = callback();
        values.put("hub.mode", mode);
        values.put("hub.topic", topic);
        values.put("hub.challenge", "c-4711");
        values.put("hub.lease_seconds", Long.toString(lease.toSeconds()));
        return door.confirm(new Question("/websub?…", values, false));
    }

    private Answer push(String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var delivery = new Delivery(
                "/websub?…",
                callback(),
                Map.of("x-hub-signature", "sha256=" + HexFormat.of().formatHex(mac.doFinal(NEWS))),
                NEWS);
        return door.refusal(delivery).orElseGet(() -> door.take(delivery));
    }

    private void subscribe() {
        run(Duration.ofHours(30));
        assertThat(hub.asked).isPositive();
        assertThat(confirm("subscribe", FEED, Duration.ofDays(10)).status()).isEqualTo(200);
        run(Duration.ofSeconds(5));
    }

    @Test
    void behaviour24AsksTheHubThatTheFeedNames() {
        run(Duration.ofHours(30));
        assertThat(hub.asked).as("once, though the feed was read often").isLessThanOrEqualTo(2);
        assertThat(hub.form)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", FEED)
                .containsEntry("hub.lease_seconds", "864000");
        assertThat(hub.form.get("hub.callback")).startsWith("https://desk.example/broadsheet/websub?feed=");
        assertThat(hub.form.get("hub.secret")).hasSize(64).doesNotContain("a key that only we have");
    }

    @Test
    void behaviour24ConfirmsWhatWeAskedForAndNothingElse() {
        run(Duration.ofHours(30));
        Answer answer = confirm("subscribe", FEED, Duration.ofDays(5));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("c-4711");
        assertThat(confirm("unsubscribe", FEED, Duration.ofDays(5)).status()).isEqualTo(404);
        assertThat(confirm("subscribe", "https://other.example/feed", Duration.ofDays(5))
                        .status())
                .isEqualTo(404);
        Map<String, String> forged = callback();
        forged.put("feed", "https://other.example/feed");
        forged.put("hub.mode", "subscribe");
        forged.put("hub.topic", FEED);
        forged.put("hub.challenge", "c");
        assertThat(door.confirm(new Question("/websub?…", forged, false)).status())
                .isEqualTo(404);
    }

    @Test
    void behaviour24ReadsTheFeedWhenTheHubSaysSo() throws GeneralSecurityException {
        subscribe();
        int before = polls;
        entries++;
        assertThat(push(hub.form.get("hub.secret")).status()).isEqualTo(202);
        run(Duration.ofSeconds(35));
        assertThat(polls).isEqualTo(before + 1);
        assertThat(plan.push().orElseThrow().believed()).isTrue();
    }

    @Test
    void behaviour24PassesOverWhatIsNotSigned() throws GeneralSecurityException {
        subscribe();
        int before = polls;
        assertThat(push("another secret").status()).as("and does not say so").isEqualTo(202);
        run(Duration.ofSeconds(35));
        assertThat(polls).isEqualTo(before);
        assertThat(plan.push().orElseThrow().believed()).isFalse();
    }

    @Test
    void behaviour24IsNotMadeToKnockByAHubThatSpeaksWithoutEnd() throws GeneralSecurityException {
        subscribe();
        int before = polls;
        for (int i = 0; i < 300; i++) {
            push(hub.form.get("hub.secret"));
            run(Duration.ofSeconds(1));
        }
        assertThat(polls - before).isLessThanOrEqualTo(11);
    }

    @Test
    void behaviour24ReadsRarelyWhileTheHubIsBelievedAndAtItsPaceWhenItFellSilent() throws GeneralSecurityException {
        subscribe();
        for (int i = 0; i < 40; i++) {
            entries += 3;
            push(hub.form.get("hub.secret"));
            run(Duration.ofMinutes(6));
        }
        Duration own = plan.interval();
        assertThat(own).isLessThan(Duration.ofMinutes(20));
        assertThat(Duration.between(clock.instant(), plan.due().orElseThrow())).isGreaterThan(Duration.ofMinutes(50));
        entries += 3;
        run(Duration.ofMinutes(62));
        assertThat(plan.push().orElseThrow().believed())
                .as("something new was there, and the hub had said nothing")
                .isFalse();
        assertThat(Duration.between(clock.instant(), plan.due().orElseThrow())).isLessThan(Duration.ofMinutes(50));
    }

    @Test
    void behaviour24RenewsAtHalfOfWhatWasGranted() {
        subscribe();
        int before = hub.asked;
        run(Duration.ofDays(4));
        assertThat(hub.asked).isEqualTo(before);
        run(Duration.ofDays(3));
        assertThat(hub.asked)
                .as("asked at half, and a day later since it did not confirm")
                .isEqualTo(before + 2);
    }

    @Test
    void behaviour24GoesOnReadingWhenTheHubRefuses() {
        hub.answer = 500;
        run(Duration.ofDays(3));
        assertThat(hub.asked).as("once a day").isBetween(2, 4);
        assertThat(polls).isGreaterThan(3);
        assertThat(plan.push().orElseThrow().until()).isEmpty();
    }

    @Test
    void behaviour24AsksNoHubIfNoneCanReachUs() {
        FetchRequest request = FeedPlan.ofHub(
                HUB,
                FEED,
                Why.SUBSCRIBE,
                new broadsheet.model.Hub(FEED, java.util.Optional.of(HUB), java.util.Optional.empty()),
                START);
        var deaf = new Errands(
                hub,
                new Gate(new RobotsGate("broadsheet")),
                new Reading("broadsheet", 1 << 20),
                clock,
                Runnable::run,
                Duration.ofSeconds(1),
                10);
        lanes.add("hub.example", new Job(0, 0, request));
        deaf.send(lanes);
        assertThat(deaf.collect().get(0).result().fetch().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(hub.asked).isZero();
    }
}
