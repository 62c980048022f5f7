package broadsheet.sink.memory;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Json;
import broadsheet.sink.Samples;
import broadsheet.sink.copies.ArticleToJudge;
import broadsheet.sink.copies.Fingerprinter;
import broadsheet.sink.publication.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** State outlives the words that the code has for it: what stands on a changelog is read by every later release. */
@DisplayName("the field names of what is kept")
class KeptFieldNamesTest {

    private static List<String> fields(Object value) throws IOException {
        JsonNode tree = Json.mapper().readTree(Json.bytes(value));
        return tree.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void areThoseOfTheFirstReleaseInAWording() throws IOException {
        assertThat(fields(Samples.version(Samples.BRIDGE, Duration.ZERO)))
                .containsExactly(
                        "hash", "first", "last", "fetched", "url", "published", "fields", "gist", "reading", "origin");
    }

    @Test
    void areThoseOfTheFirstReleaseInAStory() throws IOException {
        var question = new StoryState.Question("0123456789abcdef", Samples.MONDAY, "en");
        assertThat(fields(StoryState.begun(Samples.id('a')).withQuestion(question, 1)))
                .containsExactly("id", "claimed", "asked", "answered", "changed", "waiting");
    }

    @Test
    void areThoseOfTheFirstReleaseInAnAsk() throws IOException {
        var article = new ArticleToJudge(
                Samples.id('a'), Samples.MONDAY, "en", "courier.example", true, new Fingerprinter().of(Samples.BRIDGE));
        var ask = new Effect.Ask(Samples.id('a'), Samples.id('a'), "en", 1, Optional.of(article), Optional.empty());
        assertThat(fields(ask)).containsExactly("home", "id", "language", "round", "claim");
    }
}
