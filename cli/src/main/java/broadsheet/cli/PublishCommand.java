package broadsheet.cli;

import broadsheet.model.FetchRequest.Kind;
import broadsheet.publish.PageSource;
import broadsheet.publish.PageSources;
import broadsheet.publish.PublishReport;
import broadsheet.publish.Publisher;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code broadsheet publish}: pages from disk or from the web to the raw topic, once. */
@Command(
        name = "publish",
        footer = {"", "Example:", "  broadsheet publish warc crawl.warc.gz"},
        description = "Publish pages to the raw topic.",
        subcommands = {
            PublishCommand.Files.class,
            PublishCommand.Warc.class,
            PublishCommand.Sitemap.class,
            PublishCommand.Urls.class
        })
final class PublishCommand {

    /** Files and directories. */
    @Command(
            footer = {"", "Example:", "  broadsheet publish files pages/ page.html"},
            name = "files",
            description = "Publish files, and all files of directories.")
    static final class Files extends FromDisk {}

    /** WARC archives. */
    @Command(
            footer = {"", "Example:", "  broadsheet publish warc crawl.warc.gz"},
            name = "warc",
            description = "Publish the responses of WARC archives.")
    static final class Warc extends FromDisk {}

    /** The pages of a sitemap. */
    @Command(
            name = "sitemap",
            footer = {"", "Example:", "  broadsheet publish sitemap https://courier.example/news.xml"},
            description = "Fetch the pages of the last two days that sitemaps name, once, and publish them.")
    static final class Sitemap extends FromAnywhere {

        @Parameters(arity = "1..*", paramLabel = "URL")
        private List<String> urls = new ArrayList<>();

        @Override
        List<PageSource> sources(Stages stages) {
            return List.of(new WebPages(stages.fetch(), Kind.SITEMAP, urls));
        }

        @Override
        String name(int source) {
            return String.join(" ", urls);
        }
    }

    /** Pages by their URLs. */
    @Command(
            name = "urls",
            footer = {"", "Example:", "  broadsheet publish urls urls.txt"},
            description = "Fetch pages, once, and publish them: one URL a line, of a file or of - for stdin.")
    static final class Urls extends FromAnywhere {

        @Parameters(paramLabel = "FILE")
        private String file = "-";

        @Override
        List<PageSource> sources(Stages stages) throws IOException {
            List<String> lines = file.equals("-")
                    ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .lines()
                            .toList()
                    : java.nio.file.Files.readAllLines(Path.of(file));
            return List.of(new WebPages(
                    stages.fetch(),
                    Kind.PAGE,
                    lines.stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .toList()));
        }

        @Override
        String name(int source) {
            return file;
        }
    }

    private abstract static class FromDisk extends FromAnywhere {

        @Parameters(arity = "1..*", paramLabel = "PATH")
        private List<String> paths = new ArrayList<>();

        @Override
        List<PageSource> sources(Stages stages) {
            return paths.stream().map(PageSources::open).toList();
        }

        @Override
        String name(int source) {
            return paths.get(source);
        }
    }

    private abstract static class FromAnywhere implements Callable<Integer> {

        @Mixin
        private SettingsOptions options = new SettingsOptions();

        abstract List<PageSource> sources(Stages stages) throws IOException;

        /** What the caller calls a source. */
        abstract String name(int source);

        @Override
        @SuppressWarnings("try") // Progress is told while it is open.
        public Integer call() throws IOException {
            Stages stages = Stages.read(options.settings(Map.of()));
            RuntimeSettings runtime = stages.runtime();
            List<PageSource> sources = sources(stages);
            try (Cluster cluster = Cluster.connect(runtime)) {
                cluster.findOrCreateTopics();
            }
            boolean complete = true;
            try (var producer = new KafkaProducer<>(
                    ClientConfigs.producer(runtime), new ByteArraySerializer(), new ByteArraySerializer())) {
                for (int i = 0; i < sources.size(); i++) {
                    AtomicLong found = new AtomicLong();
                    PublishReport report;
                    try (Progress progress = Progress.of(() -> found + " found")) {
                        report = new Publisher(producer, runtime.topics()).publish(sources.get(i), found::set);
                    }
                    report.problems().forEach(System.err::println);
                    System.err.println(report.summary());
                    if (report.found() == 0) {
                        System.err.println("broadsheet: no page found: " + name(i));
                    }
                    complete &= report.isComplete() && report.found() > 0;
                }
            }
            return complete ? 0 : 1;
        }
    }
}
