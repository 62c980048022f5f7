package broadsheet.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the contract as a bundle of files")
class ContractBundleTest {

    private static final ContractBundle BUNDLE = ContractBundle.read();

    private static JsonNode document(String name) throws IOException {
        return Json.mapper().readTree(BUNDLE.files().get(name));
    }

    @Test
    void hasASchemaAndAnExampleOfEachRecord() {
        for (String schema : Contract.SCHEMAS.keySet()) {
            assertThat(BUNDLE.files()).containsKey("schema/" + schema + ".schema.json");
            assertThat(BUNDLE.files().keySet()).anyMatch(name -> name.startsWith("examples/" + schema + "/"));
        }
    }

    @Test
    void hasEveryFileToWhichItsDocumentsRefer() throws IOException {
        List<String> references = document("asyncapi.json").findValuesAsText("$ref").stream()
                .filter(reference -> !reference.startsWith("#"))
                .toList();
        assertThat(references).isNotEmpty();
        assertThat(BUNDLE.files().keySet()).containsAll(references);
        for (String name : BUNDLE.files().keySet()) {
            if (name.startsWith("schema/")) {
                assertThat(document(name).findValuesAsText("$ref"))
                        .filteredOn(reference -> !reference.startsWith("#"))
                        .allMatch(reference -> BUNDLE.files().containsKey("schema/" + reference));
            }
        }
    }

    @Test
    void saysItsVersionAndWhatIsInIt() throws IOException {
        JsonNode contents = document("bundle.json");
        assertThat(contents.path("version").asText())
                .isEqualTo(BUNDLE.version())
                .isEqualTo(
                        Contract.document("asyncapi.json").at("/info/version").asText());
        assertThat(contents.path("files").size()).isEqualTo(BUNDLE.files().size() - 1);
        assertThat(contents.path("files").path("asyncapi.json").asText()).matches("sha256:[0-9a-f]{64}");
    }

    /** Who changes a schema says so there. */
    @Test
    void hasAVersionOfWhichTheChangesAreWrittenDown() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "contract-changes.md")))
                .contains("\n## " + BUNDLE.version() + " ");
    }
}
