package broadsheet.sink.memory;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Reach;
import broadsheet.sink.Samples;
import broadsheet.sink.versions.FetchAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the index from what a takedown can name")
class ReachIndexTest {

    private final SortedStore store = new SortedStore();
    private final ReachIndex index = new ReachIndex(store);

    @AfterEach
    void close() {
        store.close();
    }

    private static KnownArticle known(int number, String host) {
        String home = String.format(Locale.ROOT, "%032x", number);
        var article = Samples.article(home, host, "Story " + number, Samples.BRIDGE, Duration.ZERO)
                .article();
        return KnownArticle.nothing(home)
                .with(
                        Samples.version(Samples.BRIDGE, Duration.ZERO),
                        FetchAddress.of(article),
                        Reach.of(article),
                        Duration.ofHours(12));
    }

    private List<String> homes(String takedown) {
        return index.find(Reach.key(takedown), "", 1_000).stream()
                .map(ReachIndex.Hit::home)
                .sorted()
                .toList();
    }

    @Test
    void findsByUrlByHostAndByEveryDomainAboveIt() {
        KnownArticle one = known(1, "desk.courier.example");
        KnownArticle other = known(2, "courier.example");
        index.change(KnownArticle.nothing(one.home()), one);
        index.change(KnownArticle.nothing(other.home()), other);

        assertThat(homes("https://desk.courier.example/story-1")).containsExactly(one.home());
        assertThat(homes("desk.courier.example")).containsExactly(one.home());
        assertThat(homes("courier.example")).containsExactly(one.home(), other.home());
        assertThat(homes("ourier.example")).isEmpty();
        assertThat(homes("https://courier.example/story-3")).isEmpty();
    }

    @Test
    void goesOnAfterTheLastThatWasFound() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            KnownArticle next = known(i, "desk" + i % 3 + ".courier.example");
            index.change(KnownArticle.nothing(next.home()), next);
        }
        String after = "";
        for (var hits = index.find("domain:courier.example", after, 10);
                !hits.isEmpty();
                hits = index.find("domain:courier.example", after, 10)) {
            hits.forEach(hit -> all.add(hit.home()));
            after = hits.get(hits.size() - 1).place();
        }
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("reads no more of what was deleted than lies under the key itself")
    void readsNothingThatIsDeletedBehindAKey() {
        List<KnownArticle> articles = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            KnownArticle next = known(i, "courier.example");
            articles.add(next);
            index.change(KnownArticle.nothing(next.home()), next);
        }
        for (KnownArticle article : articles.subList(0, 299)) {
            assertThat(homes("https://courier.example/story-" + Integer.parseInt(article.home(), 16)))
                    .hasSize(1);
            index.remove(article);
        }
        assertThat(store.readDeleted()).isLessThan(10 * articles.size());
        assertThat(homes("https://courier.example/story-7")).isEmpty();
        assertThat(homes("https://courier.example/story-299")).hasSize(1);
        assertThat(homes("https://herald.example/story-7")).isEmpty();
        assertThat(store.readDeleted()).isZero();
    }

    @Test
    void keepsNothingOnceAllIsRemovedInWhateverOrder() {
        long seed = 20260302;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        Map<String, KnownArticle> left = new TreeMap<>();
        for (int i = 0; i < 120; i++) {
            KnownArticle next = known(i, (i % 4 == 0 ? "" : "desk" + i % 4 + ".") + "site" + i % 5 + ".example");
            index.change(KnownArticle.nothing(next.home()), next);
            left.put(next.home(), next);
        }
        List<KnownArticle> order = new ArrayList<>(left.values());
        Collections.shuffle(order, random);
        for (KnownArticle next : order) {
            index.remove(next);
            left.remove(next.home());
            assertThat(homes("site" + random.nextInt(5) + ".example")).isSubsetOf(left.keySet());
            assertThat(homes("example")).containsExactlyElementsOf(left.keySet());
        }
        assertThat(store.content()).isEmpty();
    }
}
