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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code broadsheet publish files} and {@code publish warc}: pages from disk to the raw topic. */
@Command(
        name = "publish",
        description = "Publish pages to the raw topic.",
        subcommands = {PublishCommand.Files.class, PublishCommand.Warc.class})
final class PublishCommand {

    /** Files and directories. */
    @Command(name = "files", description = "Publish files, and all files of directories.")
    static final class Files extends FromDisk {}

    /** WARC archives. */
    @Command(name = "warc", description = "Publish the responses of WARC archives.")
    static final class Warc extends FromDisk {}

    private abstract static class FromDisk implements Callable<Integer> {

        @Mixin
        private SettingsOptions options = new SettingsOptions();

        @Parameters(arity = "1..*", paramLabel = "PATH")
        private List<String> paths = new ArrayList<>();

        @Override
        public Integer call() {
            RuntimeSettings runtime = Stages.read(options.settings(Map.of())).runtime();
            var sources = paths.stream().map(PageSources::open).toList();
            try (Cluster cluster = Cluster.connect(runtime)) {
                cluster.ensureTopics();
            }
            boolean complete = true;
            try (var producer = new KafkaProducer<>(
                    ClientConfigs.producer(runtime), new ByteArraySerializer(), new ByteArraySerializer())) {
                for (var source : sources) {
                    PublishReport report = new Publisher(producer, runtime.topics()).publish(source);
                    report.problems().forEach(System.err::println);
                    System.err.println(report.summary());
                    complete &= report.isComplete();
                }
            }
            return complete ? 0 : 1;
        }
    }
}
