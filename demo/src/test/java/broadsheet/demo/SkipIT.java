package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.demo.PipelineOfProcesses.Result;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.StageName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A record behind others that the stage has not done either, on a stage that is stopped. */
@DisplayName("a record that is skipped")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SkipIT {

    private static EmbeddedBroker broker;
    private static PipelineOfProcesses pipeline;
    private static OutsideClient client;
    private static SupervisedStage ingest;

    @BeforeAll
    static void start() throws Exception {
        Path directory = Files.createTempDirectory("broadsheet-skip");
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of());
        pipeline = new PipelineOfProcesses(
                "news",
                directory.resolve("stages"),
                broker.bootstrapServers(),
                Map.of("partitions", "1", "replication", "1"));
        client = new OutsideClient(broker.bootstrapServers());
        pipeline.start();
        client.send(PipelineIT.page("Lighthouse gets a keeper again", "lighthouse"), Map.of());
        pipeline.awaitWork();
        ingest = pipeline.stage(StageName.INGEST);
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        pipeline.close();
        broker.close();
    }

    private static Printed skip(String... more) {
        List<String> words = new ArrayList<>(List.of("skip"));
        words.addAll(List.of(more));
        words.add("--bootstrap-servers=" + broker.bootstrapServers());
        words.add("--topic-prefix=news");
        return Printed.of(words.toArray(String[]::new));
    }

    @Test
    @Order(1)
    void losesNothingOfWhatLiesBeforeIt() {
        ingest.stopInTime();
        client.send(PipelineIT.page("Harbour gets a crane", "crane"), Map.of());
        client.send(PipelineIT.page("School closes its pool", "pool"), Map.of());
        String bad = client.send(PipelineIT.page("A page that is skipped", "skipped"), Map.of());
        assertThat(skip(bad, "--reason=a try").said()).contains("skipped=1 sent-back=2");
        ConsumerRecord<byte[], byte[]> letter =
                client.records("news.dead-letters").get(0);
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).contains("A page that is skipped");
        ingest.start();
        Result result = pipeline.awaitRest();
        System.out.println(result.summary());
        result.assertBooksAddUp();
        assertThat(result.balance().count(Kind.PUBLISHED)).isEqualTo(3);
        assertThat(result.balance().count(Kind.DEAD_LETTERED)).isEqualTo(1);
        assertThat(result.balance().replaced()).isEqualTo(2);
    }

    /** A skip that sends something back is a transaction, whose marker takes an offset of the raw topic. */
    @Test
    @Order(2)
    void isNeverTheMarkerOfATransaction() {
        ingest.stopInTime();
        assertThat(skip().said()).as("behind the first skip").doesNotContain("cannot be read");
        client.send(PipelineIT.page("Bridge opens a month early", "bridge"), Map.of());
        String second = client.send(PipelineIT.page("Another that is skipped", "second"), Map.of());
        assertThat(skip(second, "--reason=a try").said()).contains("skipped=1 sent-back=1");
        String third = client.send(PipelineIT.page("A third that is skipped", "third"), Map.of());
        long offset = Long.parseLong(third.substring(2));
        assertThat(skip("0@" + (offset - 1), "--reason=no record", "--dry-run").code())
                .as("the marker alone")
                .isNotZero();
        assertThat(skip("0@" + (offset - 1) + ".." + offset, "--reason=both", "--dry-run")
                        .said()
                        .lines())
                .as("the bridge, and the third; of the marker nothing")
                .hasSize(2);
    }
}
