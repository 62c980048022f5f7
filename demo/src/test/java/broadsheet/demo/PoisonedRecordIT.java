package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.demo.PipelineOfProcesses.Result;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.StageName;
import broadsheet.runtime.records.DeadLetters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A batch of 3 MB that unpacks to 700 MiB, and what the runbook says of it, step by step. */
@DisplayName("a record that no consumer can take in")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PoisonedRecordIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MEBIBYTES = 700;

    private static EmbeddedBroker broker;
    private static PipelineOfProcesses pipeline;
    private static OutsideClient client;
    private static SupervisedStage ingest;

    @BeforeAll
    static void send() throws Exception {
        Path directory = Files.createTempDirectory("broadsheet-poison");
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of());
        pipeline = new PipelineOfProcesses(
                "news",
                directory.resolve("stages"),
                broker.bootstrapServers(),
                Map.of("partitions", "1", "replication", "1"));
        client = new OutsideClient(broker.bootstrapServers());
        pipeline.start();
        ingest = pipeline.stage(StageName.INGEST);
        client.send(PipelineIT.page("Lighthouse gets a keeper again", "lighthouse"), Map.of());
        pipeline.awaitWork();
        // Down, so that a good page and the bad record lie side by side when it comes.
        ingest.stopInTime();
        client.send(PipelineIT.page("Ferry runs on Sundays again", "ferry"), Map.of());
        Process sender = JavaProcess.start(
                directory.resolve("sender.log"),
                "4g",
                List.of(
                        "broadsheet.demo.LargeBatch",
                        broker.bootstrapServers(),
                        "news.raw-pages",
                        Integer.toString(MEBIBYTES)));
        assertThat(sender.waitFor()).isZero();
        client.send(PipelineIT.page("Bridge opens a month early", "bridge"), Map.of());
        ingest.start();
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        pipeline.close();
        broker.close();
    }

    /** As an operator runs it: a process of its own, smaller than the batch. */
    private static Ending skip(String... more) throws Exception {
        Path said = Files.createTempFile("skip", ".out");
        List<String> words = new ArrayList<>(List.of("broadsheet.cli.Main", "skip"));
        words.addAll(List.of(more));
        words.add("--bootstrap-servers=" + broker.bootstrapServers());
        words.add("--topic-prefix=news");
        int code = JavaProcess.start(said, "512m", words).waitFor();
        String text = Files.readString(said);
        System.out.println("skip " + List.of(more) + " ended with " + code + ":" + System.lineSeparator() + text);
        return new Ending(code, text);
    }

    private static ConsumerRecord<byte[], byte[]> letter() {
        List<ConsumerRecord<byte[], byte[]>> letters = client.records("news.dead-letters");
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    @Test
    @Order(1)
    void endsTheStageAgainAndAgain() {
        Awaitility.await("the stage to end of itself").atMost(PATIENCE).until(() -> ingest.breakdowns() >= 2);
    }

    @Test
    @Order(2)
    void isNotSkippedWhileTheStageIsUp() throws Exception {
        Awaitility.await("an instance in the group").atMost(PATIENCE).untilAsserted(() -> {
            Ending up = skip("0@1", "--reason=zeros", "--wait=0");
            assertThat(up.code()).isEqualTo(1);
            assertThat(up.said()).contains("is up", "stop it first");
        });
    }

    @Test
    @Order(3)
    void isSkippedAsTheRunbookSays() throws Exception {
        ingest.close();
        var bad = Pattern.compile("news\\.raw-pages  (0@\\d+)  cannot be read").matcher(skip().said());
        assertThat(bad.find()).isTrue();
        assertThat(skip(bad.group(1), "--reason=zeros", "--dry-run", "--wait=0").code())
                .isZero();
        assertThat(client.records("news.dead-letters")).isEmpty();
        assertThat(skip(bad.group(1), "--reason=700 MiB of zeros").code()).isZero();
        assertThat(new String(
                        letter().headers()
                                .lastHeader("__streams.errors.message")
                                .value(),
                        StandardCharsets.UTF_8))
                .isEqualTo("700 MiB of zeros");
        assertThat(letter().value()).isNull();
        assertThat(letter().headers().lastHeader(DeadLetters.LEFT_OUT)).isNotNull();
    }

    @Test
    @Order(4)
    void leavesBooksThatAddUp() {
        int before = ingest.breakdowns();
        ingest.start();
        Result result = pipeline.awaitRest();
        System.out.println(result.summary());
        result.assertBooksAddUp();
        assertThat(result.balance().count(Kind.PUBLISHED)).isEqualTo(3);
        assertThat(result.balance().count(Kind.DEAD_LETTERED)).isEqualTo(1);
        assertThat(ingest.breakdowns()).isEqualTo(before);
    }
}
