package broadsheet.stories;

import broadsheet.cli.AddedCommand;
import broadsheet.enrich.language.LanguageDetector;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code broadsheet stories}: which articles tell of the same event, as a filter, without Kafka. */
@Command(
        footer = {
            "",
            "Example:",
            "  broadsheet stories articles.ndjson",
            "  broadsheet extract pages/ | broadsheet stories"
        },
        name = "stories",
        description =
                "Read lines {id, url, title, text, published, language}, print {id, story}: articles of one story tell"
                        + " of the same event. Exit code 1 if a line is no article; it costs itself.")
public final class StoriesCommand implements AddedCommand {

    /** How far apart in content time two articles can be of which one hangs on the other. */
    static final Duration WINDOW = Duration.ofDays(7);

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "NDJSON (default: stdin)")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        var out = new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);
        try (InputStream in = file == null ? System.in : new FileInputStream(file.toFile());
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var stories = new FindStories(
                    WINDOW, LanguageDetector::load, problem -> System.err.println("broadsheet: " + problem));
            boolean isWhole = stories.run(lines, out);
            return isWhole && !out.checkError() ? 0 : 1;
        }
    }
}
