package broadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import broadsheet.cli.Main;
import broadsheet.export.Broker.Put;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other clients against a real broker; each is skipped with the reason where the machine does not have it. */
@DisplayName("the downstream topics")
class ClientsIT {

    private static final String READING = "A consumer that keeps by key";
    private static final String WRITING = "A producer";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ClientsDocument DOCUMENT = ClientsDocument.read();

    private static Broker broker;

    @TempDir
    private Path directory = Path.of("");

    @BeforeAll
    static void fill() throws IOException {
        broker = Broker.start();
        broker.makeTopics("news");
        for (int number = 1; number <= 300; number++) {
            broker.write("news", original(number, "First"), original(number + 300, "First"));
        }
        String large = "Größe 🌉\n".repeat(110_000);
        broker.write(
                "news",
                new Put("published-articles", Sample.key(700), Sample.record(700, it -> it.put("body", large))),
                new Put("copies", Sample.key(701), Sample.copy(701, 1)));
        broker.write("news", original(1, "Revised"), gone("published-articles", 2), gone("copies", 701));
        broker.abort("news", original(999, "Never"), gone("published-articles", 3));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static Put original(int number, String headline) {
        return new Put(
                "published-articles",
                Sample.key(number),
                Sample.record(number, article -> article.put("headline", headline)));
    }

    private static Put gone(String topic, int number) {
        return new Put(topic, Sample.key(number), null);
    }

    /** Place, key and value of a record, told by one client as by another. */
    private static String told(String topic, int partition, long offset, String key, String value) {
        return topic + "-" + partition + "@" + offset + " " + key + " " + value;
    }

    private static String told(String line) {
        try {
            JsonNode read = Json.mapper().readTree(line);
            String value = read.path("payload").isNull()
                    ? "gone"
                    : read.path("payload").asText();
            return told(
                    read.path("topic").asText(),
                    read.path("partition").asInt(),
                    read.path("offset").asLong(),
                    read.path("key").asText(),
                    value);
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().map(ClientsIT::told).sorted().toList();
    }

    /** All committed records of these topics, as Kafka's own client reads them. */
    private static List<String> records(String... topics) {
        List<String> all = new ArrayList<>();
        Map<String, Object> config = Map.of("bootstrap.servers", broker.address(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : topics) {
                consumer.partitionsFor("news." + topic)
                        .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(next -> all.add(told(
                                next.topic(),
                                next.partition(),
                                next.offset(),
                                next.key(),
                                next.value() == null ? "gone" : next.value())));
            }
        }
        return all.stream().sorted().toList();
    }

    private Path script(String name) throws IOException {
        Path file = directory.resolve(name);
        try (var script = ClientsIT.class.getResourceAsStream(name)) {
            assertThat(script).isNotNull();
            Files.write(file, script.readAllBytes());
        }
        return file;
    }

    private static List<String> with(List<String> program, String... words) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(words));
        return command;
    }

    @Nested
    @DisplayName("are read whole, record by record,")
    class Whole {

        @Test
        void byKcat() {
            for (String topic : List.of("published-articles", "copies")) {
                String said = Program.said(
                        directory,
                        with(
                                Program.kcat(),
                                ("-C -q -J -e -o beginning -X isolation.level=read_committed -b " + broker.address()
                                                + " -t news." + topic)
                                        .split(" ")));
                assertThat(sorted(said.lines().toList())).isEqualTo(records(topic));
            }
        }

        @Test
        void byConfluentKafka() throws IOException {
            List<String> python = Program.python("confluent_kafka", "python3-confluent-kafka");
            String said =
                    Program.said(directory, with(python, script("read-all.py").toString(), broker.address()));
            assertThat(sorted(said.lines().toList())).isEqualTo(records("published-articles", "copies"));
        }

        @Test
        void byKafkajs() throws IOException {
            List<String> node = Program.nodeWithKafkajs(directory);
            List<String> expected = records("published-articles", "copies");
            try (Program reader =
                    Program.start(directory, with(node, script("read-all.mjs").toString(), broker.address()))) {
                await().atMost(PATIENCE).until(() -> reader.lines().size() >= expected.size());
                assertThat(sorted(reader.lines())).isEqualTo(expected);
            }
        }
    }

    /** Ids of what stands at present. */
    private static Set<String> present() {
        Set<String> ids = new TreeSet<>();
        for (int number = 1; number <= 600; number++) {
            ids.add(Sample.id(number));
        }
        ids.remove(Sample.id(2));
        ids.add(Sample.id(700));
        return ids;
    }

    /** Waits until a program that prints what it keeps, id and headline, line by line, keeps just this. */
    private void keepsWhatStands(List<String> command) {
        Map<String, String> expected = new TreeMap<>();
        present().forEach(id -> expected.put(id, "First"));
        expected.put(Sample.id(1), "Revised");
        expected.put(Sample.id(700), "Bridge, “number” 700 opens");
        try (Program reader = Program.start(directory, command)) {
            await().atMost(PATIENCE).until(() -> {
                List<String> lines = reader.lines();
                return !lines.isEmpty()
                        && Json.mapper()
                                .readTree(lines.get(lines.size() - 1))
                                .equals(Json.mapper().valueToTree(expected));
            });
        }
    }

    @Nested
    @DisplayName("are kept by key by the document's consumer")
    class Kept {

