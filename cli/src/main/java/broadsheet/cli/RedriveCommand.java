package broadsheet.cli;

import broadsheet.model.Origin;
import broadsheet.redrive.Original;
import broadsheet.redrive.Originals;
import broadsheet.redrive.Redriver;
import broadsheet.redrive.Rehearsal;
import broadsheet.redrive.Where;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code broadsheet redrive}: sends dead letters, rejected pages, or pages of articles, back to where they came from. */
@Command(
        footer = {"", "Example:", "  broadsheet redrive --topic=rejections --where reason=NO_TEXT --dry-run"},
        name = "redrive",
        description =
                "Send dead letters, rejected pages, or pages of articles, back to where they came from. Exit code 1"
                        + " unless all that fit were sent.")
final class RedriveCommand implements Callable<Integer> {

    /** Where to look. */
    enum Source {
        DEAD_LETTERS,
        REJECTIONS,
        RAW_PAGES;

        /** As on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--topic",
            paramLabel = "dead-letters|rejections|raw-pages",
            converter = SourceName.class,
            description = "which records (default: dead-letters); raw-pages are those that became articles, or were"
                    + " withheld under a takedown: their reason is what became of them")
    private Source source = Source.DEAD_LETTERS;

    @Option(
            names = "--where",
            paramLabel = "reason|stage|url=VALUE",
            description = "only those; given more than once, all must hold")
    private Map<Where.Criterion, String> where = new EnumMap<>(Where.Criterion.class);

    @Option(
            names = "--article",
            paramLabel = "ID",
            split = ",",
            description = "of raw-pages only those of these articles")
    private Set<String> articles = new TreeSet<>();

    @Option(
            names = "--max-attempts",
            paramLabel = "N",
            description = "leave alone what has been sent back so often (default: 3)")
    private int maxAttempts = 3;

    @Option(
            names = "--dry-run",
            description = "send nothing; say what would become of each, by running the cores on it")
    private boolean dryRun;

    private int sent;
    private int givenUp;

    @Override
    public Integer call() {
        if (source == Source.RAW_PAGES ? articles.isEmpty() && where.isEmpty() : !articles.isEmpty()) {
            throw new UsageException(
                    "--topic=raw-pages needs --article or --where, and --article needs --topic=raw-pages");
        }
        Stages stages = Stages.read(options.settings(Map.of()));
        // First, because the cluster says in one line why it cannot be reached, and a producer only that it waited.
        try (Cluster cluster = Cluster.connect(stages.runtime())) {
            cluster.await(cluster.admin().describeCluster().clusterId(), "reach the cluster");
        }
        return dryRun ? rehearse(stages) : send(stages.runtime());
    }

    private int rehearse(Stages stages) {
        try (Originals originals = new Originals(stages.runtime())) {
            Rehearsal rehearsal = new Rehearsal(stages.runtime(), stages.ingest(), stages.enrich());
            find(originals, rehearsal::add);
            rehearsal.lines().forEach(System.out::println);
            originals.problems().forEach(System.err::println);
            return originals.problems().isEmpty() ? 0 : 1;
        }
    }

    private int send(RuntimeSettings runtime) {
        // Opened before the ledger is read, so that two of us do not send the same record.
        try (Redriver redriver = new Redriver(runtime);
                Originals originals = new Originals(runtime)) {
            find(originals, original -> send(original, redriver));
            originals.problems().forEach(System.err::println);
            System.out.println("sent=" + sent + " given-up=" + givenUp + " gone="
                    + originals.problems().size());
            return givenUp == 0 && originals.problems().isEmpty() ? 0 : 1;
        }
    }

    private void send(Original original, Redriver redriver) {
        String what = original.origin() + "  " + original.reason()
                + original.url().map(url -> "  " + url).orElse("");
        if (original.attempts() >= maxAttempts) {
            System.err.println(what + "  given up after " + original.attempts() + " attempts");
            givenUp++;
            return;
        }
        Origin successor = redriver.send(original);
        System.out.println(what + "  sent to " + original.topic()
                + (successor.equals(original.origin()) ? "" : " as " + successor) + ", attempt "
                + (original.attempts() + 1));
        sent++;
    }

    private void find(Originals originals, Consumer<Original> taker) {
        Where wanted = new Where(where);
        switch (source) {
            case DEAD_LETTERS -> originals.deadLetters(wanted, taker);
            case REJECTIONS -> originals.rejections(wanted, taker);
            case RAW_PAGES -> originals.pages(wanted, articles, taker);
        }
    }

    /** Reads {@code dead-letters}, {@code rejections} and {@code raw-pages}. */
    static final class SourceName implements ITypeConverter<Source> {
        @Override
        public Source convert(String word) {
            for (Source source : Source.values()) {
                if (source.toString().equals(word)) {
                    return source;
                }
            }
            throw new TypeConversionException("none of dead-letters, rejections and raw-pages: " + word);
        }
    }
}
