package broadsheet.console.index;

import static broadsheet.console.ConsoleSample.asCopyOf;
import static broadsheet.console.ConsoleSample.bookmark;
import static broadsheet.console.ConsoleSample.id;
import static broadsheet.console.ConsoleSample.section;
import static broadsheet.console.ConsoleSample.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.console.ConsoleSample;
import broadsheet.console.query.SearchQueryReader;
import broadsheet.export.Change;
import broadsheet.export.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A killed process leaves the files as they are at that moment, whatever is in them: a copy of the directory, taken while the
 * index is at work, is what the next process finds.
 */
@DisplayName("a search index whose process is killed")
class KilledIndexTest {

    private static final String TOPIC = "news.published-articles-0";
    private static final int KILLS = 20;
    private static final String[] SEARCHES = {
        "", "ferry", "bridge -ferry", "section:sport", "\"swing bridge\"", "after:2026-11-25"
    };

    @TempDir
    private Path root = Path.of("");

    private Instant now = ConsoleSample.NOON;

    @Test
    void answersAsIfItHadNotBeen() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Change> topic = topic(random);
        SearchIndex undisturbed = SearchIndex.open(root.resolve("undisturbed"), () -> now);
        run(undisturbed, topic, random, topic.size());
        undisturbed.settle(bookmark(1, topic.size()));

        Path at = root.resolve("0");
        SearchIndex index = SearchIndex.open(at, () -> now);
        for (int kill = 1; kill <= KILLS; kill++) {
            run(index, topic, random, random.nextInt(topic.size() * kill / KILLS + 1));
            at = root.resolve(Integer.toString(kill));
            copy(root.resolve(Integer.toString(kill - 1)), at);
            SearchIndex next = SearchIndex.open(at, () -> now);
            index.close();
            index = next;
        }
        run(index, topic, random, topic.size());
        index.settle(bookmark(1, topic.size()));

        for (String search : SEARCHES) {
            assertThat(answer(index, search)).as("seed %d: %s", seed, search).isEqualTo(answer(undisturbed, search));
        }
        assertThat(index.rows()).as("seed %d", seed).isEqualTo(undisturbed.rows());
        assertThat(copies(index)).as("seed %d", seed).isEqualTo(copies(undisturbed));
        index.close();
        undisturbed.close();
    }

    /** Articles, revisions, withdrawals, and what moves between the two standings. */
    private static List<Change> topic(Random random) {
        String[] bodies = {"The ferry waits.", "The swing bridge opens.", "Ferry and bridge.", "A swing of the bridge."
        };
        List<Change> topic = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            int number = 1 + random.nextInt(300);
            String headline = "Number " + number + " at " + i;
            String body = bodies[random.nextInt(bodies.length)];
            boolean isSport = random.nextBoolean();
            switch (random.nextInt(6)) {
                case 0 -> topic.add(new Change.Delete(Standing.ORIGINAL, id(number), i));
                case 1 -> topic.add(new Change.Delete(Standing.COPY, id(number), i));
                case 2 -> topic.add(upsert(number, headline, body, article -> asCopyOf(article, 1 + number % 40)));
                default ->
                    topic.add(
                            upsert(number, headline, body, article -> section(article, isSport ? "sport" : "weather")));
            }
        }
        return topic;
    }

    /** Goes on from where the index is, in batches, while time goes by: some are committed, some are not. */
    private void run(SearchIndex index, List<Change> topic, Random random, int end) {
        int at = Math.toIntExact(
                index.bookmark().map(bookmark -> bookmark.offsets().get(TOPIC)).orElse(0L));
        while (at < end) {
            int next = Math.min(end, at + 1 + random.nextInt(60));
            now = now.plusSeconds(random.nextInt(6));
            index.take(lastOfEach(topic.subList(at, next)), bookmark(1, next), refusal -> {});
            at = next;
        }
    }

    /** As an export hands them on: of each article and standing the last change. */
    private static List<Change> lastOfEach(List<Change> changes) {
        Map<String, Change> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(change.standing() + change.id(), change));
        return List.copyOf(last.values());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(path -> !path.endsWith("write.lock")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static List<String> answer(SearchIndex index, String search) {
        SearchResult result = index.search()
                .search(SearchQueryReader.read(search, ConsoleSample.NOON), ResultOrder.TIME, 0, ArticleSearch.DEEPEST);
        List<String> answer = new ArrayList<>();
        result.hits()
                .forEach(hit ->
                        answer.add(hit.article().id() + " " + hit.article().headline() + " " + hit.outlets()));
        answer.add(result.total() + " " + result.values() + " " + result.days());
        return answer;
    }

    private static List<String> copies(SearchIndex index) {
        return IntStream.rangeClosed(1, 40)
                .boxed()
                .flatMap(original -> index.search().copies(id(original), 100).stream())
                .map(hit -> hit.article().headline())
                .toList();
    }
}
