package broadsheet.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.enrich.language.LanguageDetector;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("the filter of stories")
class FindStoriesTest {

    private final List<String> problems = new ArrayList<>();
    private final List<String> forty = forty();

    private static List<String> forty() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FindStoriesTest.class.getResourceAsStream("forty-articles.ndjson")), UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String run(List<String> lines) throws IOException {
        var out = new ByteArrayOutputStream();
        var stories = new FindStories(Duration.ofDays(7), LanguageDetector::load, problems::add);
        stories.run(new BufferedReader(new StringReader(String.join("\n", lines))), new PrintStream(out, false, UTF_8));
        return out.toString(UTF_8);
    }

    private Map<String, String> stories(List<String> lines) throws IOException {
        Map<String, String> stories = new TreeMap<>();
        for (String line : run(lines).lines().toList()) {
            var fields = Json.mapper().readTree(line);
            stories.put(fields.get("id").asText(), fields.get("story").asText());
        }
        return stories;
    }

    /** The lines with a field set or, with an empty value, taken off. */
    private List<String> with(String field, String value) throws IOException {
        List<String> changed = new ArrayList<>();
        for (String line : forty) {
            var fields = (ObjectNode) Json.mapper().readTree(line);
            fields.remove(field);
            changed.add(Json.line(value.isEmpty() ? fields : fields.put(field, value)));
        }
        return changed;
    }

    /** What belongs together, as sets of ids. */
    private static Set<String> companies(Map<String, String> storyOf) {
        Map<String, Set<String>> members = new HashMap<>();
        storyOf.forEach((id, story) ->
                members.computeIfAbsent(story, first -> new TreeSet<>()).add(id));
        Set<String> companies = new TreeSet<>();
        members.values().forEach(ids -> companies.add(String.join(" ", ids)));
        return companies;
    }

    private Set<String> events() throws IOException {
        Map<String, String> eventOf = new TreeMap<>();
        for (String line : forty) {
            var fields = Json.mapper().readTree(line);
            eventOf.put(fields.get("id").asText(), fields.get("event").asText());
        }
        return companies(eventOf);
    }

    @Nested
    @DisplayName("of forty articles about eight events in four languages")
    class OfFortyArticles {

        @Test
        void findsTheEightAndKeepsTheTwoFerriesApart() throws IOException {
            assertThat(companies(stories(forty))).isEqualTo(events());
        }

        @Test
        void findsThemWithoutBeingToldTheLanguages() throws IOException {
            assertThat(companies(stories(with("language", "")))).isEqualTo(events());
        }

        @Test
        void namesAStoryByItsFirstArticle() throws IOException {
            assertThat(stories(forty)).containsEntry("isolde-5", "isolde-1").containsEntry("kubok-2", "kubok-1");
        }

        @Test
        void writesTheSameBytesInWhateverOrderTheyCome() throws IOException {
            String expected = run(forty);
            for (int seed = 1; seed <= 20; seed++) {
                List<String> shuffled = new ArrayList<>(forty);
                Collections.shuffle(shuffled, new Random(seed));
                assertThat(run(shuffled)).as("seed %s", seed).isEqualTo(expected);
            }
        }

        @Test
        void writesTheSameBytesForHalvesThatChangePlacesAndForLinesThatComeTwice() throws IOException {
            List<String> turned = new ArrayList<>(forty.subList(20, 40));
            turned.addAll(forty);
            assertThat(run(turned)).isEqualTo(run(forty));
        }
    }

    @Nested
    @DisplayName("of lines that lack something")
    class Lacking {

        @Test
        void takesArticlesWithoutTitles() throws IOException {
            assertThat(stories(with("title", ""))).hasSize(40).containsEntry("isolde-2", "isolde-1");
            assertThat(problems).isEmpty();
        }

        @Test
        void takesArticlesWithoutTexts() throws IOException {
            assertThat(stories(with("text", ""))).hasSize(40);
            assertThat(problems).isEmpty();
        }

        @Test
        void takesArticlesWithoutTimes() throws IOException {
            assertThat(stories(with("published", ""))).hasSize(40);
            assertThat(stories(with("published", "last Tuesday"))).hasSize(40);
            assertThat(problems).isEmpty();
        }

        @Test
        void tellsOfALineThatIsNoArticleAndGoesOn() throws IOException {
            Map<String, String> stories =
                    stories(List.of("{\"id\":", "[]", "{\"title\":\"no id\"}", "", forty.get(0), "{\"id\":\"x\"}"));
            assertThat(stories).hasSize(2).containsEntry("x", "x");
            assertThat(problems)
                    .containsExactly(
                            "line 1 is no article: no JSON",
                            "line 2 is no article: no id",
                            "line 3 is no article: no id");
        }

        @Test
        void countsTheLaterOfTwoArticlesOfOneId() throws IOException {
            String early = "{\"id\":\"n\",\"title\":\"Something else altogether\",\"published\":\"2026-11-01\"}";
            String late = forty.get(10).replaceFirst("\"id\": *\"[^\"]*\"", "\"id\":\"n\"");
            List<String> lines = new ArrayList<>(forty);
            lines.add(late);
            String expected = run(lines);
            lines.add(0, early);
            assertThat(run(lines)).isEqualTo(expected);
        }

        @Test
        void readsTimesAsTheyAreWritten() {
            for (String time : List.of(
                    "2026-11-03T06:00:00Z", "2026-11-03T08:00:00+02:00", "2026-11-03 06:00:00", "2026-11-03T06:00")) {
                assertThat(ArticleLine.read("{\"id\":\"a\",\"published\":\"" + time + "\"}")
                                .published())
                        .as(time)
                        .hasValue(Instant.parse("2026-11-03T06:00:00Z"));
            }
        }
    }
}
