package broadsheet.sink;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.Source;
import broadsheet.sink.versions.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole set of articles as the world sends it: times to the hour only, so that many are the same; times of change, also
 * of before the publication; edits with a new time of change and with the old one; models that find another language in the
 * same words; and pages of a site that all name its section as their canonical URL. Which of it happens to an article
 * depends on its number alone.
 */
final class DisorderedSet {

    private final List<EnrichedArticle> fetches = new ArrayList<>();

    private DisorderedSet() {}

    /** The fetches of a file of the lines that {@link Dedup} reads. */
    static List<EnrichedArticle> read(Path file) {
        var set = new DisorderedSet();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int number = 0; number < lines.size(); number++) {
                set.add(number, Json.mapper().readTree(lines.get(number)));
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
        return List.copyOf(set.fetches);
    }

    private void add(int number, JsonNode line) {
        Instant published = Instant.parse(line.get("published").asText());
        Instant time = number % 4 == 1 ? published.truncatedTo(ChronoUnit.HOURS) : published;
        String url = line.get("url").asText();
        String text = line.get("text").asText();
        var page = new Page(
                url,
                number % 9 == 3 ? URI.create(url).resolve("/news").toString() : url,
                line.get("title").asText(),
                time.minus(Duration.ofMinutes(number % 10 == 0 ? 20 : 90)));
        Optional<Instant> modified =
                number % 5 == 0 ? Optional.of(time.minus(Duration.ofMinutes(30))) : Optional.empty();
        fetches.add(page.fetch(text, time, modified, "en", 1));
        if (number % 10 == 5) {
            fetches.add(page.fetch(
                    text + "\n\nThis report was edited once more, number " + number + ".",
                    time.plus(Duration.ofMinutes(40)),
                    number % 20 == 5 ? modified : Optional.of(time),
                    "en",
                    1));
        }
        if (number % 13 == 7) {
            fetches.add(page.fetch(text, time.plus(Duration.ofHours(2)), modified, number % 26 == 7 ? "de" : "nl", 2));
        }
    }

    /** What all fetches of a page have in common. */
    private record Page(String url, String canonical, String title, Instant published) {

        /** As ingest would have it: the same canonical URL is the same id. */
        EnrichedArticle fetch(String text, Instant time, Optional<Instant> modified, String language, int models) {
            var article = new Article(
                    Content.hash(canonical.getBytes(StandardCharsets.UTF_8), 16),
                    Optional.of(url),
                    Optional.of(canonical),
                    new Source(Optional.ofNullable(URI.create(url).getHost()), Optional.empty()),
                    title.isBlank() ? "untitled" : title,
                    List.of(),
                    Optional.of(published),
                    modified,
                    time,
                    language,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    text,
                    Optional.empty(),
                    1,
                    Optional.empty(),
                    1,
                    Map.of());
            return new EnrichedArticle(article, List.of(), List.of(), List.of(EnrichedArticle.modelsWord(models)));
        }
    }
}
