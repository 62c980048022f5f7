package broadsheet.cli;

import broadsheet.model.StageName;
import broadsheet.runtime.SettingsException;
import broadsheet.runtime.StartupException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ServiceLoader;
import org.apache.kafka.common.KafkaException;
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
            TakedownCommand.class
        })
public final class Main implements Runnable {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

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
        CommandLine line = new CommandLine(new Main());
        ServiceLoader.load(AddedCommand.class).forEach(line::addSubcommand);
        for (StageName stage : StageName.values()) {
            line.addSubcommand(stage.word(), stage == StageName.FETCH ? new FetchCommand() : new StageCommand(stage));
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // Colours would be escaped like all that a terminal obeys.
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.setParameterExceptionHandler((problem, words) -> usage(problem));
        line.setExecutionExceptionHandler((problem, command, result) -> failed(problem));
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? See broadsheet --help");
    }

    private static int usage(ParameterException problem) {
        System.err.println("broadsheet: " + problem.getMessage());
        return USAGE;
    }

    private static int failed(Exception problem) {
        if (problem instanceof SettingsException settings) {
            settings.mistakes().forEach(mistake -> System.err.println("broadsheet: " + mistake));
            return USAGE;
        }
        if (problem instanceof StartupException
                || problem instanceof KafkaException
                || problem instanceof UncheckedIOException
                || problem instanceof IOException
                || problem instanceof IllegalArgumentException) {
            System.err.println("broadsheet: " + problem.getMessage());
            LoggerFactory.getLogger(Main.class).debug("the cause", problem);
            return FAILED;
        }
        LoggerFactory.getLogger(Main.class).error("this should not happen", problem);
        return FAILED;
    }
}
