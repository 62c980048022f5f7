package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.publish.PageSources;
import broadsheet.publish.SourceItem;
import broadsheet.publish.SourcePage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the sample pages")
class SampleSourceTest {

    private final List<SourceItem> samples = new ArrayList<>();

    SampleSourceTest() {
        new SampleSource().read(samples::add);
    }

    @Test
    void areAllPages() {
        assertThat(samples).hasSizeGreaterThanOrEqualTo(14).allMatch(SourceItem.Page.class::isInstance);
    }

    @Test
    void areTheSameFromTheClassPathAndFromTheFolder() throws Exception {
        var manifest = Objects.requireNonNull(SampleSource.class.getResource("/samples/pages.jsonl"));
        var folder = Path.of(manifest.toURI()).resolveSibling("");
        List<SourceItem> fromFolder = new ArrayList<>();
        PageSources.open(folder.toString()).read(fromFolder::add);
        // All but the oversize one, which is made at run time; a file's name adds its type where the manifest has none.
        assertThat(fromFolder).hasSize(samples.size() - 1);
        for (int i = 0; i < fromFolder.size(); i++) {
            assertThat(page(fromFolder.get(i)).value())
                    .isEqualTo(page(samples.get(i)).value());
            assertThat(page(fromFolder.get(i)).facts())
                    .containsAllEntriesOf(page(samples.get(i)).facts());
        }
    }

    @Test
    void sayWhichUrlTheyHaveUnderDomainsThatCannotExist() {
        for (SourceItem found : samples) {
            SourcePage page = page(found);
            assertThat(page.url().orElseGet(() -> new String(page.value(), StandardCharsets.UTF_8)))
                    .containsPattern("https?://[a-z0-9.-]+\\.example/");
        }
    }

    private static SourcePage page(SourceItem found) {
        return ((SourceItem.Page) found).page();
    }
}
