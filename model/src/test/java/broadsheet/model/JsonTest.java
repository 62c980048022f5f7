package broadsheet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("records as JSON")
class JsonTest {

    @Test
    void areOneFlatObjectHoweverManyStagesAdded() {
        String line = Json.line(Samples.published());
        assertThat(line).contains("\"headline\":").contains("\"entities\":").contains("\"version\":");
        assertThat(line).doesNotContain("\"article\"").doesNotContain("\"enriched\"");
    }

    @Test
    void comeBackAsTheyWere() {
        assertThat(Json.read(Json.bytes(Samples.published()), PublishedArticle.class))
                .isEqualTo(Samples.published());
    }

    @Test
    void leaveOutWhatIsAbsent() {
        assertThat(Json.line(Samples.published())).doesNotContain("null").doesNotContain("copyOf");
    }

    @Test
    void areRefusedWhenTheyAreNotJson() {
        assertThatThrownBy(() -> Json.read("<html>".getBytes(StandardCharsets.UTF_8), Article.class))
                .isInstanceOf(SerializationException.class)
                .hasMessage("not a Article in JSON");
    }
}
