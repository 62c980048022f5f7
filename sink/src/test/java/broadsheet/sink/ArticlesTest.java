package broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Takedown;
import broadsheet.runtime.takedowns.TakedownRequest;
import broadsheet.sink.memory.ArticleMemory;
import broadsheet.sink.publication.Effect;
import broadsheet.sink.publication.Ruling;
import broadsheet.sink.takedowns.Bans;
import broadsheet.sink.takedowns.Partition;
import broadsheet.sink.takedowns.Removals;
import broadsheet.sink.takedowns.Takedowns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens between a question to the judge of copies and the ruling is seen here only: the whole sink answers at once. */
@DisplayName("the articles of a partition")
class ArticlesTest {

    private static final Origin ORIGIN = Origin.of(0, 7);

    private final List<Effect> effects = new ArrayList<>();
    private final List<StateStore> stores = new ArrayList<>();
    private MockProcessorContext<String, Effect> context;
    private Articles articles;
    private Rulings rulings;
    private Takedowns takedowns;

    @BeforeEach
    void begin(@TempDir Path state) {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), state.toFile());
        for (StoreBuilder<?> builder : WorkOnArticles.memory()) {
            StateStore store =
                    builder.withLoggingDisabled().withCachingDisabled().build();
            store.init(context.getStateStoreContext(), store);
            stores.add(store);
        }
        takedowns = takedowns(effects::add);
        articles = new Articles(memory(), new Bans(context), SinkSettings.defaults(), takedowns, effects::add);
        rulings =
                new Rulings(memory(), new Bans(context), SinkSettings.defaults().reuseGap(), effects::add);
    }

    @AfterEach
    void close() {
        stores.forEach(StateStore::close);
    }

    private Takedowns takedowns(Consumer<Effect> effects) {
        return new Takedowns(
                memory(),
                new Bans(context),
                new Removals(context),
                new Partition(0, SinkSettings.defaults().partitions()),
                key -> Optional.empty(),
                effects);
    }

    private ArticleMemory memory() {
        return new ArticleMemory(context, SinkSettings.defaults().reuseGap());
    }

    private static TakedownRequest request(Optional<Takedown> takedown, long offset) {
        return new TakedownRequest(
                "courier.example", takedown, Optional.empty(), "test.takedowns", offset, offset * 1000);
    }

    private static TakedownRequest takedown(long offset) {
        return request(Optional.of(new Takedown("desk", "test", Samples.MONDAY)), offset);
    }

    private void arrive() {
        articles.arrive(
                Samples.article(Samples.id('a'), "courier.example", "Bridge opens", Samples.BRIDGE, Duration.ZERO),
                ORIGIN,
                0);
    }

    private Effect.Ask question() {
        return only(Effect.Ask.class).get(0);
    }

    private <T extends Effect> List<T> only(Class<T> type) {
        return effects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void answer(Effect.Ask question) {
        rulings.rule(new Ruling(
                question.home(),
                question.id(),
                question.round(),
                Optional.empty(),
                Optional.empty(),
                question.pending()));
    }

    @Test
    void ownUpThatAnArticleIsWithheldThatATakedownTookBeforeTheRuling() {
        arrive();
        takedowns.heed(takedown(1));
        takedowns.workOff();
        takedowns.heed(request(Optional.empty(), 2));
        answer(question());

        assertThat(only(Effect.Publish.class)).isEmpty();
        assertThat(only(Effect.Tell.class))
                .extracting(tell -> tell.outcome().kind())
                .containsExactly(Outcome.Kind.WITHHELD);
    }

    private void arrive(char id, String body, int days, Origin origin) {
        Duration after = Duration.ofDays(days);
        articles.arrive(
                Samples.article(Samples.id(id), "courier.example", "Story " + id, body, after),
                origin,
                Samples.MONDAY.plus(Duration.ofDays(400)).toEpochMilli());
    }

    @Test
    @DisplayName("stay until the ruling is there, though one of months later comes first, and then go")
    void stayUntilTheRulingIsThere() {
        arrive('a', Samples.BRIDGE, 0, ORIGIN);
        arrive('b', Samples.FERRY, 200, Origin.of(0, 8));
        answer(question());

        assertThat(only(Effect.Publish.class)).extracting(Effect.Publish::id).containsExactly(Samples.id('a'));
        assertThat(only(Effect.Tell.class))
                .extracting(tell -> tell.outcome().kind())
                .containsExactly(Outcome.Kind.PUBLISHED);

        arrive('b', Samples.FERRY, 201, Origin.of(0, 9));
        assertThat(memory().find(Samples.id('a'))).isEmpty();
        assertThat(memory().find(Samples.id('b'))).isPresent();
    }

    @Test
    void doATakedownOnceThoughTheyHearOfItAgainAfterARestart() {
        takedowns.heed(takedown(1));
        takedowns.workOff();
        takedowns.heed(takedown(1));
        takedowns.workOff();
        assertThat(only(Effect.Confirm.class)).hasSize(1);

        takedowns.heed(takedown(2));
        takedowns.workOff();
        assertThat(only(Effect.Confirm.class)).hasSize(2);
    }

    @Test
    void stayWhereATakedownByTheirIdIsCalledOffBeforeItsTurn() {
        arrive();
        answer(question());
        effects.clear();
        takedowns.heed(new TakedownRequest(
                Samples.id('a'),
                Optional.of(new Takedown("desk", "test", Samples.MONDAY)),
                Optional.empty(),
                "test.takedowns",
                1,
                1));
        takedowns.heed(
                new TakedownRequest(Samples.id('a'), Optional.empty(), Optional.empty(), "test.takedowns", 2, 2));
        takedowns.workOff();

        assertThat(only(Effect.Publish.class)).isEmpty();
        assertThat(only(Effect.Confirm.class))
                .extracting(confirm -> confirm.receipt().withdrawn())
                .containsExactly(0, 0);
        assertThat(memory().find(Samples.id('a'))).isPresent();
    }

    @Test
    void layATakedownAsideThatCannotBeDone() {
        Takedowns buggy = takedowns(effect -> {
            if (effect instanceof Effect.Confirm) {
                throw new IllegalStateException("a bug");
            }
            effects.add(effect);
        });
        buggy.heed(takedown(1));
        buggy.workOff();

        assertThat(effects).containsExactly(new Effect.Bury(takedown(1), "java.lang.IllegalStateException", "a bug"));
    }
}
