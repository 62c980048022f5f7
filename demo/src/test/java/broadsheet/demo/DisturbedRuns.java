package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.demo.PipelineOfProcesses.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Runs of one load, each on topics of its own. The first is left alone; what a disturbed one leaves must be to the byte
 * what that one left.
 */
final class DisturbedRuns {

    /** From the end of the disturbance until the last page has been sent. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Path directory;
    private final String bootstrapServers;
    private final SteadyLoad load;
    private final Map<String, String> settings;
    private final Result undisturbed;

    /** What is done to a pipeline while pages come in. */
    interface Disturbance {
        void disturb(PipelineOfProcesses pipeline) throws Exception;
    }

    /**
     * Begins with the run that is left alone.
     *
     * @param settings of the stages that are others than for three brokers
     */
    DisturbedRuns(Path directory, String bootstrapServers, SteadyLoad load, Map<String, String> settings)
            throws Exception {
        this.settings = Map.copyOf(settings);
        this.directory = directory;
        this.bootstrapServers = bootstrapServers;
        this.load = load;
        undisturbed = run("undisturbed", Duration.ofSeconds(20), pipeline -> {});
        assertThat(undisturbed.content().values())
                .allSatisfy(topic -> assertThat(topic).isNotEmpty());
    }

    private Result run(String name, Duration time, Disturbance disturbance) throws Exception {
        try (var pipeline = new PipelineOfProcesses(name, directory(name), bootstrapServers, settings)) {
            pipeline.start();
            var sending = load.send(pipeline.stages(), time);
            pipeline.awaitWork();
            disturbance.disturb(pipeline);
            sending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Result result = pipeline.awaitRest();
            System.out.println(name + ": " + result.summary());
            return result;
        }
    }

    /** Where a run of that name keeps all that it keeps. */
    Path directory(String name) {
        return directory.resolve(name);
    }

    /**
     * Sends the load, disturbs, and waits until all has come to rest.
     *
     * @param time over which the load is sent
     * @return how it then is: as if nothing had happened
     */
    Result changesNothing(String name, Duration time, Disturbance disturbance) throws Exception {
        Result result = run(name, time, disturbance);
        result.assertBooksAddUp();
        assertThat(result.balance().inputs()).isEqualTo(undisturbed.balance().inputs());
        assertThat(differences(result.content()))
                .as("what is other than undisturbed")
                .isEmpty();
        return result;
    }

    /** Record by record: both whole sides in one message are nobody's to read. */
    private List<String> differences(Map<String, Map<String, String>> found) {
        List<String> differences = new ArrayList<>();
        undisturbed.content().forEach((topic, expected) -> {
            Map<String, String> there = found.getOrDefault(topic, Map.of());
            Set<String> keys = new TreeSet<>(expected.keySet());
            keys.addAll(there.keySet());
            for (String key : keys) {
                String was = expected.getOrDefault(key, "nothing");
                String is = there.getOrDefault(key, "nothing");
                if (!was.equals(is)) {
                    differences.add(topic + " " + key + "\n  undisturbed: " + was + "\n  disturbed:   " + is);
                }
            }
        });
        return differences;
    }
}
