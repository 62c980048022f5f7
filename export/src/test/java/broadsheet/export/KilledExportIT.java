package broadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import broadsheet.cli.Main;
import broadsheet.export.Broker.Put;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Eleven hundred articles in each form, and what becomes of them, though the export is killed twice with a signal that no
 * program sees: once while it reads them for the first time, once while articles come, change, move and go.
 */
@DisplayName("an export that is killed in the middle")
class KilledExportIT {

    private static final String ORIGINALS = "published-articles";
    private static final String COPIES = "copies";
    private static final int ARTICLES = 1_100;
    private static final int COPIED = 60;
    private static final int CHANGED_IN_A_LIFE = 150;
    private static final long SEED = 21;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Random RANDOM = new Random(SEED);
    private static final InventedArticles INVENTED = new InventedArticles(SEED);
    private static final Map<String, Told> EXPECTED = new TreeMap<>();

    private static Broker broker;

    @TempDir
    private Path directory = Path.of("");

    @BeforeAll
    static void fill() throws IOException {
        broker = Broker.start();
        broker.makeTopics("news");
        for (int number = 1; number <= ARTICLES; number++) {
            becomeOriginal(number, "First of " + number);
        }
        for (int number = ARTICLES + 1; number <= ARTICLES + COPIED; number++) {
            becomeCopy(number, "Copy " + number);
        }
        becomeOriginal(1, "Revised");
        withdraw(2);
        becomeOriginal(ARTICLES + 1, "An original after all");
        becomeCopy(3, "A copy after all");
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static void becomeOriginal(int number, String headline) {
        byte[] record = INVENTED.next(number, headline);
        broker.write("news", new Put(ORIGINALS, Sample.key(number), record), gone(COPIES, number));
        EXPECTED.put(Sample.id(number), Told.of(record));
    }

    private static void becomeCopy(int number, String headline) {
        byte[] record = INVENTED.nextCopy(number, 1, headline);
        broker.write("news", new Put(COPIES, Sample.key(number), record), gone(ORIGINALS, number));
        EXPECTED.put(Sample.id(number), Told.of(record));
    }

    private static void withdraw(int number) {
        broker.write("news", gone(ORIGINALS, number), gone(COPIES, number));
        EXPECTED.remove(Sample.id(number));
    }

    private static Put gone(String topic, int number) {
        return new Put(topic, Sample.key(number), null);
    }

    private static void changeSome(String when) {
        for (int i = 0; i < CHANGED_IN_A_LIFE; i++) {
            int number = 10 + RANDOM.nextInt(ARTICLES + 200);
            switch (RANDOM.nextInt(5)) {
                case 0 -> withdraw(number);
                case 1 -> becomeCopy(number, "Copy in " + when);
                default -> becomeOriginal(number, "Original in " + when);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsAllThatThereIsOnceAsItIs(Format format) throws Exception {
        try (ExportPlace place = ExportPlace.of(format, directory)) {
            Process reading = start(format, place);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .ignoreExceptions()
                    .until(() -> hasBegun(format, place.where()));
            reading.destroyForcibly().waitFor();
            Process following = start(format, place);
            awaitExpected(format, place);
            changeSome("the second life");
            following.destroyForcibly().waitFor();
            changeSome("nobody's life");
            Process last = start(format, place);
            changeSome("the third life");
            awaitExpected(format, place);
            // Told to end, it says how much it holds.
            last.destroy();
            assertThat(last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(log(format))).contains(" poison=0 rows=" + EXPECTED.size() + "\n");
        }
    }

    private static boolean hasBegun(Format format, String where) throws Exception {
        return switch (format) {
            case POSTGRES, OPENSEARCH -> !ExportedRows.read(format, where).isEmpty();
            default -> Files.isDirectory(Path.of(where + ".state"));
        };
    }

    private static void awaitExpected(Format format, ExportPlace place) {
        Map<String, Told> expected = new TreeMap<>();
        EXPECTED.forEach((id, told) -> expected.put(id, format == Format.NINJS ? told.withoutCopyAndMentions() : told));
        await("seed " + SEED)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Map<String, Told> rows = Files.exists(Path.of(place.where()))
                                    || place.where().contains("://")
                            ? ExportedRows.read(format, place.where())
                            : Map.of();
                    assertThat(rows).hasSameSizeAs(expected);
                    assertThat(rows).isEqualTo(expected);
                });
    }

    private Path log(Format format) {
        return directory.resolve(format + ".log");
    }

    private Process start(Format format, ExportPlace place) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "export",
                format.name().toLowerCase(Locale.ROOT),
                place.where()));
        command.addAll(List.of("--bootstrap-servers", broker.address(), "--follow", "--every", "1"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log(format).toFile()))
                .start();
    }
}
