import broadsheet.ingest.IngestSettings;
import broadsheet.ingest.PageParser;
import broadsheet.ingest.ParseOutcome;
import broadsheet.ingest.RawPage;
import broadsheet.ingest.bytes.TextDecoder;
import com.chimbori.crux.articles.Article;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.parser.Parser;

/**
 * Our extractor beside others on the JVM, in one process on the same pages: writes what each finds on every page, one
 * NDJSON file each, and times all of them on the pages of one source.
 *
 * <p>Ours gets bytes and gives every field; the others get text that is decoded already, and give text only. Time is CPU
 * time of the one thread that works; beside it stands that of the whole process, collector and compiler included.
 * Extractors take turns, so that what else the machine does strikes all alike. Run by {@code bench/extractors/run}.
 */
public final class CompareExtractors {
    private static final int WARM_UP = 12;
    private static final int ROUNDS = 15;
    private static final String TIMED = "aeb";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PageParser OURS = new PageParser(IngestSettings.defaults());
    private static final Instant NOW = Instant.now();
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private record Page(String id, String url, byte[] bytes, String html) {}

    private interface Reader {
        String text(Page page) throws Exception;
    }

    private record Extractor(String name, Reader reader) {}

    private static final List<Extractor> EXTRACTORS = List.of(
            new Extractor("ours", CompareExtractors::ours),
            new Extractor("readability4j", page -> {
                String text = new Readability4J(page.url(), page.html()).parse().getTextContent();
                return text == null ? "" : text;
            }),
            new Extractor("crux", page -> {
                Article article = com.chimbori.crux.articles.ArticleExtractor.with(page.url(), page.html())
                        .extractContent()
                        .article();
                return article.document == null ? "" : article.document.text();
            }),
            new Extractor(
                    "boilerpipe",
                    page -> de.l3s.boilerpipe.extractors.ArticleExtractor.INSTANCE.getText(
                            new StringReader(page.html()))));

    private static final Extractor PARSE_ALONE = new Extractor(
            "jsoup parse",
            page -> Parser.htmlParser()
                    .setMaxDepth(400)
                    .parseInput(page.html(), page.url())
                    .nodeName());

    private CompareExtractors() {}

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        Path out = Path.of(args[1]);
        List<Page> all = pages(data);
        for (Extractor extractor : EXTRACTORS) {
            predict(extractor, all, out.resolve(extractor.name() + ".ndjson"));
        }
        List<Page> timed = all.stream().filter(page -> page.id().startsWith(TIMED)).toList();
        time(timed, out.resolve("speed.tsv"));
    }

    private static String ours(Page page) {
        var outcome = OURS.parse(RawPage.of(page.bytes(), Optional.of(page.url()), NOW)).outcomes().get(0);
        return outcome instanceof ParseOutcome.Parsed parsed ? parsed.article().body() : "";
    }

    private static List<Page> pages(Path data) throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String line : Files.readAllLines(data.resolve("truth.jsonl"))) {
            JsonNode entry = JSON.readTree(line);
            String id = entry.path("id").asText();
            try (InputStream in = new GZIPInputStream(Files.newInputStream(data.resolve("pages/" + id + ".html.gz")))) {
                byte[] bytes = in.readAllBytes();
                String html = TextDecoder.decode(bytes, Optional.empty());
                pages.add(new Page(id, entry.path("url").asText(), bytes, html));
            }
        }
        return pages;
    }

    private static void predict(Extractor extractor, List<Page> pages, Path file) throws IOException {
        int failed = 0;
        try (var out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
            for (Page page : pages) {
                String text;
                try {
                    text = extractor.reader().text(page);
                } catch (Exception | StackOverflowError failure) {
                    text = "";
                    failed++;
                }
                out.println(JSON.createObjectNode().put("id", page.id()).put("text", text));
            }
        }
        if (failed > 0) {
            System.err.println(extractor.name() + " failed on " + failed + " pages; they count as empty");
        }
    }

    private static void time(List<Page> pages, Path file) throws Exception {
        List<Extractor> all = new ArrayList<>(EXTRACTORS);
        all.add(PARSE_ALONE);
        double[][] thread = new double[all.size()][ROUNDS];
        double[][] process = new double[all.size()][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < all.size(); i++) {
                long processStart = PROCESS.getProcessCpuTime();
                long threadStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                pass(all.get(i), pages);
                if (round >= 0) {
                    thread[i][round] = perSecond(
                            pages, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - threadStart);
                    process[i][round] = perSecond(pages, PROCESS.getProcessCpuTime() - processStart);
                }
            }
        }
        try (var out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
            for (int i = 0; i < all.size(); i++) {
                Arrays.sort(thread[i]);
                Arrays.sort(process[i]);
                out.printf("%s\t%.0f\t%.0f\t%.0f\t%.0f%n", all.get(i).name(), thread[i][ROUNDS / 2],
                        thread[i][0], thread[i][ROUNDS - 1], process[i][ROUNDS / 2]);
            }
        }
    }

    private static int sink;

    private static void pass(Extractor extractor, List<Page> pages) throws Exception {
        for (Page page : pages) {
            sink += extractor.reader().text(page).length();
        }
    }

    private static double perSecond(List<Page> pages, long nanos) {
        return pages.size() * 1e9 / nanos;
    }
}
