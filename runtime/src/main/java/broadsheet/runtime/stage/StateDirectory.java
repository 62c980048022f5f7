package broadsheet.runtime.stage;

import broadsheet.runtime.settings.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

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

    /**
     * Says on the disk which generation of a stage's state lies there, if there is none yet.
     *
     * @param generation of this build, see {@link StageTopology#stateGeneration}
     * @throws StartupException if what lies there is of another generation, or of a build that did not say
     */
    static void claim(Path directory, String applicationId, int generation) {
        Path state = directory.resolve(applicationId);
        Path stamp = directory.resolve(applicationId + ".generation");
        try {
            String found = Files.exists(stamp) ? Files.readString(stamp).strip() : "unknown";
            if (isThere(state) && !found.equals(Integer.toString(generation))) {
                throw new StartupException("its state in " + state + " is of another build (generation " + found
                        + ", this one reads " + generation + "): stop the stage on all machines, delete that directory"
                        + " on each, start it again; docs/upgrade.md says when more has to go");
            }
            Files.createDirectories(directory);
            Files.writeString(stamp, generation + "\n");
        } catch (IOException e) {
            throw new StartupException("state directory cannot be used: " + directory + belongsTo(directory), e);
        }
    }

    /** Whether a stage has left more there than an empty directory. */
    private static boolean isThere(Path state) throws IOException {
        if (!Files.isDirectory(state)) {
            return false;
        }
        try (Stream<Path> files = Files.list(state)) {
            return files.findAny().isPresent();
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
