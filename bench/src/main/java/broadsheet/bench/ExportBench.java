package broadsheet.bench;

import broadsheet.cli.Main;
import broadsheet.demo.EmbeddedBroker;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How many articles a second {@code broadsheet export} carries into each target, and what it takes of memory: each export is
 * a process of its own with {@code -Xmx256m}, from a broker in this one.
 *
 * <p>Usage: {@code ExportBench ARTICLES DIRECTORY FORMAT WHERE [FORMAT WHERE …]}; files go into the directory, which takes
 * some 4 KB an article for the broker.
 */
public final class ExportBench {

    private static final String HEAP = "-Xmx256m";
    private static final int ENTITIES = 8;
    /** {@code …Pause Full (…) 120M->87M(247M)…}, as the JVM logs it. */
    private static final Pattern COLLECTED = Pattern.compile("Pause Full.*?\\d++M->(\\d++)M\\(");

    private final InventedTexts texts = new InventedTexts();
    private final Path directory;
    private final String broker;

    private ExportBench(Path directory, String broker) {
        this.directory = directory;
        this.broker = broker;
    }

    /** See the class. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        int articles = Integer.parseInt(arguments[0]);
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of())) {
            ExportBench bench = new ExportBench(directory, broker.bootstrapServers());
            bench.fill(articles);
            for (int i = 2; i + 1 < arguments.length; i += 2) {
                bench.measure(articles, arguments[i], arguments[i + 1]);
            }
        }
        // The broker leaves threads behind.
        System.exit(0);
    }

    private void fill(int articles) {
        Main.run("topics", "--bootstrap-servers", broker, "--set", "partitions=4");
        Map<String, Object> config = Map.of(
                "bootstrap.servers", broker, "compression.type", "gzip", "linger.ms", 50, "batch.size", 256 << 10);
        long bytes = 0;
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < articles; number++) {
                byte[] record = Json.bytes(article(number));
                bytes += record.length;
                byte[] key = id(number).getBytes(StandardCharsets.UTF_8);
                var unused = producer.send(new ProducerRecord<>("news.published-articles", key, record));
            }
        }
        System.out.println(articles + " articles of " + bytes / articles + " bytes");
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%032x", number);
    }

    private ObjectNode article(int number) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofSeconds(number));
        String body = texts.text() + "\n\n" + texts.text();
        ObjectNode article = Json.mapper().createObjectNode();
        article.put("id", id(number)).put("url", "https://courier.example/" + number);
        article.putObject("source").put("domain", "courier.example").put("name", "The Example Courier");
        article.put("headline", body.substring(0, 60)).putArray("authors").add("Mara Lindqvist");
        article.put("publishedAt", at.toString())
                .put("fetchedAt", at.plusSeconds(60).toString());
        article.put("language", "en").putArray("keywords").add("bridges");
        article.put("body", body).put("wordCount", 480).put("confidence", 0.9);
        article.putObject("provenance").put("body", "html");
        ArrayNode entities = article.putArray("entities");
        for (int i = 0; i < ENTITIES; i++) {
            int start = 100 * i;
            ObjectNode entity = entities.addObject().put("name", body.substring(start, start + 12));
            entity.put("type", "PERSON").put("salience", 0.1);
            entity.putArray("mentions")
                    .addObject()
                    .put("start", start)
                    .put("end", start + 12)
                    .put("text", body.substring(start, start + 12));
        }
        article.putArray("sections")
                .addObject()
                .put("mediaTopic", "medtop:04000000")
                .put("name", "economy, business and finance")
                .put("confidence", 0.8)
                .put("origin", "model");
        article.putArray("annotated").add("entities").add("sections");
        ObjectNode version = article.putObject("version").put("number", 1).put("change", "new");
        version.put("substantive", true).put("firstPublished", at.toString()).putArray("changedFields");
        version.putArray("history").addObject().put("at", at.toString()).put("contentHash", "5d41402abc4b2a76");
        return article;
    }

    private void measure(int articles, String format, String where) throws IOException, InterruptedException {
        Path collections = directory.resolve(format + ".gc");
        Path output = directory.resolve(format + ".log");
        String to = where.contains("://") ? where : directory.resolve(where).toString();
        Process export = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-Xlog:gc:file=" + collections,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "export",
                        format,
                        to,
                        "--bootstrap-servers",
                        broker))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        long start = System.nanoTime();
        Duration processor = Duration.ZERO;
        long resident = 0;
        while (export.isAlive()) {
            processor = export.info().totalCpuDuration().orElse(processor);
            resident = Math.max(resident, resident(export.pid()));
            Thread.sleep(20);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-10s exit %d, %.1f s, %.0f articles/s; processor %.1f s; heap after full collections at most %d MB,"
                        + " resident %d MB%n%s",
                format,
                export.exitValue(),
                seconds,
                articles / seconds,
                processor.toMillis() / 1e3,
                live(collections),
                resident / 1024,
                Files.readString(output));
    }

    /** KB of a process, in Linux. */
    private static long resident(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            // It has ended.
            return 0;
        }
    }

    private static long live(Path collections) throws IOException {
        Matcher collected = COLLECTED.matcher(Files.readString(collections));
        long most = 0;
        while (collected.find()) {
            most = Math.max(most, Long.parseLong(collected.group(1)));
        }
        return most;
    }
}
