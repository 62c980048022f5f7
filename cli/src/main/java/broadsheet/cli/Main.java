package broadsheet.cli;

import broadsheet.model.StageName;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code broadsheet}, the command line. Data goes to stdout, everything else to stderr. Exit codes: 0 done, 1 failed,
 * 2 usage. What a person can mend is one line; only a fault of our own shows where in the code it happened.
 */
@Command(
        name = "broadsheet",
        mixinStandardHelpOptions = true,
        version = "broadsheet 0.1.0",
        description = "A streaming news ingestion pipeline on Apache Kafka.",
        footer = {"", "Example:", "  broadsheet demo --pages crawl.warc.gz --out articles.ndjson"},
        subcommands = {
            TopicsCommand.class,
            FeedsCommand.class,
            PublishCommand.class,
            FilterCommands.ExtractPages.class,
            FilterCommands.AnnotateArticles.class,
            FilterCommands.FindCopies.class,
            AuditCommand.class,
            ExplainCommand.class,
            RedriveCommand.class,
            SkipCommand.class,
            SchemasCommand.class,
            TakedownCommand.class
        })
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.setOut(PlainOutput.over(new FileOutputStream(FileDescriptor.out)));
        System.setErr(PlainOutput.over(new FileOutputStream(FileDescriptor.err)));
        System.exit(run(arguments));
    }

    /** Runs the command and returns its exit code. */
    public static int run(String... arguments) {
        return line().execute(arguments);
    }

    /** The command line with all commands. */
    public static CommandLine line() {
        CommandLine line = new CommandLine(new Main());
        ServiceLoader.load(AddedCommand.class).forEach(line::addSubcommand);
        for (StageName stage : StageName.values()) {
            CommandLine command =
                    new CommandLine(stage == StageName.FETCH ? new FetchCommand() : new StageCommand(stage));
            command.getCommandSpec()
                    .usageMessage()
                    .footer("", "Example:", "  broadsheet " + stage.word() + " --bootstrap-servers broker:9092");
            line.addSubcommand(stage.word(), command);
        }
        HelpOption.addTo(line);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // Colours would be escaped like all that a terminal obeys.
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.setParameterExceptionHandler((problem, words) -> usage(problem));
        line.setExecutionExceptionHandler((problem, command, result) -> failed(problem));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private static int usage(ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        System.err.println("broadsheet: " + problem.getMessage());
        System.err.println("see " + command + " --help");
        return Failure.USAGE;
    }

    private static int failed(Exception problem) {
        Optional<Failure> known = Failure.of(problem);
        if (known.isEmpty()) {
            LoggerFactory.getLogger(Main.class).error("this should not happen", problem);
            return Failure.FAILED;
        }
        known.get().lines().forEach(line -> System.err.println("broadsheet: " + line));
        LoggerFactory.getLogger(Main.class).debug("the cause", problem);
        return known.get().code();
    }
}
