package broadsheet.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code -h} and {@code --help}, which every command has. */
@Command
final class HelpOption {

    /** The width of a terminal that nobody has made wider. */
    static final int WIDTH = 80;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean asked;

    private HelpOption() {}

    /** Gives it to a command and all below it. */
    static void addTo(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
        }
        spec.usageMessage().width(WIDTH);
        line.getSubcommands().values().forEach(HelpOption::addTo);
    }
}
