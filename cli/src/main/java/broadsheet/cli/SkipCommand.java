package broadsheet.cli;

import broadsheet.model.StageName;
import broadsheet.redrive.OneByOne;
import broadsheet.redrive.SkipPlan;
import broadsheet.redrive.Skipper;
import broadsheet.redrive.Stopped;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code broadsheet skip}: moves a stopped stage past a record that it does not survive, even one that no consumer can
 * read. Without a record, it says which one the stage would read next in each partition, and whether it can be read.
 */
@Command(
        footer = {"", "Example:", "  broadsheet skip 0@17 --stage ingest --reason \"700 MiB of zeros\" --dry-run"},
        name = "skip",
        description = "Move a stage that is stopped past a record that it does not survive: a dead letter and a line in"
                + " the ledger are written of it. Without a record: say which is next in each partition.")
final class SkipCommand implements Callable<Integer> {

    private static final Pattern RECORD = Pattern.compile("(\\d{1,9})@(\\d{1,18})(?:\\.\\.(\\d{1,18}))?");

    /** Offsets of each partition that are looked at. */
    private static final int LOOK = 500;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Parameters(
            paramLabel = "PARTITION@OFFSET",
            arity = "0..1",
            description = "the record; PARTITION@FIRST..LAST for several")
    private @Nullable String record;

    @Option(
            names = "--stage",
            paramLabel = "ingest|enrich|sink",
            description = "which stage (default: ${DEFAULT-VALUE})")
    private String stageWord = "ingest";

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "a topic between two steps of the stage (default: the one before it)")
    private @Nullable String topic;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the dead letter")
    private @Nullable String reason;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "how long to wait until a stage that was killed is missed (default: ${DEFAULT-VALUE})")
    private int wait = 30;

    @Option(names = "--dry-run", description = "change nothing; say what would be done")
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException {
        RuntimeSettings settings = Stages.read(options.settings(Map.of())).runtime();
        StageName stage = stage();
        try (Cluster cluster = Cluster.connect(settings)) {
            Stopped stopped = new Stopped(cluster, settings, stage);
            return record == null ? list(stopped, settings) : skip(record, stopped, settings, stage);
        }
    }

    private StageName stage() {
        for (StageName stage : StageName.OF_PAGES) {
            if (stage.word().equals(stageWord)) {
                return stage;
            }
        }
        throw new UsageException("none of ingest, enrich and sink: " + stageWord);
    }

    private static int list(Stopped stage, RuntimeSettings settings) {
        OneByOne records = new OneByOne(settings);
        for (String name : stage.topics()) {
            stage.next(name).forEach((partition, next) -> {
                long from = next.offset();
                OptionalLong bad = records.unreadable(partition, from, Math.min(stage.end(partition), from + LOOK));
                String place = name + "  " + partition.partition() + "@";
                System.out.println(place + from + "  is next"
                        + (bad.isPresent() ? "" : "; it and those behind it can be read (" + LOOK + " at most)"));
                bad.ifPresent(offset -> System.out.println(place + offset + "  cannot be read, or is too large"));
            });
        }
        return 0;
    }

    private int skip(String said, Stopped stopped, RuntimeSettings settings, StageName stage)
            throws InterruptedException {
        Matcher matcher = RECORD.matcher(said);
        if (!matcher.matches()) {
            throw new UsageException("not PARTITION@OFFSET or PARTITION@FIRST..LAST: " + said);
        }
        if (reason == null || reason.isBlank()) {
            throw new UsageException("--reason is needed: it stands in the dead letter");
        }
        long first = Long.parseLong(matcher.group(2));
        long last = Optional.ofNullable(matcher.group(3)).map(Long::valueOf).orElse(first);
        String name = Optional.ofNullable(topic).orElse(stopped.input().name());
        if (!stopped.topics().contains(name)) {
            throw new UsageException(
                    "the stage " + stage.word() + " does not read " + name + ", but " + stopped.topics());
        }
        int instances = stopped.instances(dryRun ? Duration.ZERO : Duration.ofSeconds(wait));
        if (instances > 0 && !dryRun) {
            System.err.println("the stage " + stage.word() + " is up (instances: " + instances
                    + "): stop it first, nothing was skipped");
            return 1;
        }
        TopicPartition partition = new TopicPartition(name, Integer.parseInt(matcher.group(1)));
        OffsetAndMetadata next = Optional.ofNullable(stopped.next(name).get(partition))
                .orElseThrow(() -> new IllegalArgumentException("nothing lies before the stage in " + partition));
        if (first < next.offset() || last < first) {
            throw new IllegalArgumentException(
                    "the stage is past it: next is " + partition.partition() + "@" + next.offset());
        }
        if (last >= stopped.end(partition)) {
            throw new IllegalArgumentException(
                    "there is no committed record yet at " + partition.partition() + "@" + last);
        }
        Skipper skipper = new Skipper(settings, stage, stopped.group(), reason);
        SkipPlan plan = skipper.plan(partition, next, first, last);
        return dryRun ? rehearsed(plan) : done(plan, skipper);
    }

    private static int rehearsed(SkipPlan plan) {
        plan.sentBack().forEach(before -> System.out.println(before.origin() + "  would go to the end of the topic"));
        plan.words().forEach(word -> System.out.println(word + "  would be skipped"));
        return 0;
    }

    private static int done(SkipPlan plan, Skipper skipper) throws InterruptedException {
        try {
            skipper.carryOut(plan)
                    .forEach((origin, successor) ->
                            System.out.println(origin + "  went to the end of the topic as " + successor));
        } catch (KafkaException refused) {
            System.err.println("nothing was skipped, perhaps the stage came up: " + refused.getMessage());
            return 1;
        }
        plan.words().forEach(word -> System.out.println(word + "  skipped"));
        System.out.println("skipped=" + plan.skipped().size() + " sent-back="
                + plan.sentBack().size());
        return 0;
    }
}
