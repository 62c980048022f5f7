package broadsheet.export.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.export.Bookmark;
import broadsheet.export.Change;
import broadsheet.export.Sample;
import broadsheet.export.Standing;
import broadsheet.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a file")
class FileTargetTest {

    private Path file = Path.of("");

    @BeforeEach
    void name(@TempDir Path directory) {
        file = directory.resolve("articles.ndjson");
    }

    private static Bookmark at(int reading, long offset) {
        return new Bookmark("all", reading, Instant.EPOCH, new TreeMap<>(java.util.Map.of("news.copies-0", offset)));
    }

    private static void put(FileTarget target, Bookmark after, Change... changes) {
        target.take(List.of(changes), after, refusal -> {});
    }

    private static Change original(int number) {
        return Sample.upsert(Standing.ORIGINAL, Sample.record(number));
    }

    private static Change copy(int number) {
        return Sample.upsert(Standing.COPY, Sample.copy(number, 1));
    }

    private FileTarget open(boolean stays) {
        return FileTarget.open(file, new NdjsonFile(), stays);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> {
                    try {
                        var read = Json.mapper().readTree(line);
                        return read.path("id").asText().substring(30) + (read.has("copyOf") ? " copy" : "");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    @Test
    void hasTheLastOfEachArticleByItsId() throws IOException {
        try (FileTarget target = open(false)) {
            put(target, at(1, 3), original(3), original(1), copy(2));
            put(target, at(1, 4), new Change.Delete(Standing.ORIGINAL, Sample.id(3), 3));
            target.settle(at(1, 4));
            assertThat(target.rows()).isEqualTo(2);
        }
        assertThat(lines()).containsExactly("01", "02 copy");
        assertThat(Files.readAllLines(file).get(0))
                .isEqualTo(new String(Sample.record(1), java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void followsAnArticleFromOneTopicToTheOtherInWhicheverOrderItIsTold() throws IOException {
        Change gone = new Change.Delete(Standing.COPY, Sample.id(2), 2);
        for (List<Change> told : List.of(List.of(original(2), gone), List.of(gone, original(2)))) {
            try (FileTarget target = open(false)) {
                put(target, at(1, 1), copy(2));
                put(target, at(1, 2), told.get(0));
                put(target, at(1, 3), told.get(1));
                target.settle(at(1, 3));
            }
            assertThat(lines()).containsExactly("02");
        }
    }

    @Test
    void hasAnArticleOnceWhileItStandsOnBothTopics() throws IOException {
        try (FileTarget target = open(false)) {
            put(target, at(1, 2), copy(2), original(2), copy(1));
            target.settle(at(1, 2));
        }
        assertThat(lines()).containsExactly("01 copy", "02");
    }

    @Test
    void goesOnWhereAKilledRunWas() throws IOException {
        try (FileTarget killed = open(false)) {
            put(killed, at(1, 1), original(1));
            // Closed without having been settled, as a killed process leaves it.
        }
        assertThat(file).doesNotExist();
        try (FileTarget next = open(false)) {
            assertThat(next.bookmark()).contains(at(1, 1));
            put(next, at(1, 2), original(2));
            next.settle(at(1, 2));
        }
        assertThat(lines()).containsExactly("01", "02");
    }

    @Test
    void leavesNothingBesideItWhenASingleRunIsDone() throws IOException {
        try (FileTarget target = open(false)) {
            put(target, at(1, 1), original(1));
            target.settle(at(1, 1));
        }
        try (var all = Files.list(file.toAbsolutePath().getParent())) {
            assertThat(all.toList()).containsExactly(file);
        }
    }

    @Test
    void keepsItsStateForTheNextRunIfItIsFollowed() {
        try (FileTarget target = open(true)) {
            put(target, at(1, 1), original(1));
            target.settle(at(1, 1));
        }
        try (FileTarget once = open(false)) {
            assertThat(once.bookmark()).contains(at(1, 1));
            once.settle(at(1, 1));
        }
        try (FileTarget again = open(true)) {
            assertThat(again.bookmark()).contains(at(1, 1));
        }
    }

    @Test
    void dropsWhatAReadingAnewHasNotFound() throws IOException {
        try (FileTarget target = open(true)) {
            put(target, at(1, 2), original(1), original(2), copy(3));
            target.settle(at(1, 2));
            put(target, at(2, 1), original(2));
            assertThat(lines())
                    .as("the file before, until the ends are reached")
                    .containsExactly("01", "02", "03 copy");
            target.settle(at(2, 1));
        }
        assertThat(lines()).containsExactly("02");
    }

    @Test
    void isNotForTwoAtATime() {
        try (FileTarget first = open(false)) {
            assertThat(first.bookmark()).isEmpty();
            assertThatThrownBy(() -> open(false)).hasMessageContaining("is another export at work there?");
        }
    }
}
