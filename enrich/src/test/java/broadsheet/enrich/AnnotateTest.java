package broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("annotate, as a filter")
class AnnotateTest {

    private static final Annotator ANNOTATOR = Annotator.load(EnrichSettings.defaults());

    private final Annotate annotate = new Annotate(ANNOTATOR, Annotate.Offsets.CODEPOINTS);

    @Test
    void labelsAnEnglishText() throws IOException {
        JsonNode result = annotated(Map.of("id", "a", "title", "Election in May", "text", Samples.ELECTION));
        assertThat(result.path("id").asText()).isEqualTo("a");
        assertThat(result.path("language").asText()).isEqualTo("en");
        assertThat(result.path("label").asText()).isEqualTo("medtop:11000000");
        assertThat(result.path("labels").get(0).asText()).isEqualTo("medtop:11000000");
    }

    @Test
    void labelsAGermanTextByTheGermanModel() throws IOException {
        JsonNode result = annotated(Map.of("id", "a", "text", Samples.ELECTION_IN_GERMAN));
        assertThat(result.path("language").asText()).isEqualTo("de");
        assertThat(result.path("label").asText()).isEqualTo("medtop:11000000");
    }

    @Test
    void labelsNothingInALanguageThatNoModelKnows() throws IOException {
        JsonNode result = annotated(Map.of("id", "a", "text", "הגשר נפתח מחדש ביום שני לאחר התיקונים הרבים"));
        assertThat(result.path("language").asText()).isEqualTo("he");
        assertThat(result.has("label")).isFalse();
        assertThat(result.path("entities")).isEmpty();
    }

    @Test
    void keepsTheOrderOfTheLinesAndPassesOverBlankOnes() throws IOException {
        assertThat(run("{\"id\":\"b\",\"text\":\"\"}\n\n{\"id\":\"a\",\"text\":\"\"}\n"))
                .extracting(line -> Json.mapper().readTree(line).path("id").asText())
                .containsExactly("b", "a");
    }

    @Test
    void namesTheLineThatIsNoArticle() {
        assertThatThrownBy(() -> run("{\"id\":\"a\",\"text\":\"\"}\n{\"id\":\"b\"}\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("line 2 is no article: no text");
        assertThatThrownBy(() -> run("nonsense\n"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("line 1 is no article: Unrecognized token");
    }

    private JsonNode annotated(Map<String, String> fields) throws IOException {
        return Json.mapper().readTree(annotate.annotate(Json.line(fields)));
    }

    private List<String> run(String lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            annotate.run(new BufferedReader(new StringReader(lines)), out);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
