package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.ParseOutcome.Rejected;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder of {@code not-articles} is a case: a page of a kind that is no article, its URL and the reason it ends with. */
@DisplayName("a page that is no article")
class NotAnArticleTest {
    private final PageParser parser = new PageParser(IngestSettings.defaults());

    record Case(String name, String page, String url, Reason reason) {
        static Case read(Path folder) {
            try {
                JsonNode expected =
                        Json.mapper().readTree(folder.resolve("expected.json").toFile());
                return new Case(
                        folder.getFileName().toString(),
                        Files.readString(folder.resolve("page.html")),
                        expected.path("url").asText(),
                        Reason.valueOf(expected.path("reason").asText()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException, URISyntaxException {
        var root = Objects.requireNonNull(NotAnArticleTest.class.getResource("/not-articles"), "not-articles");
        try (Stream<Path> folders = Files.list(Path.of(root.toURI()))) {
            return folders.sorted().map(Case::read).toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRejectedForWhatItIs(Case page) {
        Parse parse = parser.parse(
                RawPage.of(page.page().getBytes(StandardCharsets.UTF_8), Optional.of(page.url()), Samples.FETCHED));
        assertThat(parse.outcomes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .as(rejected.detail())
                                .isEqualTo(page.reason()));
    }

    @Test
    void comesInEveryKindAndInManyForms() throws Exception {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(cases().stream().map(Case::reason).distinct())
                .contains(
                        Reason.HOME_PAGE,
                        Reason.LISTING,
                        Reason.SEARCH_PAGE,
                        Reason.GALLERY,
                        Reason.VIDEO_ONLY,
                        Reason.ERROR_PAGE,
                        Reason.LOGIN_PAGE);
    }
}
