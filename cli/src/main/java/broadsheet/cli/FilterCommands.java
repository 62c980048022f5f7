package broadsheet.cli;

import broadsheet.enrich.Annotate;
import broadsheet.enrich.Annotator;
import broadsheet.enrich.EnrichSettings;
import broadsheet.ingest.Explain;
import broadsheet.ingest.Extract;
import broadsheet.ingest.IngestSettings;
import broadsheet.ingest.PageParser;
import broadsheet.ingest.RawPage;
import broadsheet.sink.Dedup;
import broadsheet.sink.SinkSettings;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The three cores as filters, without Kafka. Each reads NDJSON or pages and prints NDJSON. */
final class FilterCommands {

    private FilterCommands() {}

    /** {@code broadsheet extract}: pages to articles. */
    @Command(
            footer = {
                "",
                "Example:",
                "  broadsheet extract page.html --url https://courier.example/bridge",
                "  cat page.html | broadsheet extract"
            },
            name = "extract",
            description = "Read pages, print one JSON object a line: articles, or why not.")
    static final class ExtractPages implements Callable<Integer> {

        @Parameters(
                arity = "0..1",
                paramLabel = "DIR|FILE|-",
                description = "a directory, a page, or - for stdin (default: stdin)")
        private String pages = "-";

        @Option(names = "--manifest", paramLabel = "FILE", description = "lines {id, url, file?} that name the pages")
        private @Nullable Path manifest;

        @Option(names = "--url", paramLabel = "URL", description = "where the one page comes from")
        private @Nullable String url;

        @Option(names = "--explain", description = "for one page, say of each block whether it was kept, and why")
        private boolean explain;

        @Override
        @SuppressWarnings("try") // Progress is told while it is open.
        public Integer call() throws IOException {
            Output output = Output.open();
            try (PrintStream out = output.stream();
                    Progress progress = output.progress("printed")) {
                if (explain) {
                    byte[] page = pages.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(pages));
                    new Explain(out).page(RawPage.of(page, Optional.ofNullable(url), Instant.now()));
                    return out.checkError() ? 1 : 0;
                }
                return extract(new Extract(new PageParser(IngestSettings.defaults()), Instant.now(), out));
            }
        }

        private int extract(Extract extract) throws IOException {
            List<String> problems = new ArrayList<>();
            int found = manifest != null
                    ? extract.manifest(Path.of(pages), manifest, problems::add)
                    : pages.equals("-")
                            ? extract.stream(System.in, Optional.ofNullable(url))
                            : extract.files(Path.of(pages), Optional.ofNullable(url));
            problems.forEach(problem -> System.err.println("broadsheet: " + problem));
            if (found == 0) {
                System.err.println("broadsheet: no page found: " + (manifest != null ? manifest : pages));
            }
            return found == 0 || !problems.isEmpty() || extract.out().checkError() ? 1 : 0;
        }
    }

    /** {@code broadsheet annotate}: articles to entities, sections and language. */
    @Command(
            footer = {"", "Example:", "  broadsheet extract pages/ | broadsheet annotate"},
            name = "annotate",
            description = "Read lines {id, title?, text}, print {id, entities, label, labels, language}.")
    static final class AnnotateArticles implements Callable<Integer> {

        @Parameters(arity = "0..1", paramLabel = "FILE", description = "NDJSON (default: stdin)")
        private @Nullable Path file;

        @Option(
                names = "--offsets",
                paramLabel = "codepoints|utf16",
                description = "what start and end count (default: codepoints)")
        private Annotate.Offsets offsets = Annotate.Offsets.CODEPOINTS;

        @Override
        @SuppressWarnings("try") // Progress is told while it is open.
        public Integer call() throws IOException {
            Output output = Output.open();
            try (BufferedReader in = lines(file);
                    PrintStream out = output.stream();
                    Progress progress = output.progress("annotated")) {
                new Annotate(Annotator.load(EnrichSettings.defaults()), offsets).run(in, out);
                return out.checkError() ? 1 : 0;
            }
        }
    }

    /** {@code broadsheet dedup}: articles to verdicts. */
    @Command(
            footer = {"", "Example:", "  broadsheet dedup articles.ndjson"},
            name = "dedup",
            description = "Read lines {id, url, title, text, published}, print {id, duplicate_of, kind, similarity}.")
    static final class FindCopies implements Callable<Integer> {

        @Parameters(arity = "0..1", paramLabel = "FILE", description = "NDJSON (default: stdin)")
        private @Nullable Path file;

        @Override
        public Integer call() throws IOException {
            try (BufferedReader in = lines(file);
                    PrintWriter out = new PrintWriter(new OutputStreamWriter(stdout(), StandardCharsets.UTF_8))) {
                new Dedup(SinkSettings.defaults().copyWindow()).run(in, out);
                return out.checkError() ? 1 : 0;
            }
        }
    }

    private static BufferedReader lines(@Nullable Path file) throws IOException {
        InputStream in = file == null ? System.in : new FileInputStream(file.toFile());
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * Standard output.
     *
     * @param stream in UTF-8 whatever the locale, and buffered
     * @param counted counts what goes out
     */
    private record Output(PrintStream stream, CountedLines counted) {

        static Output open() {
            CountedLines counted = new CountedLines(new FileOutputStream(FileDescriptor.out));
            return new Output(PlainOutput.buffered(counted), counted);
        }

        Progress progress(String done) {
            return Progress.of(() -> counted.lines() + " " + done);
        }
    }

    private static PrintStream stdout() {
        return Output.open().stream();
    }
}
