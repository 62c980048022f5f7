package broadsheet.fetch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.feed.ShortHash;
import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Hop;
import broadsheet.model.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("the plan of a subscription")
class FeedPlanTest {

    private static final String URL = "https://courier.example/feed";
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private final FeedPlan fresh = FeedPlan.start(URL, Subscription.of(Subscription.Kind.FEED, NOW), NOW);

    private static FeedPlan after(FeedPlan plan, Fetch fetch, Instant now) {
        return plan.answered(URL, fetch, now).plan();
    }

    private static Duration waiting(FeedPlan plan, Instant now) {
        return Duration.between(now, plan.due().orElseThrow());
    }

    @Nested
    @DisplayName("validators")
    class OfValidators {

        @Test
        void behaviour1AreSentBackByteForByteBothIfBothWereGiven() {
            FeedPlan plan = after(fresh, Answers.full("W/\"a b\"", "Mon, 30 nov 2026 07:00:00 GMT"), NOW);
            FetchRequest request = plan.request(URL, NOW);
            assertThat(request.etag()).contains("W/\"a b\"");
            assertThat(request.lastModified()).contains("Mon, 30 nov 2026 07:00:00 GMT");
        }

        @Test
        void behaviour2AreKeptOnlyFromABodyThatCouldBeRead() {
            FeedPlan plan = after(fresh, Answers.full("\"one\"", "then"), NOW);
            plan = after(plan, Answers.of(Outcome.UNREADABLE), NOW);
            assertThat(plan.request(URL, NOW).etag()).contains("\"one\"");
        }

        @Test
        void behaviour3AreLeftOutNowAndThen() {
            FeedPlan plan = after(fresh, Answers.full("\"one\"", "then"), NOW);
            int conditional = 0;
            while (plan.request(URL, NOW).etag().isPresent()) {
                plan = after(plan, Answers.of(Outcome.UNCHANGED), NOW);
                conditional++;
            }
            assertThat(conditional).isBetween(20, 100);
            assertThat(plan.request(URL, NOW).bodyHash()).as("the hash decides").isPresent();
        }
    }

    @Nested
    @DisplayName("when it goes wrong")
    class WhenItGoesWrong {

        @Test
        void behaviour5WaitsAsLongAsItIsAsked() {
            Instant then = NOW.plus(Duration.ofHours(3));
            FeedPlan plan = after(fresh, Answers.notBefore(Outcome.HTTP_ERROR, then), NOW);
            assertThat(plan.due().orElseThrow()).isBetween(then, then.plusSeconds(60));
        }