        @Test
        void inJava() throws Exception {
            Path source = directory.resolve("Reader.java");
            Files.writeString(source, DOCUMENT.program(READING, "java", broker.address()));
            // A program beside it prints what it keeps.
            Path telling = directory.resolve("Telling.java");
            Files.writeString(telling, """
                    public class Telling {
                        public static void main(String[] args) throws Exception {
                            Thread reader = new Thread(() -> Reader.main(args));
                            reader.setDaemon(true);
                            reader.start();
                            while (true) {
                                var kept = new java.util.TreeMap<String, Object>();
                                var json = new com.fasterxml.jackson.databind.ObjectMapper();
                                for (var article : Reader.articles.entrySet()) {
                                    kept.put(article.getKey(), json.readTree(article.getValue()).get("headline"));
                                }
                                System.out.println(json.writeValueAsString(kept));
                                Thread.sleep(200);
                            }
                        }
                    }
                    """);
            compile(source, telling);
            keepsWhatStands(java("Telling"));
        }

        @Test
        void inPython() throws IOException {
            List<String> python = Program.python("confluent_kafka", "python3-confluent-kafka");
            Files.writeString(directory.resolve("reader.py"), DOCUMENT.program(READING, "python", broker.address()));
            Files.writeString(directory.resolve("telling.py"), """
                    import json, threading, time
                    scope = {}
                    program = open("reader.py", encoding="utf-8").read()
                    threading.Thread(target=exec, args=(program, scope), daemon=True).start()
                    while True:
                        kept = dict(scope.get("articles", {}))
                        print(json.dumps({id: article["headline"] for id, article in kept.items()}), flush=True)
                        time.sleep(0.2)
                    """);
            keepsWhatStands(with(python, "telling.py"));
        }

        @Test
        void inJavaScript() throws IOException {
            List<String> node = Program.nodeWithKafkajs(directory);
            Files.writeString(directory.resolve("reader.mjs"), DOCUMENT.program(READING, "js", broker.address()) + """
                    setInterval(() => process.stdout.write(JSON.stringify(Object.fromEntries(
                        [...articles].map(([id, article]) => [id, article.headline]))) + "\\n"), 200);
                    """);
            // kafkajs logs to the output too, as JSON that is no such map.
            keepsWhatStands(with(node, "reader.mjs"));
        }
    }

    private void compile(Path... sources) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-d",
                directory.toString(),
                "-cp",
                System.getProperty("java.class.path")));
        for (Path source : sources) {
            command.add(source.toString());
        }
        Program.said(directory, command);
    }

    private List<String> java(String type, String... words) {
        return with(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        directory + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                        type),
                words);
    }

    @Nested
    @DisplayName("get a page through the document's producer")
    class Published {

        private static final String PAGE = "<h1>Größe 🌉</h1>";

        private void isThere(String url, List<String> command) throws IOException {
            Files.writeString(directory.resolve("page.html"), PAGE);
            Program.said(directory, with(command, url, "page.html"));
            Map<String, Object> config = Map.of("bootstrap.servers", broker.address());
            try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
                List<TopicPartition> partitions = consumer.partitionsFor("news.raw-pages").stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                List<String> told = new ArrayList<>();
                await().atMost(PATIENCE).until(() -> {
                    for (var record : consumer.poll(Duration.ofMillis(100))) {
                        StringBuilder headers = new StringBuilder();
                        record.headers()
                                .forEach(header -> headers.append(' ')
                                        .append(header.key())
                                        .append('=')
                                        .append(new String(header.value(), StandardCharsets.UTF_8)));
                        told.add(record.key() + " " + record.value() + headers);
                    }
                    return told.contains(url + " " + PAGE + " url=" + url + " content-type=text/html");
                });
            }
        }

        @Test
        void inJava() throws IOException {
            Path source = directory.resolve("Publisher.java");
            Files.writeString(source, DOCUMENT.program(WRITING, "java", broker.address()));
            compile(source);
            isThere("https://courier.example/java", java("Publisher"));
        }

        @Test
        void inPython() throws IOException {
            List<String> python = Program.python("confluent_kafka", "python3-confluent-kafka");
            Files.writeString(directory.resolve("publisher.py"), DOCUMENT.program(WRITING, "python", broker.address()));
            isThere("https://courier.example/python", with(python, "publisher.py"));
        }

        @Test
        void inJavaScript() throws IOException {
            List<String> node = Program.nodeWithKafkajs(directory);
            Files.writeString(directory.resolve("publisher.mjs"), DOCUMENT.program(WRITING, "js", broker.address()));
            isThere("https://courier.example/javascript", with(node, "publisher.mjs"));
        }
    }

    @Nested
    @DisplayName("end up in a data frame")
    class Framed {

        private void export(String format) {
            assertThat(Main.run(
                            "export",
                            format,
                            directory.resolve("articles." + format).toString(),
                            "--bootstrap-servers",
                            broker.address()))
                    .isZero();
        }

        @Test
        void ofPandas() throws IOException {
            List<String> python = Program.python("pandas", "python3-pandas");
            export("ndjson");
            Files.writeString(directory.resolve("frame.py"), DOCUMENT.program("A data frame", "python"));
            assertThat(Program.said(directory, with(python, "frame.py")))
                    .containsPattern("courier\\.example +600\n")
                    .containsPattern("Whitby +600\n");
        }

        @Test
        void ofDuckDb() throws SQLException {
            export("parquet");
            String questions = DOCUMENT.program("A data frame", "sql")
                    .replace(
                            "articles.parquet",
                            directory.resolve("articles.parquet").toString());
            List<String> answers = new ArrayList<>();
            try (var open = DriverManager.getConnection("jdbc:duckdb:");
                    var statement = open.createStatement()) {
                for (String question : questions.strip().split(";", 0)) {
                    try (var answer = statement.executeQuery(question)) {
                        assertThat(answer.next()).isTrue();
                        answers.add(answer.getString(1) + " "
                                + answer.getLong(answer.findColumn(answers.isEmpty() ? "originals" : "articles")));
                    }
                }
            }
            assertThat(answers).containsExactly("courier.example 600", "Whitby 600");
        }
    }
}
