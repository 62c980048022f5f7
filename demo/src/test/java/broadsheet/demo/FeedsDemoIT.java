package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the demo on forty feeds of this machine")
class FeedsDemoIT {

    @TempDir
    private Path directory;

    @Test
    void makesOfEveryEntryAnArticleOrARejectionAndAddsUp() throws Exception {
        try (LocalSites sites = LocalSites.open()) {
            List<String> feeds = new ArrayList<>();
            List<String> arguments = new ArrayList<>(List.of("demo", "--allow-private-addresses", "--feeds"));
            for (int site = 0; site < LocalSites.COUNT; site++) {
                (LocalSites.shape(site) == LocalSites.Shape.SITEMAP ? arguments : feeds).add(sites.list(site));
            }
            Path list = directory.resolve("feeds.txt");
            Files.write(list, feeds);
            arguments.add(list.toString());

            Printed printed = Printed.of(arguments.toArray(String[]::new));

            assertThat(printed.code()).as(printed.said()).isZero();
            for (int site = 0; site < LocalSites.COUNT; site++) {
                assertThat(printed.said()).contains(sites.entries(site));
            }
            List<String> lines = printed.said().lines().toList();
            assertThat(lines.get(lines.size() - 1)).contains("unaccounted=0");
            assertThat(printed.said()).containsPattern("requests=\\d+ fetched=\\d+ .*unanswered=0");

            // Behaviour 15, measured at the server; its clock and ours are read at slightly different moments.
            assertThat(sites.mostAtOnce()).isEqualTo(1);
            assertThat(sites.shortestPause()).isGreaterThan(Duration.ofMillis(950));
        }
    }
}
