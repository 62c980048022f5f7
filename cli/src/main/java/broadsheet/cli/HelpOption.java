package broadsheet.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code -h} and {@code --help}, which every command has. */
final class HelpOption {

    /** The width of a terminal that nobody has made wider. */
    static final int WIDTH = 80;

    private HelpOption() {}

    /** Gives it to a command and all below it. */
    static void addTo(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help message and exit.")
                    .build());
        }
        spec.usageMessage().width(WIDTH);
        line.getSubcommands().values().forEach(HelpOption::addTo);
    }
}
