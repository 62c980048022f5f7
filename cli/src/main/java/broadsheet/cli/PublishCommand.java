package broadsheet.cli;

import broadsheet.publish.PageSources;
import broadsheet.publish.PublishReport;
import broadsheet.publish.Publisher;
import broadsheet.runtime.ClientConfigs;
import broadsheet.runtime.Cluster;
import broadsheet.runtime.RuntimeSettings;
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

/** {@code broadsheet publish files} and {@code publish warc}: pages from disk to the raw topic. */
@Command(
        footer = {"", "Example:", "  broadsheet publish warc crawl.warc.gz"},
        name = "publish",
        description = "Publish pages to the raw topic.",
        subcommands = {PublishCommand.Files.class, PublishCommand.Warc.class})
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

    private abstract static class FromDisk implements Callable<Integer> {

        @Mixin
        private SettingsOptions options = new SettingsOptions();

        @Parameters(arity = "1..*", paramLabel = "PATH")
        private List<String> paths = new ArrayList<>();

        @Override
        @SuppressWarnings("try") // Progress is told while it is open.
        public Integer call() {
            RuntimeSettings runtime = Stages.read(options.settings(Map.of())).runtime();
            var sources = paths.stream().map(PageSources::open).toList();
            try (Cluster cluster = Cluster.connect(runtime)) {
                cluster.ensureTopics();
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
                        System.err.println("broadsheet: no page found: " + paths.get(i));
                    }
                    complete &= report.isComplete() && report.found() > 0;
                }
            }
            return complete ? 0 : 1;
        }
    }
}
