package broadsheet.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory in which a stage keeps its state: whether it can be used, and if not, what to do. */
final class StateDirectory {

    private static final int BLOCK = 4096;

    private StateDirectory() {}

    /**
     * Makes it, and writes a block there.
     *
     * @throws StartupException if it cannot be written
     */
    static void check(Path directory) {
        try {
            Files.createDirectories(directory);
            Path test = Files.createTempFile(directory, "write", ".test");
            try {
                // On a full disk an empty file can still be made.
                Files.write(test, new byte[BLOCK]);
            } finally {
                Files.delete(test);
            }
        } catch (IOException e) {
            throw new StartupException("state directory cannot be written: " + directory + belongsTo(directory), e);
        }
    }

    private static String belongsTo(Path directory) {
        String user = System.getProperty("user.name", "");
        try {
            String owner = Files.getOwner(directory).getName();
            return owner.equals(user)
                    ? ""
                    : " (it belongs to " + owner + ", this is " + user
                            + ": chown it, or name another with --set state-dir)";
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** What to do when what lies there cannot be used. */
    static String advice(Path directory, String applicationId) {
        return "its state in " + directory.resolve(applicationId)
                + " is damaged or of another build: stop the stage, delete that directory, start it again;"
                + " the state comes back from the changelogs";
    }
}
