package broadsheet.cli;

import broadsheet.model.ContractBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code broadsheet schemas}: the contract as files. */
@Command(
        footer = {"", "Example:", "  broadsheet schemas contract"},
        name = "schemas",
        description =
                "Write the contract of this build into a directory: JSON Schemas, the AsyncAPI document, examples of"
                        + " each record, and bundle.json with the version and the hash of each file. No broker is asked.")
final class SchemasCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIRECTORY",
            description = "where to; it is made, and files of the same names are replaced")
    private Path directory = Path.of("");

    @Override
    public Integer call() throws IOException {
        ContractBundle bundle = ContractBundle.read();
        for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(path, file.getValue());
        }
        System.err.println(
                "contract " + bundle.version() + ": " + bundle.files().size() + " files in " + directory);
        return 0;
    }
}
