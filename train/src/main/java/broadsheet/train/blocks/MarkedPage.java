package broadsheet.train.blocks;

import broadsheet.ingest.RawPage;
import broadsheet.model.Json;
import broadsheet.model.url.ArticleUrl;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/**
 * A page on which people have marked the article.
 *
 * @param id names it in the list
 * @param source the collection that it belongs to
 * @param page as served, unpacked
 * @param text the article; empty where only parts are marked
 * @param inside parts that belong to the article
 * @param outside parts that do not
 * @param facts what is marked beside the text
 */
record MarkedPage(
        String id,
        String source,
        RawPage page,
        String text,
        List<String> inside,
        List<String> outside,
        MarkedFacts facts) {
    /** Later than all pages: a date must not be in the future. Fixed, so that the same pages give the same model. */
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    MarkedPage {
        inside = List.copyOf(inside);
        outside = List.copyOf(outside);
    }

    /**
     * All pages of a list, lines {@code {id, url, source, text?, segments?: {with, without}, title?, date?, authors?}}, with their bytes from
     * {@code pages/<id>.html.gz} beside it; those on which nothing of the text is marked too, for extraction alone.
     *
     * @throws IOException if the list or a page cannot be read
     */
    static List<MarkedPage> read(Path list) throws IOException {
        Path pages = list.resolveSibling("pages");
        List<MarkedPage> marked = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(list)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode entry = Json.mapper().readTree(line);
                String id = entry.path("id").asText();
                marked.add(new MarkedPage(
                        id,
                        entry.path("source").asText(),
                        RawPage.of(
                                unpack(pages.resolve(id + ".html.gz")),
                                Optional.of(entry.path("url").asText()),
                                NOW),
                        entry.path("text").asText(),
                        texts(entry.path("segments").path("with")),
                        texts(entry.path("segments").path("without")),
                        facts(entry)));
            }
        }
        return marked;
    }

    /** The registrable domain: pages of one site are never on both sides of a validation. */
    String site() {
        return page.url().flatMap(ArticleUrl::of).map(ArticleUrl::site).orElse("");
    }

    private static MarkedFacts facts(JsonNode entry) {
        return new MarkedFacts(entry.path("title").asText(), entry.path("date").asText(), texts(entry.path("authors")));
    }

    private static byte[] unpack(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
