package broadsheet.ingest;

import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.ingest.ParseOutcome.Rejected;
import broadsheet.model.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The core as a filter: pages in, one JSON object a line out. An article has {@code text, title, authors, date} beside
 * its own fields, where {@code date} is the day as the page writes it; a rejection has {@code rejected} and
 * {@code detail}, and the {@code date} that the page claims.
 *
 * @param parser reads the pages
 * @param now time at which the pages count as fetched: nothing later is believed
 * @param out gets the lines, UTF-8
 */
public record Extract(PageParser parser, Instant now, PrintStream out) {

    /** Python writes {@code NaN} for a number that is missing, which is no JSON. */
    private static final ObjectReader LINES =
            Json.mapper().readerFor(JsonNode.class).with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);

    /**
     * All pages that a manifest lists: lines {@code {id, url, file?}}, the file being {@code pages/<id>.html[.gz]} below
     * the manifest's directory where not given. A line that cannot be read, or whose page cannot, costs that line.
     *
     * @return how many pages there were
     * @throws IOException if the manifest cannot be read
     */
    public int manifest(Path directory, Path manifest, Consumer<String> problems) throws IOException {
        int pages = 0;
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(manifest)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && listed(directory, line, manifest + ":" + number, problems)) {
                    pages++;
                }
            }
        }
        return pages;
    }

    private boolean listed(Path directory, String line, String where, Consumer<String> problems) {
        try {
            JsonNode entry = LINES.readValue(line);
            String id = entry.path("id").asText();
            byte[] bytes =
                    Files.readAllBytes(locate(directory, id, entry.path("file").asText("")));
            print(
                    id,
                    RawPage.of(bytes, Optional.of(entry.path("url").asText("")).filter(url -> !url.isBlank()), now));
            return true;
        } catch (JsonProcessingException e) {
            problems.accept(where + ": " + e.getOriginalMessage());
        } catch (NoSuchFileException e) {
            problems.accept(where + ": no such file: " + e.getFile());
        } catch (IOException e) {
            problems.accept(where + ": " + e);
        }
        return false;
    }

    /**
     * All files of a directory, links followed, or one file; {@code url} is known for one file only.
     *
     * @return how many there were
     * @throws IOException if a file cannot be read
     */
    public int files(Path path, Optional<String> url) throws IOException {
        try (Stream<Path> walk = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                String id = files.size() == 1
                        ? String.valueOf(file.getFileName())
                        : path.relativize(file).toString();
                print(id, RawPage.of(Files.readAllBytes(file), url, now));
            }
            return files.size();
        }
    }

    /**
     * One page from a stream.
     *
     * @return how many that were
     * @throws IOException if it cannot be read
     */
    public int stream(InputStream in, Optional<String> url) throws IOException {
        print("-", RawPage.of(in.readAllBytes(), url, now));
        return 1;
    }

    private static Path locate(Path directory, String id, String file) throws IOException {
        List<Path> candidates = file.isEmpty()
                ? List.of(
                        directory.resolve("pages").resolve(id + ".html"),
                        directory.resolve("pages").resolve(id + ".html.gz"),
                        directory.resolve(id + ".html"),
                        directory.resolve(id + ".html.gz"))
                : List.of(directory.resolve(file));
        for (Path candidate : candidates) {
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        throw new NoSuchFileException(candidates.get(0).toString());
    }

    private void print(String id, RawPage page) {
        Parse parse = parser.parse(page);
        for (int i = 0; i < parse.outcomes().size(); i++) {
            out.println(Json.line(line(
                    parse.isCollection() ? id + "#" + i : id, parse.outcomes().get(i))));
        }
    }

    private static ObjectNode line(String id, ParseOutcome outcome) {
        ObjectNode line = Json.mapper().createObjectNode().put("id", id);
        if (outcome instanceof Parsed parsed) {
            line.put("url", parsed.article().url().orElse(""));
            line.put("text", parsed.article().body());
            line.put("title", parsed.article().headline());
            parsed.publishedOn().ifPresent(day -> line.put("date", day.toString()));
            ObjectNode article = Json.mapper().valueToTree(parsed.article());
            article.put("articleId", parsed.article().id());
            article.remove(List.of("id", "url", "body", "headline"));
            line.setAll(article);
        } else if (outcome instanceof Rejected rejected) {
            line.put("url", rejected.url().orElse(""));
            line.put("rejected", rejected.reason().name());
            line.put("detail", rejected.detail());
            rejected.publishedOn().ifPresent(day -> line.put("date", day.toString()));
        }
        return line;
    }
}
