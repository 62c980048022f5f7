package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.demo.HostilePages.Hostile;
import broadsheet.demo.PipelineOfProcesses.Result;
import broadsheet.model.Outcome.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All that is hostile in a row between good pages, on stages as processes with the heap that Compose gives them. */
@DisplayName("hostile input on real stages")
class HostileStagesIT {

    @Test
    void costsNoGoodPageAndNoStage() throws Exception {
        Path directory = Files.createTempDirectory("broadsheet-hostile");
        Map<String, String> settings =
                Map.of("partitions", "1", "replication", "1", "record-time", "5s", "transaction-timeout", "60s");
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of());
                var pipeline = new PipelineOfProcesses(
                        "news", directory.resolve("stages"), broker.bootstrapServers(), settings);
                var client = new OutsideClient(broker.bootstrapServers())) {
            pipeline.start();
            List<Hostile> hostile = new ArrayList<>(HostilePages.all("http://127.0.0.1:9"));
            hostile.addAll(HostilePages.poisons());
            Set<String> good = new HashSet<>();
            for (int i = 0; i < hostile.size(); i++) {
                good.add(client.send(page(i), Map.of("url", "https://courier.example/" + i)));
                client.send(hostile.get(i).value(), hostile.get(i).facts());
            }
            Result result = pipeline.awaitRest();
            System.out.println(hostile.size() + " hostile inputs: " + result.summary());
            client.records("news.outcomes").stream()
                    .map(line -> OutsideClient.json(line.value()))
                    .filter(line -> line.path("kind").asText().equals("DEAD_LETTERED"))
                    .forEach(System.out::println);

            assertThat(result.breakdowns())
                    .as("stages that ended of themselves")
                    .isZero();
            result.assertBooksAddUp();
            assertThat(result.balance().count(Kind.PUBLISHED) + result.balance().count(Kind.COPY))
                    .isGreaterThanOrEqualTo(good.size());
            client.records("news.outcomes").stream()
                    .map(line -> OutsideClient.json(line.value()))
                    .filter(line -> line.path("stage").asText().equals("sink"))
                    .forEach(line -> good.remove(line.path("origin").asText()));
            assertThat(good).as("good pages that the sink has not seen").isEmpty();
        }
    }

    private static String page(int number) {
        String word = Integer.toString(number, 36) + "sund";
        return PipelineIT.page("Ferry " + word + " runs on Sundays again", word);
    }
}