        @Test
        void behaviour5WaitsLongerWithEachFailureUpToADay() {
            FeedPlan plan = fresh;
            List<Duration> waits = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                plan = after(plan, Answers.of(Outcome.HTTP_ERROR), NOW);
                waits.add(waiting(plan, NOW));
            }
            assertThat(waits.get(3)).isGreaterThan(waits.get(0));
            assertThat(waits.get(6)).isGreaterThan(waits.get(3));
            assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofHours(24)) <= 0);
            assertThat(waits.get(13)).isGreaterThan(Duration.ofHours(17));
        }

        @Test
        void behaviour9EndsAt410AndStartsAgainWhenItIsWrittenAgain() {
            FeedPlan ended = after(fresh, Answers.of(Outcome.GONE), NOW);
            assertThat(ended.due()).isEmpty();
            Instant later = NOW.plusSeconds(60);
            assertThat(ended.written(Subscription.of(Subscription.Kind.FEED, NOW), later)
                            .due())
                    .isEmpty();
            assertThat(ended.written(Subscription.of(Subscription.Kind.FEED, later), later)
                            .due())
                    .contains(later);
        }

        @Test
        void behaviour9BacksOffAt404AndReturnsByItself() {
            FeedPlan plan = fresh;
            for (int i = 0; i < 30; i++) {
                plan = after(plan, Answers.of(Outcome.NOT_FOUND), NOW);
                assertThat(waiting(plan, NOW)).isLessThanOrEqualTo(Duration.ofDays(7));
            }
            plan = after(plan, Answers.full("\"back\"", "now"), NOW);
            assertThat(plan.failures()).isZero();
            assertThat(waiting(plan, NOW)).isLessThanOrEqualTo(Duration.ofHours(27));
        }
    }

    @Nested
    @DisplayName("wishes of the publisher")
    class OfWishes {

        @Test
        void behaviour7OnlyMakeItLonger() {
            FeedPlan fast = after(fresh, Answers.entries(NOW, 40, Duration.ofMinutes(6)), NOW);
            assertThat(fast.interval()).isLessThan(Duration.ofMinutes(10));
            assertThat(after(fast, Answers.wishing(60), NOW).interval()).isEqualTo(Duration.ofMinutes(60));
            FeedPlan slow = after(fresh, Answers.of(Outcome.UNCHANGED), NOW);
            Duration own = slow.interval();
            assertThat(after(slow, Answers.wishing(1), NOW).interval()).isGreaterThanOrEqualTo(own);
        }

        @Test
        void behaviour7AreCappedAtADay() {
            assertThat(after(fresh, Answers.wishing(1_000_000), NOW).interval()).isEqualTo(Duration.ofHours(24));
        }

        @Test
        void behaviour7SkipHoursAndDaysArePassedOver() {
            var quiet = new QuietTimes(List.of(8, 9, 10), List.of("Tuesday"));
            assertThat(quiet.after(NOW)).isEqualTo("2026-11-30T11:00:00Z");
            assertThat(quiet.after(Instant.parse("2026-12-01T03:00:00Z"))).isEqualTo("2026-12-02T00:00:00Z");
            assertThat(new QuietTimes(IntStream.range(0, 24).boxed().toList(), List.of()).after(NOW))
                    .isEqualTo(NOW);
        }
    }

    @Nested
    @DisplayName("a move for good")
    class OfMoves {

        private static final String NEW = "https://courier.example/rss";

        @Test
        void behaviour8IsBelievedAfterThreeEqualAnswers() {
            FeedPlan plan = fresh;
            for (int i = 0; i < 2; i++) {
                plan = after(plan, Answers.via(NEW, new Hop(URL, 301)), NOW);
                assertThat(plan.request(URL, NOW).url()).isEqualTo(URL);
            }
            plan = after(plan, Answers.via(NEW, new Hop(URL, 308)), NOW);
            assertThat(plan.request(URL, NOW).url()).isEqualTo(NEW);
            assertThat(plan.request(URL, NOW).task()).isEqualTo(URL);
        }

        @Test
        void behaviour8IsForgottenWhenAnotherAnswerComesBetween() {
            FeedPlan plan = after(fresh, Answers.via(NEW, new Hop(URL, 301)), NOW);
            plan = after(plan, Answers.of(Outcome.UNCHANGED), NOW);
            plan = after(plan, Answers.via(NEW, new Hop(URL, 301)), NOW);
            plan = after(plan, Answers.via(NEW, new Hop(URL, 301)), NOW);
            assertThat(plan.request(URL, NOW).url()).isEqualTo(URL);
        }

        @Test
        void behaviour8IsNeverOneThatIsForNow() {
            FeedPlan plan = fresh;
            for (int i = 0; i < 10; i++) {
                plan = after(plan, Answers.via(NEW, new Hop(URL, 302)), NOW);
                plan = after(plan, Answers.via(NEW, new Hop(URL, 301), new Hop("https://courier.example/x", 307)), NOW);
            }
            assertThat(plan.request(URL, NOW).url()).isEqualTo(URL);
        }

        @Test
        void behaviour8IsNotOneToTheFrontPage() {
            FeedPlan plan = fresh;
            for (int i = 0; i < 5; i++) {
                plan = after(plan, Answers.via("https://courier.example/", new Hop(URL, 301)), NOW);
            }
            assertThat(plan.request(URL, NOW).url()).isEqualTo(URL);
        }
    }

    @Nested
    @DisplayName("entries")
    class OfEntries {

        @Test
        void behaviour18AreNamedOnceAndKnownFromThenOn() {
            Fetch first = Answers.entries(NOW, 3, Duration.ofHours(1));
            FeedPlan.Step step = fresh.answered(URL, first, NOW);
            assertThat(step.pages()).hasSize(3).noneMatch(PageWish::changed);
            assertThat(step.plan().known().hashes())
                    .contains(ShortHash.ofLink("https://courier.example/story0"), "id-0", "version-0");
            assertThat(step.plan().answered(URL, first, NOW).pages()).allMatch(PageWish::changed);
        }

        @Test
        void behaviour18OfOneGuidAreTwoPagesIfLinkAndTitleAreNewAndOneIfOnlyTheLinkIs() {
            FeedPlan plan = after(fresh, Answers.entry("briefing", "https://courier.example/monday", "Monday"), NOW);
            Fetch tuesday = Answers.entry("briefing", "https://courier.example/tuesday", "Tuesday");
            assertThat(plan.answered(URL, tuesday, NOW).pages()).noneMatch(PageWish::changed);
            Fetch session = Answers.entry("briefing", "https://courier.example/monday-8273", "Monday");
            assertThat(plan.answered(URL, session, NOW).pages()).allMatch(PageWish::changed);
        }

        @Test
        void behaviour18AreRememberedForAsLongAsTheFeedHasThem() {
            FeedPlan plan = fresh;
            for (int i = 0; i < 50; i++) {
                plan = after(plan, Answers.entries(NOW.plus(Duration.ofHours(i)), 30, Duration.ofMinutes(1)), NOW);
            }
            assertThat(plan.known().hashes()).hasSizeBetween(120, 800);
        }
    }
}
