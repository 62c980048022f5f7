package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

@DisplayName("each command")
class HelpTest {

    private static List<CommandLine> all() {
        List<CommandLine> all = new ArrayList<>(List.of(Main.line()));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).getSubcommands().values());
        }
        return all;
    }

    @Test
    void takesHelpInBothSpellings() {
        assertThat(all()).hasSizeGreaterThan(20).allSatisfy(command -> {
            assertThat(command.getCommandSpec().findOption("-h").usageHelp()).isTrue();
            assertThat(command.getCommandSpec().findOption("--help").usageHelp())
                    .isTrue();
        });
    }

    @Test
    void showsAnExampleOfItself() {
        assertThat(all())
                .allSatisfy(command -> assertThat(command.getUsageMessage(Ansi.OFF))
                        .contains("Example:")
                        .contains("broadsheet "
                                + command.getCommandSpec().qualifiedName().replaceFirst("^broadsheet ?", "")));
    }

    @Test
    void fitsATerminalOfEightyColumns() {
        assertThat(all())
                .allSatisfy(
                        command -> assertThat(command.getUsageMessage(Ansi.OFF).lines())
                                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(HelpOption.WIDTH)));
    }

    @Test
    void saysWhatItIsFor() {
        assertThat(all())
                .allSatisfy(command -> assertThat(
                                command.getCommandSpec().usageMessage().description())
                        .isNotEmpty());
    }
}
